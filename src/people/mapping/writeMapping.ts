import { bom, csvLines } from '../../batch';
import { type MappingColumn, type MappingRow } from './mapping';
import {
  charset,
  column,
  isUsableName,
  literal,
  type SqlDialect,
  table,
  transaction,
  updateText as updateStatement,
} from './sqlText';

/** What a mapping is written as: a table, objects, or SQL statements. */
export type MappingFormat =
  | { readonly kind: 'csv' | 'json' | 'ndjson' }
  | { readonly kind: 'insert'; readonly dialect: SqlDialect; readonly table: string }
  /** `by` is the name of the column that finds the row; what is not known is not overwritten. */
  | { readonly kind: 'update'; readonly dialect: SqlDialect; readonly table: string; readonly by: string };

/** What was written of the rows that came. */
export interface WrittenMapping {
  rows: number;
  /** Without a value to find the row by, or without one to set. */
  leftOut: number;
}

/** Rows of a statement, and statements of a transaction. */
const atOnce = 500;

/**
 * A mapping as text, piece by piece.
 * @param written is counted up while the pieces are read
 * @throws {RangeError} where a name is none that the database takes
 */
export async function* writeMapping(
  rows: AsyncIterable<readonly MappingRow[]>,
  columns: Columns,
  format: MappingFormat,
  written: WrittenMapping = { rows: 0, leftOut: 0 },
): AsyncGenerator<string, void, undefined> {
  switch (format.kind) {
    case 'csv':
      yield* csvText(rows, columns, written);
      return;
    case 'json':
    case 'ndjson':
      yield* jsonText(rows, columns, format.kind, written);
      return;
    case 'insert':
      checkNames(columns, format);
      yield* insertText(rows, columns, format, written);
      return;
    case 'update':
      checkNames(columns, format);
      yield* updateText(rows, columns, format, written);
      return;
  }
}

type Rows = AsyncIterable<readonly MappingRow[]>;
type Columns = readonly Pick<MappingColumn, 'name'>[];

async function* csvText(rows: Rows, columns: Columns, written: WrittenMapping): AsyncGenerator<string> {
  yield bom + csvLines([columns.map(({ name }) => name)]);
  for await (const portion of rows) {
    yield csvLines(portion.map(row => row.map(cell => cell ?? '')));
    written.rows += portion.length;
  }
}

async function* jsonText(
  rows: Rows,
  columns: Columns,
  kind: 'json' | 'ndjson',
  written: WrittenMapping,
): AsyncGenerator<string> {
  const isList = kind === 'json';
  let before = isList ? '[\n' : '';
  for await (const portion of rows) {
    const objects = portion.map(row => {
      const known = columns.flatMap(({ name }, index) =>
        row[index] === undefined ? [] : [[name, row[index]]],
      );
      return JSON.stringify(Object.fromEntries(known));
    });
    yield before + objects.join(isList ? ',\n' : '\n') + (isList ? '' : '\n');
    if (isList) before = ',\n';
    written.rows += portion.length;
  }
  if (isList) yield before === '[\n' ? '[]\n' : '\n]\n';
}

async function* insertText(
  rows: Rows,
  columns: Columns,
  { dialect, table: name }: Extract<MappingFormat, { kind: 'insert' }>,
  written: WrittenMapping,
): AsyncGenerator<string> {
  yield charset(dialect);
  const into = `INSERT INTO ${table(name, dialect)} (${columns.map(each => column(each.name, dialect)).join(', ')}) VALUES`;
  for await (const portion of inPortions(rows)) {
    const values = portion.map(row => `(${row.map(cell => literal(cell, dialect)).join(', ')})`);
    yield `${into}\n${values.join(',\n')};\n`;
    written.rows += portion.length;
  }
}

async function* updateText(
  rows: Rows,
  columns: Columns,
  { dialect, table: name, by }: Extract<MappingFormat, { kind: 'update' }>,
  written: WrittenMapping,
): AsyncGenerator<string> {
  yield charset(dialect);
  const key = columns.findIndex(each => each.name === by);
  for await (const portion of inPortions(rows)) {
    const statements = portion.flatMap(row => {
      const set = columns.flatMap((each, index) =>
        index === key || row[index] === undefined ? [] : [[each.name, row[index]] as const],
      );
      if (row[key] === undefined || set.length === 0) return [];
      return [updateStatement(dialect, name, set, [by, row[key]])];
    });
    written.rows += statements.length;
    written.leftOut += portion.length - statements.length;
    if (statements.length > 0) yield transaction(statements);
  }
}

async function* inPortions(rows: Rows): AsyncGenerator<readonly MappingRow[]> {
  let portion: MappingRow[] = [];
  for await (const some of rows) {
    for (const row of some) {
      if (portion.push(row) < atOnce) continue;
      yield portion;
      portion = [];
    }
  }
  if (portion.length > 0) yield portion;
}

function checkNames(columns: Columns, format: Extract<MappingFormat, { kind: 'insert' | 'update' }>): void {
  const names = columns.map(({ name }) => name);
  const isFit = (name: string) => isUsableName(name, format.dialect);
  // A dot in a column's name would be taken for a table's.
  if (!isFit(format.table) || !names.every(name => isFit(name) && !name.includes('.')))
    throw new RangeError('not a name of a table or column');
  if (new Set(names).size < names.length) throw new RangeError('two columns of one name');
  if (format.kind === 'update' && !names.includes(format.by))
    throw new RangeError('no such column to find rows by');
}
