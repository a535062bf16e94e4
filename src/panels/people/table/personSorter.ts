import { imported } from '../../../protocol/personOutcome';
import { outcomeKinds } from '../../../protocol/views/profileView';
import { rankTexts } from '../../table/rankTexts';
import { ranksOfNumbers, sortByRanks } from '../../table/ranks';
import { type Steps } from '../../steps';
import { type ColumnSource } from './columnSources';

/** Values computed between two breaths: a millisecond or two. */
const valuesInStep = 4096;
/** Beyond these digits a number is not exact. */
const wholeNumber = /^\d{1,15}$/;

/** Sorts rows by a column; its ranks are kept, since who types a filter sorts the same column again and again. */
export class PersonSorter {
  private known: { readonly source: ColumnSource; readonly ranks: Float64Array } | undefined;

  constructor(private readonly positions: Uint32Array) {}

  /** What stands in some column is no longer what it was. */
  forget(): void {
    this.known = undefined;
  }

  *sort(rows: Uint32Array, source: ColumnSource | undefined, descending: boolean): Steps<Uint32Array> {
    if (!source) return descending ? rows.reverse() : rows;
    if (this.known?.source !== source) this.known = { source, ranks: yield* this.ranks(source) };
    return yield* sortByRanks(rows, this.known.ranks, descending);
  }

  private *ranks(source: ColumnSource): Steps<Float64Array> {
    const { positions } = this;
    const text = (row: number) => source.text(positions[row] ?? 0);
    switch (source.column.kind) {
      case 'time':
        return yield* ranksOfNumbers(yield* this.numbers(position => source.number?.(position) ?? NaN));
      case 'outcome':
        return yield* this.numbers(position => outcomeRank(source.text(position)));
      case 'code':
        return yield* rankTexts(positions.length, text);
      case 'text':
        return yield* this.ranksOfKeys(source);
    }
  }

  /** Business keys are numbers as a rule, which 10 stands behind 9 of. */
  private *ranksOfKeys(source: ColumnSource): Steps<Float64Array> {
    const numbers = yield* this.numbers(position => {
      const value = source.text(position);
      return value === '' ? NaN : wholeNumber.test(value) ? Number(value) : Infinity;
    });
    if (!numbers.includes(Infinity)) return yield* ranksOfNumbers(numbers);
    return yield* rankTexts(this.positions.length, row => source.text(this.positions[row] ?? 0));
  }

  private *numbers(valueOf: (position: number) => number): Steps<Float64Array> {
    const values = new Float64Array(this.positions.length);
    for (let row = 0; row < values.length; row++) {
      if (row % valuesInStep === 0) yield;
      values[row] = valueOf(this.positions[row] ?? 0);
    }
    return values;
  }
}

function outcomeRank(outcome: string): number {
  if (outcome === '') return NaN;
  return outcome === imported ? outcomeKinds.length : outcomeKinds.findIndex(kind => kind === outcome);
}
