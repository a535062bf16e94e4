import { setImmediate as turn } from 'node:timers/promises';

import { columnKind } from '../../openids';
import { isUsualOpenid, longestOpenid, shownSamples } from '../place';
import { type Dialect } from './dialect';
import { RecordScanner } from './recordScanner';

/** What one walk over a delimited text tells of it. */
export interface Survey {
  /** Where the record with the names of the columns begins; undefined where there is none. */
  readonly header: number | undefined;
  /** Where that begins which the columns belong to: what precedes it is a title. */
  readonly body: number;
  readonly names: readonly string[];
  /** Cells of the widest record: shorter ones are padded, so that what is added stands in columns. */
  readonly width: number;
  /** Whether every cell is quoted, and whether empty ones are. */
  readonly quotes: 'all' | 'filled' | 'needed';
  readonly columns: readonly Column[];
}

export interface Column {
  /** Cells that hold something, and those that hold an openid of the usual shape. */
  filled: number;
  usual: number;
  readonly samples: string[];
}

/** Titles may precede the names of the columns. */
const titleRecords = 10;
/** Records that are wider by more than this are broken, and would widen all others. */
const mostPadding = 50;
export const recordsATurn = 5000;

export async function survey(text: string, { delimiter, body }: Dialect): Promise<Survey> {
  const top = findTop(text, { delimiter, body });
  const scanner = new RecordScanner(text, delimiter, top.header === undefined ? top.first : top.header);
  const columns: Column[] = [];
  let names: string[] = [];
  let width = 0;
  let widest = Infinity;
  let isQuoted = true;
  let hasBareEmpty = false;
  for (let count = 1; scanner.advance(); count++) {
    if (count % recordsATurn === 0) await turn();
    if (scanner.isBlank) continue;
    if (widest === Infinity) widest = scanner.width + mostPadding;
    if (scanner.width <= widest) width = Math.max(width, scanner.width);
    for (let column = 0; column < scanner.width; column++) {
      const raw = scanner.raw(column);
      if (raw === '') hasBareEmpty = true;
      else if (!raw.startsWith('"')) isQuoted = false;
      if (scanner.start !== top.header) note((columns[column] ??= newColumn()), raw);
    }
    if (scanner.start === top.header)
      names = Array.from({ length: scanner.width }, (_, column) => scanner.value(column));
  }
  return {
    header: top.header,
    body: top.header ?? top.first,
    names,
    width,
    quotes: !isQuoted || width === 0 ? 'needed' : hasBareEmpty ? 'filled' : 'all',
    columns: Array.from({ length: width }, (_, column) => columns[column] ?? newColumn()),
  };
}

function newColumn(): Column {
  return { filled: 0, usual: 0, samples: [] };
}

function note(column: Column, raw: string): void {
  if (raw === '' || raw === '""' || raw.trim() === '') return;
  column.filled++;
  if (isUsualOpenid(raw)) column.usual++;
  if (column.samples.length < shownSamples) column.samples.push(raw.slice(0, longestOpenid));
}

/** The record with the names of the columns, and the first record of all. */
function findTop(
  text: string,
  { delimiter, body }: Dialect,
): { readonly first: number; readonly header: number | undefined } {
  const scanner = new RecordScanner(text, delimiter, body);
  let first: number | undefined;
  let title: number | undefined;
  for (let count = 0; count < titleRecords && scanner.advance();) {
    if (scanner.isBlank) continue;
    count++;
    first ??= scanner.start;
    const values = Array.from({ length: scanner.width }, (_, column) => scanner.value(column));
    if (values.some(isUsualOpenid)) break;
    if (values.some(value => columnKind(value) === 'openid')) return { first, header: scanner.start };
    title ??= scanner.start;
  }
  // No name is known: the first record has names where openids stand below it and none in it.
  return { first: first ?? body, header: title === first ? title : undefined };
}
