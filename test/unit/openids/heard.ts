import { findOpenids } from '../../../src/openids';
import { type FoundOpenid, type Hits, type LeftOutKind } from '../../../src/openids/findings';
import { type Cleaning } from '../../../src/openids/openid/cleaning';

/** Writes down what a reader of text comes upon. */
export class Heard implements Hits {
  readonly found: string[] = [];
  readonly offsets: number[] = [];
  readonly cleaned: Cleaning[] = [];
  /** Kind and value. */
  readonly leftOut: (readonly [LeftOutKind, string, number])[] = [];
  cut = 0;

  add({ openid, offset }: FoundOpenid, cleaned: readonly Cleaning[]): void {
    this.found.push(openid);
    this.offsets.push(offset);
    this.cleaned.push(...cleaned);
  }

  addCut(): void {
    this.cut++;
  }

  leaveOut(kind: LeftOutKind, value: string, offset: number): void {
    this.leftOut.push([kind, value, offset]);
  }
}

/** The openids of a text, and how many values of each kind are left out. */
export async function readText(
  text: string,
): Promise<{ readonly found: readonly string[]; readonly leftOut: Readonly<Record<string, number>> }> {
  const { openids, leftOut } = await findOpenids(text);
  return {
    found: openids.map(({ openid }) => openid),
    leftOut: Object.fromEntries(leftOut.map(({ kind, count }) => [kind, count])),
  };
}
