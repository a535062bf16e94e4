import { usualLength } from './shape';

/**
 * Openids are drawn at random from 64 characters; names in programs are made of words. A word of the usual shape is
 * taken for such a name if it has no capital letter, or if words that can be spoken fill it but for a few characters.
 * Of 2 000 000 random ids 7 in 100 000 are lost so, and only where neither a name, a list nor a column says that
 * they are openids: in free text.
 */
const word = /[A-Z]?[a-z]{2,}|(?<![A-Z])[A-Z]{2,6}(?![a-z])/g;
const vowel = /[aeiouy]/i;
const unspeakable = /[bcdfghjklmnpqrstvwxz]{5}/i;
/** Ids made up for a test are filled so. */
const filling = /(.)\1{5}/;

/** Characters in words that leave no doubt, and that do where the whole is of few pieces. */
const surelyWords = 25;
const mostlyWords = 24;
const halfWords = 22;
const somePieces = 8;
const fewPieces = 7;
const veryFewPieces = 5;
/** With more, too few characters are left for words. Most ids have more, and need no further look. */
const mostPieces = 12;

/** Whether text of the usual shape reads as the name of something in a program rather than as an id. */
export function readsAsWords(text: string): boolean {
  const pieces = countPieces(text);
  if (pieces > mostPieces || filling.test(text)) return false;
  if (!/[A-Z]/.test(text)) return true;
  let spoken = 0;
  for (const [piece] of text.matchAll(word)) {
    if (piece.length > 2 && vowel.test(piece) && !unspeakable.test(piece)) spoken += piece.length;
  }
  if (spoken >= surelyWords) return true;
  return (
    pieces <= veryFewPieces ||
    (pieces <= fewPieces && spoken >= halfWords) ||
    (pieces <= somePieces && spoken >= mostlyWords)
  );
}

/** Words as camelCase and snake_case join them, and numbers; none without a capital letter, which no id lacks. */
function countPieces(text: string): number {
  let pieces = 0;
  let capitals = 0;
  let previous = '';
  for (let at = 0; at < text.length; at++) {
    const kind = letterKind(text.charCodeAt(at));
    // A single capital letter belongs to the small ones after it, and so does the last of several.
    const goesOn = kind === previous || kind === '-' || (kind === 'a' && previous === 'A' && capitals === 1);
    if (!goesOn) pieces++;
    capitals = kind === 'A' ? (previous === 'A' ? capitals + 1 : 1) : capitals;
    previous = kind;
  }
  return capitals === 0 ? 0 : pieces;
}

function letterKind(code: number): 'a' | 'A' | '0' | '-' {
  if (code >= 0x61) return 'a';
  if (code === 0x5f || code === 0x2d) return '-';
  return code >= 0x41 ? 'A' : '0';
}

/** UTF-16 units on either side that are looked at. */
const reach = 120;
const longestPath = 60;
/** Keys and mails have lines of 64 or 76 characters, of which the last is shorter. */
const lineOfBase64 =
  /(?:^|\n)[ \t]{0,20}(?=[^\n]*[A-Z])(?=[^\n]*\d)(?:[A-Za-z0-9+/]{64}|[A-Za-z0-9+/]{76})\r?\n$/;
const mixed = /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z0-9]{6,}$/;

/** Whether a word of the usual shape is a piece of base64: a checksum, a key, a blob that is encrypted. */
export function isPieceOfBase64(text: string, start: number, end: number): boolean {
  const [previous, next] = [text.charAt(start - 1), text.charAt(end)];
  if (!'+/\n'.includes(previous) && !'+/='.includes(next)) return false;
  const before = text.slice(Math.max(0, start - reach), start);
  const after = text.slice(end, end + reach);
  if (/^={1,2}(?![\w"'=%])/.test(after)) return true;
  if (lineOfBase64.test(before)) return true;
  const left = /[\w+/-]*$/.exec(before)?.[0] ?? '';
  const right = /^[\w+/-]*={0,2}/.exec(after)?.[0] ?? '';
  if (left === '' && right === '') return false;
  // Base64 for URLs has these instead of `+` and `/`, and no word of it ends at either.
  if (/[_-]/.test(text.slice(start, end))) return false;
  const neighbours = `${left} ${right}`.split(/[+/ =]/).filter(isForeign);
  if (`${left}${right}`.includes('+') && neighbours.length > 0) return true;
  return left.length + right.length >= longestPath - usualLength && neighbours.some(part => mixed.test(part));
}

/** Neighbours in a path or a sum may be openids themselves, or words. */
function isForeign(part: string): boolean {
  return part !== '' && !(part.length === usualLength && part.startsWith('o')) && !/^[a-z]+$/i.test(part);
}
