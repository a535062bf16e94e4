import { hash } from './hash';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Map(Array.from(ALPHABET, (character, value) => [character, value]));
const PREFIX_LENGTH = 6;
const INDEX_LENGTH = 5;
const INDEX_MASK = 2 ** (6 * INDEX_LENGTH) - 1;
const SHAPE = /^o[A-Za-z0-9_-]{27}$/;

const SPREAD = 0x9e3779b1;
const UNSPREAD = inverse(SPREAD);

/** Indices at and above this one belong to nobody; below it they may. */
export const FIRST_STRANGER = 2 ** 29;

/**
 * Turns indices into ids that look like openids and unionids (28 characters, first `o`, a prefix of six), and back.
 * The index is hidden inside the id, so that a population of any size needs no table.
 */
export class IdCode {
  readonly prefix: string;
  readonly #seed: number;
  readonly #key: number;

  constructor(seed: number) {
    this.#seed = seed;
    this.#key = hash(seed, 0, 1) & INDEX_MASK;
    this.prefix = `o${characters(hash(seed, 0, 2), PREFIX_LENGTH - 1)}`;
  }

  /** Indices from 0 to 2^30 − 1. */
  encode(index: number): string {
    const hidden = (Math.imul(index, SPREAD) ^ this.#key) & INDEX_MASK;
    return (
      this.prefix +
      characters(hidden, INDEX_LENGTH) +
      characters(hash(this.#seed, index, 3), 5) +
      characters(hash(this.#seed, index, 4), 5) +
      characters(hash(this.#seed, index, 5), 5) +
      characters(hash(this.#seed, index, 6), 2)
    );
  }

  /** Whether the id has the right shape and this code's prefix, whoever it belongs to. */
  owns(id: string): boolean {
    return SHAPE.test(id) && id.startsWith(this.prefix);
  }

  /** The index that gives exactly this id, if there is one. */
  decode(id: string): number | undefined {
    if (!this.owns(id)) return undefined;
    let hidden = 0;
    for (let at = PREFIX_LENGTH + INDEX_LENGTH - 1; at >= PREFIX_LENGTH; at--) {
      hidden = (hidden << 6) | (VALUES.get(id.charAt(at)) ?? 0);
    }
    const index = Math.imul(hidden ^ this.#key, UNSPREAD) & INDEX_MASK;
    return this.encode(index) === id ? index : undefined;
  }
}

/** Six bits a character, lowest first. */
function characters(bits: number, count: number): string {
  let text = '';
  for (let at = 0; at < count; at++) text += ALPHABET.charAt((bits >>> (6 * at)) & 63);
  return text;
}

/** The inverse of an odd number modulo 2^32, by Newton's iteration. */
function inverse(odd: number): number {
  let found = odd;
  for (let round = 0; round < 5; round++) found = Math.imul(found, 2 - Math.imul(odd, found));
  return found;
}
