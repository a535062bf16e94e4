import { redact } from './redact';

const hidden = '«hidden»';

const keys = 'open_?id(?:_list)?|union_?id|to_?user(?:name)?|from_?user(?:name)?';
/** Whatever stands behind a key that names a person, quoted, escaped or in a query. */
const named = new RegExp(String.raw`((?:${keys})\\*["']?\s*[=:]\s*\\*["']?)[^"'&\s,}\][\\]+`, 'gi');
/** All that a list of people holds, up to its end or the text's. */
const listed = new RegExp(String.raw`((?:${keys})\\*["']?\s*[=:]\s*\[)[^\]]+`, 'gi');
/** Messages that WeChat pushes are XML. */
const tagged = new RegExp(String.raw`(<(?:${keys})>(?:<!\[CDATA\[)?)[^\]<]+`, 'gi');
/** 28 characters that begin with `o`: openids and unionids, whatever is around them. */
const shaped = /(?<![\w-])o[\w-]{27}(?![\w-])/g;

/** Takes secrets and tokens out of a text, and everything that tells who a person is. For texts that are passed on. */
export function redactPeople(text: string): string {
  const unnamed = [listed, named, tagged].reduce(
    (clean, pattern) => clean.replace(pattern, `$1${hidden}`),
    redact(text),
  );
  return unnamed.replace(shaped, hidden);
}
