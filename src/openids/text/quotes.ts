import { characterClass } from '../characters/characters';

const longestGap = 20;

const partners = new Map([
  ['\u201c', '\u201d'],
  ['\u2018', '\u2019'],
  ['\u201e', '\u201d'],
  ['\u00ab', '\u00bb'],
  ['\u300c', '\u300d'],
  ['\u300e', '\u300f'],
]);

/** What closes a string that this opened: its partner, or the same again, escaped in the same way. */
export function closerOf(quote: string): string {
  return partners.get(quote) ?? quote;
}

/** Where `closer` ends a value begun at `from`: on the same line, at most `reach` UTF-16 units on; -1 if nowhere. */
export function closingAt(text: string, closer: string, from: number, reach: number): number {
  const first = closer.charCodeAt(0);
  const limit = Math.min(text.length, from + reach + 1);
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) return -1;
    if (code === first && text[at - 1] !== '\\' && text.startsWith(closer, at)) return at;
  }
  return -1;
}

/** Whether the string that ended at `at` is the name of a value. */
export function isAssigned(text: string, at: number): boolean {
  let next = at;
  while (next < at + longestGap && characterClass(text.charCodeAt(next)) === 'space') next++;
  return characterClass(text.charCodeAt(next)) === 'assign';
}
