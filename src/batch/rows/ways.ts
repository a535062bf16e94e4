/**
 * Rows of texts, such as the members of an object, so that one number tells a whole row, and rows that begin alike
 * share their beginning. The number of a way is its place in a hash table; 0 is the way that has no text yet.
 */
export class Ways {
  /** Fours: the way before the last text, that text, the way that it went on last time, and nothing. */
  readonly #steps: Int32Array;
  #count = 0;

  /** @param most how many there may be: a table that never grows never stands still */
  constructor(private readonly most: number) {
    // Fewer than half of the places are taken; a text 0 is a free one.
    this.#steps = new Int32Array(4 * 2 ** Math.ceil(Math.log2(2 * most + 2)));
  }

  /** The way that goes on with a text; 0 where there are too many already. */
  on(way: number, text: number): number {
    const steps = this.#steps;
    const last = steps.length - 1;
    let next = placeOf(way, text) & last;
    while (next === 0 || steps[next + 1] !== text || steps[next] !== way) {
      if (next !== 0 && steps[next + 1] === 0) {
        if (this.#count === this.most) return 0;
        this.#count++;
        steps[next] = way;
        steps[next + 1] = text;
        break;
      }
      next = (next + 4) & last;
    }
    steps[way + 2] = next;
    return next;
  }

  /** How it went on the last time; 0 where it never did. */
  lastOn(way: number): number {
    return this.#steps[way + 2] ?? 0;
  }

  /** The last text of a way. */
  textAt(way: number): number {
    return this.#steps[way + 1] ?? 0;
  }

  /** All texts of a way, from the first. */
  textsOf(way: number): number[] {
    const texts: number[] = [];
    for (let at = way; at !== 0; at = this.#steps[at] ?? 0) texts.push(this.textAt(at));
    return texts.reverse();
  }
}

/** A multiple of 4. */
function placeOf(way: number, text: number): number {
  const mixed = Math.imul(way ^ Math.imul(text, 0x9e37_79b1), 0x85eb_ca6b);
  return (mixed ^ (mixed >>> 15)) << 2;
}
