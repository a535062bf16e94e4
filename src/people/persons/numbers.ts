/** Numbers in one piece of memory: a list grows by a piece at a time, and nothing is copied. */
const pieceLength = 32_768;

type Piece = Uint8Array | Int32Array | Float64Array;

/** A long list of numbers, packed; 0 where none was set. */
export class Numbers {
  readonly #pieces: (Piece | undefined)[] = [];

  constructor(private readonly piece: (length: number) => Piece) {}

  static bytes(): Numbers {
    return new Numbers(length => new Uint8Array(length));
  }

  static integers(): Numbers {
    return new Numbers(length => new Int32Array(length));
  }

  static times(): Numbers {
    return new Numbers(length => new Float64Array(length));
  }

  at(index: number): number {
    return this.#pieces[Math.floor(index / pieceLength)]?.[index % pieceLength] ?? 0;
  }

  set(index: number, value: number): void {
    const piece = (this.#pieces[Math.floor(index / pieceLength)] ??= this.piece(pieceLength));
    piece[index % pieceLength] = value;
  }
}

/** A list of positions that grows at its end. */
export class Positions implements Iterable<number> {
  readonly #numbers = Numbers.integers();
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(position: number): void {
    this.#numbers.set(this.#length++, position);
  }

  at(index: number): number | undefined {
    return index >= 0 && index < this.#length ? this.#numbers.at(index) : undefined;
  }

  *[Symbol.iterator](): Generator<number> {
    for (let index = 0; index < this.#length; index++) yield this.#numbers.at(index);
  }
}
