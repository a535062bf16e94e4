/** What may be left of a key of which a selection cut off the beginning, if it is that of a unionid's and no other's. */
const unionidTail = /^n?i?onids?$/i;

/** What may be left before a value: nothing, or the end of a key that may have been either's. */
const keyTail = /^(?:(?:n?i)?ds?)?["'\\]{0,4}[ \t]?:?[ \t]?["'\\]{0,4}$/i;
const longestTail = 16;

const closingQuote = /^\\{0,3}["']/;
const openidKey = /["']open_?id\\{0,3}["'][ \t]?:/i;
const longestObject = 2000;

export function isUnionidTail(word: string): boolean {
  return unionidTail.test(word);
}

/**
 * Whether a value is the first of a text, its name cut off, and stands in an object that has its openid under a
 * key of its own: then it is most likely the unionid.
 */
export function isNamelessBesideOpenid(text: string, start: number, end: number): boolean {
  if (start > longestTail || !keyTail.test(text.slice(0, start))) return false;
  const [rest = ''] = text.slice(end, end + longestObject).split(/[{}]/, 1);
  return closingQuote.test(rest) && openidKey.test(rest);
}
