/** `usual` is what every real openid seen so far looks like. WeChat promises no shape: warn on `odd`, never refuse. */
export type OpenidShape = 'usual' | 'odd';

/** Characters of an openid of the usual shape. */
export const usualLength = 28;

/** Openids of one account begin alike, and so do the unionids of one Open Platform account. Undocumented. */
export const prefixLength = 6;

const usual = /^o[A-Za-z0-9_-]{27}$/;
const usualWord = /(?<![A-Za-z0-9_-])o[A-Za-z0-9_-]{27}(?![A-Za-z0-9_-])/;

export function openidShape(openid: string): OpenidShape {
  return openid.length === usualLength && usual.test(openid) ? 'usual' : 'odd';
}

/** Whether an openid of the usual shape stands in this text as a word of its own. */
export function holdsUsualOpenid(text: string): boolean {
  return usualWord.test(text);
}

/** The characters that tell one account's openids from another's. */
export function openidPrefix(openid: string): string {
  return openid.slice(0, prefixLength);
}
