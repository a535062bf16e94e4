import { setImmediate as turn } from 'node:timers/promises';

import { cleanOpenid, columnKind } from '../../openids';
import { freeNames } from '../freeNames';
import { NotEnrichable } from '../notEnrichable';
import { type Addition, type Place, type Reading } from '../place';
import { CellWriter } from './cellWriter';
import { type Dialect, dialectOf } from './dialect';
import { RecordScanner } from './recordScanner';
import { recordsATurn, survey, type Survey } from './survey';

/**
 * A CSV or TSV text. Raw records stay as they are, to the last blank; what is added stands behind each.
 *
 * @throws NotEnrichable
 */
export async function readDelimited(text: string, dialect = dialectOf(text, ',')): Promise<Reading> {
  if (text.trim() === '') throw new NotEnrichable('empty');
  const found = await survey(text, dialect);
  const columns = openidColumns(found);
  if (columns.length === 0) throw new NotEnrichable(namesUnionid(found) ? 'onlyUnionids' : 'noOpenids');
  return { places: columns.map(column => placeOf(text, dialect, found, column)), unreadable: 0 };
}

/** By name, or else by what stands there; a unionid looks the same, so that only its name tells. */
function openidColumns({ names, columns }: Survey): number[] {
  const all = columns.map((_, column) => column);
  const filled = (column: number) => (columns[column]?.filled ?? 0) > 0;
  const usual = (column: number) => columns[column]?.usual ?? 0;
  const named = all.filter(column => columnKind(names[column] ?? '') === 'openid');
  const shaped = all.filter(
    column =>
      columnKind(names[column] ?? '') === undefined &&
      usual(column) > 0 &&
      usual(column) * 2 >= (columns[column]?.filled ?? 0),
  );
  const inUse = named.filter(filled);
  if (inUse.some(column => usual(column) > 0)) return inUse;
  return [...inUse, ...shaped];
}

function namesUnionid({ names }: Survey): boolean {
  return names.some(name => columnKind(name) === 'unionid');
}

function placeOf(text: string, dialect: Dialect, found: Survey, column: number): Place {
  const name = (found.names[column] ?? '').trim();
  // A file whose first record has no openid by chance names nothing.
  const header = name === '' ? undefined : found.header;
  return {
    name,
    column: column + 1,
    samples: (found.columns[column]?.samples ?? []).map(sample => cleanOpenid(sample).openid),
    openids: async () => {
      const openids: string[] = [];
      for await (const record of records(text, dialect, found.body)) {
        const value = record.start === header ? '' : record.value(column);
        if (value.trim() !== '') openids.push(value);
      }
      return openids;
    },
    enriched: addition => enriched(text, dialect, { ...found, header }, column, addition),
  };
}

async function* records(text: string, { delimiter }: Dialect, from: number): AsyncGenerator<RecordScanner> {
  const scanner = new RecordScanner(text, delimiter, from);
  for (let count = 1; scanner.advance(); count++) {
    if (count % recordsATurn === 0) await turn();
    yield scanner;
  }
}

async function* enriched(
  text: string,
  dialect: Dialect,
  { header, body, names, width, quotes }: Survey,
  column: number,
  addition: Addition,
): AsyncGenerator<string> {
  const scanner = new RecordScanner(text, dialect.delimiter, body);
  const writer = new CellWriter(dialect.delimiter, quotes);
  const nobody = writer.cells(addition.names.map(() => undefined));
  const added = () => {
    if (scanner.start === header) return writer.cells(freeNames(addition.names, names));
    const { openid } = cleanOpenid(scanner.value(column));
    const values = openid === '' ? undefined : addition.valuesOf(openid);
    return values ? writer.cells(values) : nobody;
  };
  let piece = text.slice(0, body);
  for (let count = 1; scanner.advance(); count++) {
    if (scanner.isBlank) piece += text.slice(scanner.start, scanner.next);
    else
      piece +=
        text.slice(scanner.start, scanner.end) +
        writer.padding(width - scanner.width) +
        added() +
        text.slice(scanner.end, scanner.next);
    if (count % recordsATurn !== 0) continue;
    yield piece;
    piece = '';
    await turn();
  }
  yield piece;
}
