/** Texts that many rows share, each kept once, and numbered from 1. */
export class SharedTexts {
  /** Texts by their hash; 0 is a free place. Fewer than half of them are taken. */
  readonly #places: Int32Array;
  /** Where each begins; the next one begins where it ends. */
  readonly #starts: Uint32Array;
  #bytes = Buffer.alloc(4096);
  #count = 0;

  /** @param most how many there may be: a table that never grows never stands still */
  constructor(private readonly most: number) {
    this.#places = new Int32Array(2 ** Math.ceil(Math.log2(2 * most + 2)));
    this.#starts = new Uint32Array(most + 2);
  }

  /** 0 for one that is not known. @param hash of its bytes */
  find(hash: number, bytes: Buffer, from: number, to: number): number {
    const last = this.#places.length - 1;
    for (let place = placeOf(hash) & last; ; place = (place + 1) & last) {
      const text = this.#places[place] ?? 0;
      if (text === 0 || this.endAt(text, bytes, from) === to) return text;
    }
  }

  /** Takes in one that is not known yet; 0 where there are too many. */
  add(hash: number, bytes: Buffer, from: number, to: number): number {
    if (this.#count === this.most) return 0;
    const text = ++this.#count;
    const start = this.#starts[text] ?? 0;
    const end = start + to - from;
    if (end > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], 2 * end);
    bytes.copy(this.#bytes, start, from, to);
    this.#starts[text + 1] = end;
    const last = this.#places.length - 1;
    let place = placeOf(hash) & last;
    while (this.#places[place] !== 0) place = (place + 1) & last;
    this.#places[place] = text;
    return text;
  }

  /** With a letter for each byte. */
  latin1(text: number): string {
    return this.#bytes.toString('latin1', this.#starts[text], this.#starts[text + 1]);
  }

  /** Where a text would end that begins here; 0 where something else stands here. */
  endAt(text: number, bytes: Buffer, from: number): number {
    const start = this.#starts[text] ?? 0;
    const length = (this.#starts[text + 1] ?? 0) - start;
    const known = this.#bytes;
    for (let at = 0; at < length; at++) if (bytes[from + at] !== known[start + at]) return 0;
    return from + length;
  }
}

/** The lower bits of a product know nothing of the upper ones. */
function placeOf(hash: number): number {
  return hash ^ (hash >>> 15);
}
