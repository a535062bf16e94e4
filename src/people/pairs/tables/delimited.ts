import { openidShape } from '../../../openids';
import { cellText, sliceLength, type Table, type TableRow } from './table';

const delimiters = ['\t', ',', ';', '|'];
/** Without the end of a line outside quotes for so long, a quote is taken for one that nobody closed. */
const longestSlice = 32 * sliceLength;

/** Cells between delimiters, quoted as RFC 4180 says. The CSV library is loaded by the first table that needs it. */
export async function delimitedTable(text: string): Promise<Table | undefined> {
  const { default: Papa } = await import('papaparse');
  const delimiter = delimiterOf(text);
  const parse = (slice: string) => Papa.parse<string[]>(slice, { delimiter, skipEmptyLines: 'greedy' }).data;
  return tableOf(() => rowsOf(quotedSlices(text), parse));
}

/** The one that the first line has most of: names of columns have none of the others. */
function delimiterOf(text: string): string {
  const line = /[^\s\uFEFF][^\r\n]*/.exec(text.slice(0, sliceLength))?.[0].replace(/"[^"]*"/g, '') ?? '';
  const counts = delimiters.map(delimiter => line.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

export function sheetTable(text: string): Table | undefined {
  const parse = (slice: string) =>
    slice.split('\n').flatMap(line => (line.trim() === '' ? [] : [line.replace(/\r$/, '').split('\t')]));
  return tableOf(() => rowsOf(plainSlices(text), parse));
}

function tableOf(rows: () => Iterable<readonly (readonly string[])[]>): Table | undefined {
  let first: readonly string[] | undefined;
  for (const slice of rows()) {
    first = slice[0];
    if (first) break;
  }
  if (!first) return undefined;
  // A head names things; ids name people.
  const hasNames =
    !first.some(cell => openidShape(cell.trim()) === 'usual') && first.some(cell => cell.trim() !== '');
  const columns = first.map((name, index) =>
    hasNames && name.trim() !== '' ? name.trim() : String(index + 1),
  );
  const width = columns.length;
  return {
    columns,
    hasNames,
    *slices() {
      let isFirst = hasNames;
      for (const slice of rows()) {
        const body = isFirst ? slice.slice(1) : slice;
        if (slice.length > 0) isFirst = false;
        yield body.map((cells): TableRow => rowOf(cells, width));
      }
    },
  };
}

/** Spreadsheets leave empty cells out at the end of a row, and add them. */
function rowOf(cells: readonly string[], width: number): TableRow {
  const isTorn = cells.length > width && cells.slice(width).some(cell => cell.trim() !== '');
  if (isTorn) return { kind: 'torn', text: cells.join(' ') };
  return { kind: 'cells', cells: Array.from({ length: width }, (_, column) => cellText(cells[column])) };
}

function* rowsOf(
  slices: Iterable<string>,
  parse: (slice: string) => readonly (readonly string[])[],
): Generator<readonly (readonly string[])[]> {
  for (const slice of slices) yield parse(slice);
}

/** Cut behind ends of lines. */
function* plainSlices(text: string): Generator<string> {
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length;) {
    const end = text.indexOf('\n', at + sliceLength) + 1 || text.length;
    yield text.slice(at, end);
    at = end;
  }
}

/** Cut behind ends of lines that stand in no quotes. */
function* quotedSlices(text: string): Generator<string> {
  for (let at = text.startsWith('\uFEFF') ? 1 : 0; at < text.length;) {
    const end = cutBehind(text, at);
    yield text.slice(at, end);
    at = end;
  }
}

function cutBehind(text: string, from: number): number {
  let isQuoted = false;
  for (let at = from; at < text.length && at - from < longestSlice; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) isQuoted = !isQuoted;
    else if (code === 0x0a && !isQuoted && at - from >= sliceLength) return at + 1;
  }
  if (text.length - from <= longestSlice) return text.length;
  return text.indexOf('\n', from + sliceLength) + 1 || text.length;
}
