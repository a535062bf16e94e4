import { isUsableName, charset, type SqlDialect, transaction, updateText } from '../mapping/sqlText';
import { writeMapping } from '../mapping/writeMapping';
import { type RefreshedKind, type UnionidChange, type UnionidChanges } from './unionidChanges';

/** Rows as a file, or statements for a table of the user's. */
export type ChangesFormat =
  | { readonly kind: 'csv' | 'json' | 'ndjson' }
  | {
      readonly kind: 'update';
      readonly dialect: SqlDialect;
      readonly table: string;
      /** Names of columns. */
      readonly unionid: string;
      /** Undefined where rows are found by their old unionid. */
      readonly openid: string | undefined;
    };

/** Statements of a transaction. */
const atOnce = 500;

/**
 * Old and new unionids as text, piece by piece.
 * @throws {RangeError} where a name is none that the database takes, or the old unionids do not tell the new ones
 */
export async function* writeChanges(
  changes: UnionidChanges,
  kind: RefreshedKind,
  format: ChangesFormat,
  signal?: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  const portions = changes.portions(kind, atOnce, signal);
  if (format.kind !== 'update') {
    const columns = [{ name: 'openid' }, { name: 'old_unionid' }, { name: 'unionid' }];
    yield* writeMapping(
      mapped(portions, each => [each.openid, each.before, each.after]),
      columns,
      format,
    );
    return;
  }
  const { dialect, table, unionid, openid } = format;
  if (openid !== undefined) {
    const columns = [{ name: unionid }, { name: openid }];
    const rows = mapped(portions, each => [each.after, each.openid]);
    yield* writeMapping(rows, columns, { kind: 'update', dialect, table, by: openid });
    return;
  }
  if (!changes.oldTellsNew) throw new RangeError('old unionids do not tell new ones');
  if (!isUsableName(table, dialect) || !isUsableName(unionid, dialect) || unionid.includes('.'))
    throw new RangeError('not a name of a table or column');
  yield charset(dialect);
  const written = new Set<string>();
  for await (const portion of portions) {
    const statements = portion.flatMap(({ before, after }) => {
      // Somebody with two openids has one unionid, and rows that are met once.
      if (before === undefined || after === undefined || written.has(before)) return [];
      written.add(before);
      return [updateText(dialect, table, [[unionid, after]], [unionid, before])];
    });
    if (statements.length > 0) yield transaction(statements);
  }
}

async function* mapped(
  portions: AsyncIterable<readonly UnionidChange[]>,
  row: (change: UnionidChange) => readonly (string | undefined)[],
): AsyncGenerator<readonly (readonly (string | undefined)[])[]> {
  for await (const portion of portions) yield portion.map(row);
}
