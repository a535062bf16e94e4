import { columnRules, type ColumnRule } from './columns';
import { longestTuple, readTuple } from './tuples';

const mostTables = 1000;
const definition =
  /create\s+(?:\w+\s+){0,3}?table\s+(?:if\s+not\s+exists\s+)?([^\s(]{1,200}(?:\s?\.\s?[^\s(]{1,100})?)\s{0,20}\(/iy;
const insertion = /(?:into|insert)\s+(?!into\b)(?:table\s+)?([^\s(]{1,200})/iy;
/** Lines of a definition that define no column. */
const constraint =
  /^(?:primary|unique|key|index|constraint|foreign|fulltext|spatial|check|exclude|period|like)\b/i;

/** Remembers `CREATE TABLE`, whose columns name the items of an `INSERT` that names none. */
export class Schema {
  private readonly tables = new Map<string, readonly ColumnRule[] | undefined>();

  /** Definitions within what was looked at already are none: looking again and again would not be linear. */
  private readBefore = 0;

  constructor(private readonly text: string) {}

  /** At the word CREATE. */
  define(at: number): void {
    if (at < this.readBefore) return;
    definition.lastIndex = at;
    const name = definition.exec(this.text)?.[1];
    if (name === undefined || this.tables.size >= mostTables) return;
    const cells: number[] = [];
    const start = definition.lastIndex;
    const end = readTuple(this.text, start, cells, ')');
    this.readBefore = end < 0 ? start + longestTuple : end;
    if (end < 0) return;
    const columns: string[] = [];
    for (let i = 0; i < cells.length; i += 2) {
      const column = this.text.slice(cells[i], Math.min(cells[i + 1] ?? 0, (cells[i] ?? 0) + 200)).trim();
      if (!constraint.test(column)) columns.push(/^\S+/.exec(column)?.[0] ?? '');
    }
    this.tables.set(plain(name), columnRules(columns));
  }

  /** At the word INTO, which some dialects leave out after INSERT: what the columns of that table say. */
  rulesInto(at: number): readonly ColumnRule[] | undefined {
    if (this.tables.size === 0) return undefined;
    insertion.lastIndex = at;
    const name = insertion.exec(this.text)?.[1];
    return name === undefined ? undefined : this.tables.get(plain(name));
  }
}

/** The last part of a name, without quotes: dumps name the schema in one place and not in the other. */
function plain(name: string): string {
  return (/[^.\s]+$/.exec(name)?.[0] ?? name).replace(/[`"[\]]/g, '').toLowerCase();
}
