import { cellText, sliceLength, type Table, type TableRow } from './table';

/** Objects whose keys become columns; what only later ones have is none. */
const lookedAt = 1_000;
const mostColumns = 200;

const open = 0x7b;
const close = 0x7d;
const quote = 0x22;
const backslash = 0x5c;
const listEnd = 0x5d;

/**
 * The objects of a JSON list, of a list within an object, or of lines, read one at a time: a list of 300 MB would block
 * for seconds as a whole. Fields of an object within a row are columns too, as `user.openid`.
 */
export function objectTable(text: string): Table | undefined {
  const from = rowsFrom(text);
  const columns: string[] = [];
  let seen = 0;
  for (const object of objectsIn(text, from)) {
    const row = fieldsOf(object);
    if (row && columns.length < mostColumns)
      for (const key of row.keys()) if (!columns.includes(key)) columns.push(key);
    if (++seen === lookedAt) break;
  }
  if (columns.length === 0) return undefined;
  return {
    columns,
    hasNames: true,
    *slices() {
      let rows: TableRow[] = [];
      let length = 0;
      for (const object of objectsIn(text, from)) {
        const fields = fieldsOf(object);
        rows.push(
          fields
            ? { kind: 'cells', cells: columns.map(column => fields.get(column) ?? '') }
            : { kind: 'torn', text: object.slice(0, 500) },
        );
        length += object.length;
        if (length < sliceLength) continue;
        yield rows;
        rows = [];
        length = 0;
      }
      yield rows;
    },
  };
}

/**
 * Where the first row begins. An object whose list of objects follows at once is a wrapper, such as Navicat's
 * `{"RECORDS":[…` and WeChat's own `{"user_info_list":[…`; any other is a row.
 */
function rowsFrom(text: string): number {
  const wrapper =
    /^[\s\uFEFF]*\{(?:\s*"[^"\\]{0,100}"\s*:\s*(?:"[^"\\]{0,200}"|[\w.+-]+)\s*,)*\s*"[^"\\]{0,100}"\s*:\s*\[(?=\s*\{)/.exec(
      text.slice(0, 10_000),
    );
  if (wrapper) return wrapper[0].length;
  return text.search(/[[{]/) + (/^[\s\uFEFF]*\[/.test(text) ? 1 : 0);
}

/** The texts of objects that stand side by side, until their list ends. */
function* objectsIn(text: string, from: number): Generator<string> {
  let depth = 0;
  let start = from;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = stringEnd(text, at);
    else if (code === open) {
      if (depth++ === 0) start = at;
    } else if (code === close) {
      if (depth === 0) return;
      if (--depth === 0) yield text.slice(start, at + 1);
    } else if (code === listEnd && depth === 0) return;
  }
  // Torn off in the middle of a row.
  if (depth > 0) yield text.slice(start);
}

function stringEnd(text: string, opening: number): number {
  for (let at = opening + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) at++;
    else if (code === quote) return at;
  }
  return text.length;
}

function fieldsOf(object: string): ReadonlyMap<string, string> | undefined {
  let json: unknown;
  try {
    json = JSON.parse(object);
  } catch {
    return undefined;
  }
  if (typeof json !== 'object' || json === null) return undefined;
  const fields = new Map<string, string>();
  for (const [key, value] of entriesOf(json)) {
    if (typeof value !== 'object' || value === null) fields.set(key, cellText(value));
    else if (!Array.isArray(value))
      for (const [inner, held] of entriesOf(value)) fields.set(`${key}.${inner}`, cellText(held));
  }
  return fields;
}

function entriesOf(object: object): [string, unknown][] {
  return Object.entries(object);
}
