import { isWordCode } from '../characters/characters';

/** `usual` is what every real openid seen so far looks like. WeChat promises no shape: warn on `odd`, never refuse. */
export type OpenidShape = 'usual' | 'odd';

/** Characters of an openid of the usual shape. */
export const usualLength = 28;

/** Openids of one account begin alike, and so do the unionids of one Open Platform account. Undocumented. */
const prefixLength = 6;

const lowerO = 0x6f;
const minus = 0x2d;
const usualWord = /(?<![A-Za-z0-9_-])o[A-Za-z0-9_-]{27}(?![A-Za-z0-9_-])/;
const usualWords = new RegExp(usualWord, 'g');

/** How much a text looks like an openid. Odd ones are warned of, never refused: only WeChat knows. */
export function openidShape(openid: string): OpenidShape {
  return isUsual(openid, 0, openid.length) ? 'usual' : 'odd';
}

/** Whether this part of the text is an openid of the usual shape; asked of every word, so it copies none. */
export function isUsual(text: string, start: number, end: number): boolean {
  if (end - start !== usualLength || text.charCodeAt(start) !== lowerO) return false;
  let at = start + 1;
  while (at < end && isWordCode(text.charCodeAt(at))) at++;
  return at === end;
}

/** Past the minus before an openid of the usual shape, as a diff writes it at the beginning of a line that is gone. */
export function afterSign(text: string, start: number, end: number): number {
  return text.charCodeAt(start) === minus && isUsual(text, start + 1, end) ? start + 1 : start;
}

/** Whether an openid of the usual shape stands in this text as a word of its own. */
export function holdsUsualOpenid(text: string): boolean {
  return usualWord.test(text);
}

/** The words of the usual shape in this text, and where each stands. */
export function* usualOpenidsIn(text: string): Generator<{ readonly value: string; readonly at: number }> {
  for (const { 0: value, index } of text.matchAll(usualWords)) yield { value, at: index };
}

/** The characters that tell one account's openids from another's. */
export function openidPrefix(openid: string): string {
  return openid.slice(0, prefixLength);
}
