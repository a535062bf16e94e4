import { columnRules, type ColumnRule } from './columns';

const longestColumnList = 10_000;

/** Follows SQL's `INSERT … (columns) VALUES (…), (…)`, where columns name the items of the tuples. */
export class Insertion {
  /** What the columns say of the tuple that may begin here. */
  rules: readonly ColumnRule[] | undefined;
  private groupStart = -1;
  /** The last bracketed group, as long as nothing has followed it. */
  private group: string | undefined;
  /** Dumps repeat the same columns in every statement. */
  private known: { readonly group: string; readonly rules: readonly ColumnRule[] | undefined } | undefined;

  constructor(private readonly text: string) {}

  open(at: number): void {
    this.groupStart = at + 1;
    this.group = undefined;
  }

  close(at: number): void {
    const fits = this.groupStart >= 0 && at - this.groupStart <= longestColumnList;
    this.group = fits ? this.text.slice(this.groupStart, at) : undefined;
    this.groupStart = -1;
  }

  word(start: number, end: number): void {
    const { group } = this;
    this.rules = undefined;
    this.group = undefined;
    if (group !== undefined && end - start <= 6 && /^values?$/i.test(this.text.slice(start, end))) {
      this.rules = this.rulesOf(group);
    }
  }

  end(): void {
    this.rules = undefined;
  }

  private rulesOf(group: string): readonly ColumnRule[] | undefined {
    if (this.known?.group !== group) this.known = { group, rules: columnRules(group.split(',')) };
    return this.known.rules;
  }
}
