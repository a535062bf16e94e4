import { safeForSpreadsheets } from '../../batch';
import { type Value } from '../place';
import { type Survey } from './survey';

const edgeBlank = /^\s|\s$/;

/** Writes cells behind a record as the file writes its own. */
export class CellWriter {
  private readonly empty: string;
  private readonly needsQuotes: RegExp;

  constructor(
    private readonly delimiter: string,
    private readonly quotes: Survey['quotes'],
  ) {
    this.empty = quotes === 'all' ? '""' : '';
    this.needsQuotes = new RegExp(`["\\r\\n${delimiter.replace(/[\\\]^-]/g, '\\$&')}]`);
  }

  /** Each with the delimiter before it. */
  cells(values: readonly Value[]): string {
    return values.map(value => this.delimiter + this.cell(textOf(value))).join('');
  }

  padding(count: number): string {
    return count > 0 ? (this.delimiter + this.empty).repeat(count) : '';
  }

  private cell(text: string): string {
    if (text === '') return this.empty;
    const safe = safeForSpreadsheets(text);
    return this.quotes !== 'needed' || this.needsQuotes.test(safe) || edgeBlank.test(safe)
      ? `"${safe.replaceAll('"', '""')}"`
      : safe;
  }
}

/** Tags as a spreadsheet shows them: one cell. */
function textOf(value: Value): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : value.join(', ');
}
