import { skipBlanks } from '../characters/blanks';
import { type Values } from '../text/values';
import { columnRules, type ColumnRule, takeRow } from './columns';
import { cellTexts, lineEnd, readRow } from './rows';

const longestNames = 5000;

/** Follows the results that MyBatis logs: `Columns: id, unionid, openid`, and below it `Row: …` for each. */
export class ResultRows {
  private rules: readonly ColumnRule[] | undefined;
  private readonly cells: number[] = [];

  constructor(
    private readonly text: string,
    private readonly values: Values,
    private readonly readText: (start: number, end: number) => void,
  ) {}

  /** Told of each name that a colon follows; returns where to go on, if the rest of the line is read. */
  line(name: string, start: number): number | undefined {
    if (name === 'Columns') {
      const line = this.text.slice(start, lineEnd(this.text, start, start + longestNames));
      this.rules = columnRules(cellTexts(line, ','));
      return undefined;
    }
    if (name !== 'Row' || !this.rules) return undefined;
    const end = readRow(this.text, start, ',', this.cells);
    if (end < 0) return undefined;
    for (let i = 0; i < this.cells.length; i += 2) {
      const [from = 0, to = 0] = [this.cells[i], this.cells[i + 1]];
      this.cells[i] = skipBlanks(this.text, from, to);
    }
    takeRow(this.cells, this.rules, this.values, this.readText);
    return end;
  }
}
