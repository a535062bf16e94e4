/** Pieces of the names of values that are never openids; `indexOf` finds them faster than anything reads. */
const stems = ['nion', 'NION', 'oken', 'ecret', 'icket', 'ession_', 'essionK', 'ppid', 'ppId'] as const;

/** UTF-16 units that are searched at once, lest it take long. */
const stretch = 65_536;

/**
 * Tells where a text mentions such names, so that the many openids of a text that does not are read without a look
 * around. To be asked from the beginning of the text to its end.
 */
export class Mentions {
  private readonly searches: readonly Search[];
  /** A part of the text in which none of them is. */
  private quietFrom = 0;
  private quietTo = -1;

  constructor(text: string) {
    this.searches = stems.map(stem => new Search(text, stem));
  }

  /** Whether a name is mentioned between these places. */
  between(from: number, to: number): boolean {
    const begin = Math.max(0, from);
    if (begin >= this.quietFrom && to <= this.quietTo) return false;
    let quietTo = Number.MAX_SAFE_INTEGER;
    for (const search of this.searches) {
      if (search.between(begin, to)) return true;
      quietTo = Math.min(quietTo, search.to);
    }
    this.quietFrom = begin;
    this.quietTo = quietTo;
    return false;
  }
}

/** One of them; remembers a part of the text in which it is not. */
class Search {
  private from = 0;
  /** How far it is known that it is not in the text. */
  to = 0;
  /** Whether it stands where that part ends. */
  private found = false;

  constructor(
    private readonly text: string,
    private readonly stem: string,
  ) {}

  between(from: number, to: number): boolean {
    if (from < this.from || from > this.to) {
      this.from = from;
      this.to = from;
      this.found = false;
    }
    while (!this.found && this.to < to) this.goOn();
    return this.found && this.to < to;
  }

  private goOn(): void {
    const { text, stem, to } = this;
    const limit = to + stretch;
    const at = text.slice(to, limit + stem.length - 1).indexOf(stem);
    this.found = at >= 0;
    if (at >= 0) this.to += at;
    else this.to = limit < text.length ? limit : Number.MAX_SAFE_INTEGER;
  }
}
