/**
 * What a bare string in a container is: `every` one is an openid, `none` is, only the usual shape is (`free`),
 * or the first string in it decides between `every` and `free`.
 */
export type ListKind = 'free' | 'every' | 'none' | 'undecided';

const kinds: readonly ListKind[] = ['free', 'every', 'none', 'undecided'];
const openers = '([{\uff08\uff3b\uff5b\u3010';
const closers = ')]}\uff09\uff3d\uff5d\u3011';

/** The open brackets, one byte each: hostile text can open millions. */
export class Nesting {
  private entries = new Uint8Array(64);
  private readonly open = new Uint32Array(openers.length);
  depth = 0;

  constructor(private outermost: ListKind) {}

  get kind(): ListKind {
    return this.depth === 0 ? this.outermost : (kinds[this.top & 3] ?? 'free');
  }

  set kind(kind: ListKind) {
    if (this.depth === 0) this.outermost = kind;
    else this.entries[this.depth - 1] = (this.top & ~3) | kinds.indexOf(kind);
  }

  /** Whether the innermost open bracket is this one. */
  isIn(opener: string): boolean {
    return this.depth > 0 && this.top >> 2 === openers.indexOf(opener);
  }

  push(opener: string, kind: ListKind): void {
    if (this.depth === this.entries.length) {
      const longer = new Uint8Array(this.depth * 2);
      longer.set(this.entries);
      this.entries = longer;
    }
    const bracket = openers.indexOf(opener);
    this.entries[this.depth++] = (bracket << 2) | kinds.indexOf(kind);
    this.open[bracket] = this.count(bracket) + 1;
  }

  /** Closes the innermost bracket that fits, and what was left open within it; a stray closer closes nothing. */
  pop(closer: string): void {
    const bracket = closers.indexOf(closer);
    if (this.count(bracket) === 0) return;
    for (let closed = -1; closed !== bracket;) {
      closed = this.top >> 2;
      this.depth--;
      this.open[closed] = this.count(closed) - 1;
    }
  }

  private get top(): number {
    return this.entries[this.depth - 1] ?? 0;
  }

  private count(bracket: number): number {
    return this.open[bracket] ?? 0;
  }
}
