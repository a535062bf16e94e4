const firstSize = 1024;
/** FNV-1a, begun anywhere: nobody can write a text of which all values meet in one place. */
const prime = 0x01000193;

/**
 * Tells values that were there before, as a `Set` of strings does, which takes most of the time that a list of
 * openids takes: here a value is looked for in the text where it stands, and is made a string only once.
 */
export class Distinct {
  private readonly values: string[] = [];
  private readonly seed = Math.trunc(Math.random() * 2 ** 32);
  private hashes = new Int32Array(firstSize / 2);
  /** One more than the index of a value; 0 for none. */
  private slots = new Int32Array(firstSize);

  /** Of more values than `most` the later ones are not remembered, and new each time. */
  constructor(private readonly most = Infinity) {}

  /** Adds a value which the source holds between `from` and `to`; whether it is new. */
  add(value: string, source: string, from: number, to: number): boolean {
    const hash = this.hashOf(source, from, to);
    const mask = this.slots.length - 1;
    let at = hash & mask;
    for (let entry = this.slots[at] ?? 0; entry !== 0; entry = this.slots[at] ?? 0) {
      if (this.hashes[entry - 1] === hash && this.values[entry - 1] === value) return false;
      at = (at + 1) & mask;
    }
    if (this.values.length >= this.most) return true;
    this.hashes[this.values.length] = hash;
    this.slots[at] = this.values.push(value);
    if (this.values.length === this.hashes.length) this.grow();
    return true;
  }

  private hashOf(source: string, from: number, to: number): number {
    let hash = this.seed;
    for (let at = from; at < to; at++) hash = Math.imul(hash ^ source.charCodeAt(at), prime);
    return hash ^ (hash >>> 15);
  }

  private grow(): void {
    const hashes = new Int32Array(this.hashes.length * 4);
    hashes.set(this.hashes);
    this.hashes = hashes;
    this.slots = new Int32Array(hashes.length * 2);
    const mask = this.slots.length - 1;
    for (let index = 0; index < this.values.length; index++) {
      let at = (hashes[index] ?? 0) & mask;
      while (this.slots[at] !== 0) at = (at + 1) & mask;
      this.slots[at] = index + 1;
    }
  }
}
