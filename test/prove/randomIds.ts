const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';
const idLength = 28;

export type Random = () => number;

/** The same numbers for the same seed, so that a failure comes again: mulberry32. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Makes ids of the usual shape that begin with what the account or platform gives all of them. */
export function randomIds(random: Random): (prefix: string) => string {
  return prefix => {
    let id = prefix;
    while (id.length < idLength) id += letters.charAt(Math.floor(random() * letters.length));
    return id;
  };
}
