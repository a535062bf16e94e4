import { speaksOfOthers } from './missing';

const longest = 40;
const sign = /["'`\\]{0,3}[ \t]{0,4}[:=：＝]/y;
const promising = /(?:[是为為由从從]|如下)$/;

/** Chinese words behind a name: whether they promise its value, lead to its sign, or speak of something else. */
export interface WordsBehind {
  readonly role: 'promise' | 'link' | 'others';
  readonly end: number;
}

/** The Chinese words that begin at `start`, if there are any. */
export function wordsAt(text: string, start: number): WordsBehind | undefined {
  let end = start;
  while (end < start + longest && isChinese(text.charCodeAt(end))) end++;
  if (end === start) return undefined;
  const words = text.slice(start, end);
  if (speaksOfOthers(words)) return { role: 'others', end };
  if (promising.test(words)) return { role: 'promise', end };
  sign.lastIndex = end;
  return { role: sign.test(text) ? 'link' : 'others', end };
}

/** Chinese letters, without punctuation. */
function isChinese(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}
