import { isReadable, newline } from './lines';

/** Openids have 28 characters of one byte each. */
const width = 28;
/** Openids in one piece of memory: pieces of 1 MB need no copying as the list grows. */
const pieceLength = 32_768;
/** A table in so many parts, which grow one at a time: a growth of the whole would block for a third of a second. */
const parts = 64;
const firstSlots = 256;
const scratch = Buffer.alloc(64);

/**
 * Distinct openids in the order in which they came, as packed bytes: 2 000 000 take some 85 MB, where a `Set` of strings
 * takes twice as much and its collector's pauses.
 */
export class PackedOpenids {
  readonly #pieces: Buffer[] = [];
  /** The hash of each, so that growing and most comparisons look at no bytes. */
  readonly #hashes: Uint32Array[] = [];
  /** Per part, positions + 1 of its openids by hash; 0 is a free slot. */
  readonly #tables: Int32Array[] = Array.from({ length: parts }, () => new Int32Array(firstSlots));
  readonly #used = new Uint32Array(parts);
  /** What has another length, which no real openid has. */
  readonly #odd = new Map<string, number>();
  /** Positions of the odd ones among all. */
  readonly #oddAt = new Map<number, string>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Adds a line of `bytes`; `false` where it is there already. */
  add(bytes: Buffer, start: number, end: number): boolean {
    const before = this.#size;
    return this.place(bytes, start, end) === before;
  }

  /** The position of a line of `bytes`, which is added where it is not there yet. */
  place(bytes: Buffer, start: number, end: number): number {
    if (end - start !== width) return this.#placeOdd(bytes.toString('latin1', start, end));
    const hash = hashOf(bytes, start);
    const part = hash >>> 26;
    let table: Int32Array = this.#tables[part] ?? new Int32Array(firstSlots);
    let slot = this.#find(table, hash, bytes, start);
    const there = table[slot] ?? 0;
    if (there !== 0) return there - 1;
    const used = (this.#used[part] ?? 0) + 1;
    this.#used[part] = used;
    if (used > table.length * fullAt(part)) {
      table = this.#grow(part, table);
      slot = this.#find(table, hash, bytes, start);
    }
    const position = this.#size++;
    table[slot] = position + 1;
    this.#put(position, hash, bytes, start);
    return position;
  }

  /** Adds an openid; false where it is there already. */
  addText(openid: string): boolean {
    const before = this.#size;
    return this.placeText(openid) === before;
  }

  /** As `place`, of an openid as a text. */
  placeText(openid: string): number {
    // What fits is written where it need not be let go of.
    const bytes = openid.length <= scratch.length ? scratch : Buffer.alloc(openid.length);
    return this.place(bytes, 0, bytes.write(openid, 'latin1'));
  }

  /** As `positionOf`, of any text. */
  positionOfText(text: string): number {
    return isReadable(text) ? this.positionOf(scratch, 0, scratch.write(text, 'latin1')) : -1;
  }

  /** The position of a line of `bytes`, in order of arrival; -1 where it is not there. */
  positionOf(bytes: Buffer, start: number, end: number): number {
    if (end - start !== width) return this.#odd.get(bytes.toString('latin1', start, end)) ?? -1;
    const hash = hashOf(bytes, start);
    const table = this.#tables[hash >>> 26];
    return table ? (table[this.#find(table, hash, bytes, start)] ?? 0) - 1 : -1;
  }

  /** The openid at a position, in order of arrival. */
  at(position: number): string | undefined {
    if (position < 0 || position >= this.#size) return undefined;
    const odd = this.#oddAt.get(position);
    if (odd !== undefined) return odd;
    const from = (position % pieceLength) * width;
    return this.#pieceOf(position).toString('latin1', from, from + width);
  }

  /** So few bytes are copied sooner than somebody is called for it. */
  #put(position: number, hash: number, bytes: Buffer, start: number): void {
    const piece = this.#pieceOf(position);
    const to = (position % pieceLength) * width;
    for (let at = 0; at < width; at++) piece[to + at] = bytes[start + at] ?? 0;
    this.#hashesOf(position)[position % pieceLength] = hash;
  }

  /** The slot that holds the openid, or the free one where it belongs. */
  #find(table: Int32Array, hash: number, bytes: Buffer, start: number): number {
    const mask = table.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const entry = table[slot] ?? 0;
      if (entry === 0 || (this.#hashAt(entry - 1) === hash && this.#isAt(entry - 1, bytes, start)))
        return slot;
    }
  }

  /** From the end: the first six characters are the same for all of an account. */
  #isAt(position: number, bytes: Buffer, start: number): boolean {
    const piece = this.#pieceOf(position);
    const from = (position % pieceLength) * width;
    for (let at = width - 1; at >= 0; at--) if (piece[from + at] !== bytes[start + at]) return false;
    return true;
  }

  #grow(part: number, table: Int32Array): Int32Array {
    const larger = new Int32Array(table.length * 2);
    const mask = larger.length - 1;
    for (const entry of table) {
      if (entry === 0) continue;
      // They are distinct: each belongs to the first free slot.
      let slot = this.#hashAt(entry - 1) & mask;
      while (larger[slot] !== 0) slot = (slot + 1) & mask;
      larger[slot] = entry;
    }
    this.#tables[part] = larger;
    return larger;
  }

  #hashAt(position: number): number {
    return this.#hashes[Math.floor(position / pieceLength)]?.[position % pieceLength] ?? 0;
  }

  #hashesOf(position: number): Uint32Array {
    return (this.#hashes[Math.floor(position / pieceLength)] ??= new Uint32Array(pieceLength));
  }

  #pieceOf(position: number): Buffer {
    const index = Math.floor(position / pieceLength);
    return (this.#pieces[index] ??= Buffer.alloc(pieceLength * width));
  }

  #placeOdd(text: string): number {
    const there = this.#odd.get(text);
    if (there !== undefined) return there;
    const position = this.#size++;
    this.#odd.set(text, position);
    this.#oddAt.set(position, text);
    return position;
  }
}

/** Adds every whole line of `bytes`; how many were new. */
export function addLines(set: PackedOpenids, bytes: Buffer): number {
  let added = 0;
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(newline, start);
    if (end < 0) break;
    if (set.add(bytes, start, end)) added++;
    start = end + 1;
  }
  return added;
}

/** How full a part may be. All fill alike: with one limit for all of them they would grow in the same moment after all. */
function fullAt(part: number): number {
  return 0.25 + (0.25 * part) / parts;
}

/** FNV-1a over the characters behind the prefix, mixed so that its high bits are as good as its low ones. */
function hashOf(bytes: Buffer, start: number): number {
  let hash = 0x811c9dc5;
  for (let at = start + 6; at < start + width; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
