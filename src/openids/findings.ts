import { Distinct } from './distinct';
import { TooManyOpenids } from './limits';
import { type Cleaning } from './openid/cleaning';
import { type PrefixCount, PrefixCounter } from './openid/prefixes';
import { type OpenidShape, usualLength } from './openid/shape';
import { type NeverKind } from './text/names/names';

/** An openid and where it stands. */
export interface FoundOpenid {
  readonly openid: string;
  /** UTF-16 units; `text.slice(offset, offset + openid.length)` is the openid unless dirt inside it was cleaned. */
  readonly offset: number;
  readonly shape: OpenidShape;
}

/**
 * What was left out, by what its name says it is; `otherColumn` is a value of the usual shape in a table that has a
 * column for openids elsewhere, `notOpenid` one that is called an openid and cannot be one.
 */
export type LeftOutKind = NeverKind | 'otherColumn' | 'notOpenid';

/** Values of one kind that were left out. */
export interface LeftOut {
  readonly kind: LeftOutKind;
  /** Values, each once as long as they are few; what is no openid is counted wherever it stands. */
  readonly count: number;
  /** UTF-16 units; where the first few stand. */
  readonly offsets: readonly number[];
}

/** Takes what a reader of text comes upon, in order of appearance. */
export interface Hits {
  /**
   * `cleaned` names each kind of dirt once; `end` is just past the openid in the text, further on than its length
   * where dirt inside was cleaned.
   */
  add(found: FoundOpenid, cleaned: readonly Cleaning[], end: number, text: string): void;
  /** An item at the very edge of the text that may be a piece of an openid. */
  addCut(): void;
  /** A value that its name rules out; an empty one is none of the usual shape. */
  leaveOut(kind: LeftOutKind, value: string, offset: number, text: string): void;
}

/** How many values each kind of dirt was removed from; `cut` counts items left out as cut off by a selection. */
export type CleanedCounts = Readonly<Partial<Record<Cleaning | 'cut', number>>>;

/** All that was found in a text. */
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
  /** What looks like an openid and has the name of something else, the commonest kind first. */
  readonly leftOut: readonly LeftOut[];
}

/** UTF-16 units that nobody misses. */
const shortText = 100_000;
const offsetsTold = 5;
/** Values left out that are told apart; of more, each appearance counts. */
const toldApart = 20_000;

/** Gathers hits, each openid once. */
export class Findings implements Hits {
  private readonly openids: FoundOpenid[] = [];
  private readonly seen = new Distinct();
  private readonly cleaned = new Map<Cleaning | 'cut', number>();
  private readonly prefixes = new PrefixCounter();
  private readonly leftOut = new Map<LeftOutKind, { count: number; offsets: number[]; values: Distinct }>();
  private duplicates = 0;
  private cleanedValues = 0;

  constructor(private readonly limit: number) {}

  /** Without a text, the entry of a list. */
  add(found: FoundOpenid, cleaned: readonly Cleaning[], end?: number, text?: string): void {
    if (cleaned.length > 0) {
      this.cleanedValues++;
      for (const cleaning of cleaned) this.count(cleaning, 1);
    }
    const { openid, offset } = found;
    const stands = text !== undefined && end === offset + openid.length;
    const isNew = stands
      ? this.seen.add(openid, text, offset, end)
      : this.seen.add(openid, openid, 0, openid.length);
    if (!isNew) {
      this.duplicates++;
      return;
    }
    if (this.openids.length === this.limit) throw new TooManyOpenids(this.limit);
    this.openids.push(found);
    if (found.shape === 'usual') this.prefixes.count(openid);
  }

  addCut(): void {
    this.count('cut', 1);
  }

  leaveOut(kind: LeftOutKind, value: string, offset: number, text: string): void {
    const entry = this.entryOf(kind);
    if (value !== '' && !entry.values.add(value, text, offset, offset + value.length)) return;
    entry.count++;
    if (entry.offsets.length < offsetsTold) entry.offsets.push(offset);
  }

  /** What another text held, each openid once over all. */
  include(part: FoundOpenids): void {
    for (const found of part.openids) this.add(found, []);
    this.duplicates += part.duplicates;
    this.cleanedValues += part.cleanedValues;
    for (const [kind, count] of Object.entries(part.cleaned) as [Cleaning | 'cut', number][]) {
      this.count(kind, count);
    }
    for (const { kind, count, offsets } of part.leftOut) {
      const entry = this.entryOf(kind);
      entry.count += count;
      entry.offsets.push(...offsets.slice(0, offsetsTold - entry.offsets.length));
    }
  }

  /** What was found in a text of this length. */
  result(textLength: number): FoundOpenids {
    return {
      openids: this.isSparse(textLength) ? this.openids.map(copyOut) : this.openids,
      duplicates: this.duplicates,
      cleaned: Object.fromEntries(this.cleaned),
      cleanedValues: this.cleanedValues,
      prefixes: this.prefixes.counts(),
      leftOut: [...this.leftOut]
        .map(([kind, { count, offsets }]) => ({ kind, count, offsets }))
        .sort((a, b) => b.count - a.count),
    };
  }

  /** Pieces of a string keep the whole of it in memory: too much, for a few openids of a log. */
  private isSparse(textLength: number): boolean {
    return textLength > shortText && this.openids.length * usualLength * 10 < textLength;
  }

  private count(cleaning: Cleaning | 'cut', by: number): void {
    this.cleaned.set(cleaning, (this.cleaned.get(cleaning) ?? 0) + by);
  }

  private entryOf(kind: LeftOutKind): { count: number; offsets: number[]; values: Distinct } {
    let entry = this.leftOut.get(kind);
    if (!entry) {
      entry = { count: 0, offsets: [], values: new Distinct(toldApart) };
      this.leftOut.set(kind, entry);
    }
    return entry;
  }
}

function copyOut(found: FoundOpenid): FoundOpenid {
  return { ...found, openid: found.openid.split('').join('') };
}
