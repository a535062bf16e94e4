import { type Cleaning } from './cleaning';
import { TooManyOpenids } from './limits';
import { type PrefixCount, PrefixCounter } from './prefixes';
import { type OpenidShape, usualLength } from './shape';

export interface FoundOpenid {
  readonly openid: string;
  /** UTF-16 units; `text.slice(offset, offset + openid.length)` is the openid unless dirt inside it was cleaned. */
  readonly offset: number;
  readonly shape: OpenidShape;
}

/** Takes what a reader of text comes upon, in order of appearance. */
export interface Hits {
  /**
   * `cleaned` names each kind of dirt once; `end` is just past the openid, further on than its length where
   * dirt inside was cleaned.
   */
  add(found: FoundOpenid, cleaned: readonly Cleaning[], end: number): void;
  /** An item at the very edge of the text that may be a piece of an openid. */
  addCut(): void;
}

/** How many values each kind of dirt was removed from; `cut` counts items left out as cut off by a selection. */
export type CleanedCounts = Readonly<Partial<Record<Cleaning | 'cut', number>>>;

export interface FoundOpenids {
  /** Unique, in order of first appearance. */
  readonly openids: readonly FoundOpenid[];
  /** Appearances beyond the first of each. */
  readonly duplicates: number;
  readonly cleaned: CleanedCounts;
  /** How many values were cleaned of anything. */
  readonly cleanedValues: number;
  /** Of the openids of the usual shape, the commonest first. More than one: two accounts, or unionids among them. */
  readonly prefixes: readonly PrefixCount[];
}

/** UTF-16 units that nobody misses. */
const shortText = 100_000;

/** Gathers hits, each openid once. */
export class Findings implements Hits {
  private readonly openids: FoundOpenid[] = [];
  private readonly seen = new Set<string>();
  private readonly cleaned = new Map<Cleaning | 'cut', number>();
  private readonly prefixes = new PrefixCounter();
  private duplicates = 0;
  private cleanedValues = 0;

  constructor(private readonly limit: number) {}

  add(found: FoundOpenid, cleaned: readonly Cleaning[]): void {
    if (cleaned.length > 0) this.cleanedValues++;
    for (const cleaning of cleaned) this.count(cleaning);
    if (this.seen.has(found.openid)) {
      this.duplicates++;
      return;
    }
    if (this.openids.length === this.limit) throw new TooManyOpenids(this.limit);
    this.seen.add(found.openid);
    this.openids.push(found);
    if (found.shape === 'usual') this.prefixes.count(found.openid);
  }

  addCut(): void {
    this.count('cut');
  }

  /** What was found in a text of this length. */
  result(textLength: number): FoundOpenids {
    return {
      openids: this.isSparse(textLength) ? this.openids.map(copyOut) : this.openids,
      duplicates: this.duplicates,
      cleaned: Object.fromEntries(this.cleaned),
      cleanedValues: this.cleanedValues,
      prefixes: this.prefixes.counts(),
    };
  }

  /** Pieces of a string keep the whole of it in memory: too much, for a few openids of a log. */
  private isSparse(textLength: number): boolean {
    return textLength > shortText && this.openids.length * usualLength * 10 < textLength;
  }

  private count(cleaning: Cleaning | 'cut'): void {
    this.cleaned.set(cleaning, (this.cleaned.get(cleaning) ?? 0) + 1);
  }
}

function copyOut(found: FoundOpenid): FoundOpenid {
  return { ...found, openid: found.openid.split('').join('') };
}
