/** Which database a statement is for: they disagree about quotes and escapes. */
export type SqlDialect = 'mysql' | 'postgresql';

/** Longer names are cut by one database and refused by the other. */
const longestName: Readonly<Record<SqlDialect, number>> = { mysql: 64, postgresql: 63 };

/** Whether it can be the name of a column, or of a table with its schema before a dot. */
export function isUsableName(name: string, dialect: SqlDialect): boolean {
  const parts = name.split('.');
  const isUsable = (part: string) =>
    part.trim() === part &&
    part !== '' &&
    !/[\u0000-\u001f\u007f]/.test(part) &&
    // Names of MySQL end at U+FFFF, https://dev.mysql.com/doc/refman/8.4/en/identifiers.html
    (dialect === 'postgresql' || !/[\u{10000}-\u{10ffff}]/u.test(part)) &&
    sizeOf(part, dialect) <= longestName[dialect];
  return parts.length <= 2 && parts.every(isUsable);
}

/** MySQL counts characters, PostgreSQL bytes. */
function sizeOf(part: string, dialect: SqlDialect): number {
  return dialect === 'mysql' ? part.length : Buffer.byteLength(part);
}

/** A column's name in quotes, so that it may be a word of the language. */
export function column(name: string, dialect: SqlDialect): string {
  const quote = dialect === 'mysql' ? '`' : '"';
  return quote + name.replaceAll(quote, quote + quote) + quote;
}

/** A table's name, part by part. */
export function table(name: string, dialect: SqlDialect): string {
  return name
    .split('.')
    .map(part => column(part, dialect))
    .join('.');
}

/** What means different things by the settings of a server: backslashes do, and controls to the tools in between. */
const unsafe = /[\\\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/** A value. Texts that settings of the server could read in two ways are written as their bytes. */
export function literal(value: string | undefined, dialect: SqlDialect): string {
  if (value === undefined) return 'NULL';
  if (!unsafe.test(value)) return `'${value.replaceAll("'", "''")}'`;
  const hex = Buffer.from(value, 'utf8').toString('hex');
  return dialect === 'mysql' ? `_utf8mb4 X'${hex}'` : `convert_from(decode('${hex}', 'hex'), 'UTF8')`;
}

type Cell = readonly [column: string, value: string | undefined];

export function updateText(
  dialect: SqlDialect,
  tableName: string,
  set: readonly Cell[],
  [by, value]: Cell,
): string {
  const assigned = set.map(([name, cell]) => `${column(name, dialect)} = ${literal(cell, dialect)}`);
  const where = `${column(by, dialect)} = ${literal(value, dialect)}`;
  return `UPDATE ${table(tableName, dialect)} SET ${assigned.join(', ')} WHERE ${where};`;
}

export function transaction(statements: readonly string[]): string {
  return `START TRANSACTION;\n${statements.join('\n')}\nCOMMIT;\n`;
}

/** In what a file of statements is written, whatever the client's own setting. */
export function charset(dialect: SqlDialect): string {
  return dialect === 'mysql' ? 'SET NAMES utf8mb4;\n' : "SET client_encoding = 'UTF8';\n";
}
