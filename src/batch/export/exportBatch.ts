import { setImmediate as turn } from 'node:timers/promises';
import { type Batch } from '../batch';
import { type ExportedRow, type ExportOptions, exportRecord } from './exportRecord';

/** A batch, or some of its rows. */
export type ExportedRows = Pick<Batch, 'openids' | 'outcomeAt' | 'answeredAt' | 'isToAskAgain'>;

/** CSV is for spreadsheets, with a byte order mark and safe against formulas. */
export type ExportFormat = 'csv' | 'json' | 'ndjson';

/** How many rows become one piece of text: a few milliseconds of work. */
const blockSize = 500;

/**
 * A batch as text, piece by piece, in the order of the request and with one row for every openid.
 *
 * - `csv`: RFC 4180, UTF-8 with BOM (Excel takes it for the system's code page otherwise), decoded columns before
 *   raw ones. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 * - `json`: one array, one element a line. `ndjson`: one object a line.
 */
export async function* exportBatch(
  batch: ExportedRows,
  format: ExportFormat,
  options: ExportOptions,
): AsyncGenerator<string, void, undefined> {
  const records = (rows: readonly ExportedRow[]) => rows.map(row => exportRecord(row, options));
  const json = (rows: readonly ExportedRow[]) => records(rows).map(record => JSON.stringify(record));
  switch (format) {
    case 'csv': {
      // The CSV library is loaded by the first export that needs it.
      const { csvHeader, csvRows } = await import('./csvExport');
      yield csvHeader();
      for await (const rows of blocks(batch)) yield csvRows(records(rows));
      return;
    }
    case 'json': {
      let separator = '[\n';
      for await (const rows of blocks(batch)) {
        yield separator + json(rows).join(',\n');
        separator = ',\n';
      }
      yield separator === '[\n' ? '[]\n' : '\n]\n';
      return;
    }
    case 'ndjson':
      for await (const rows of blocks(batch)) yield `${json(rows).join('\n')}\n`;
      return;
  }
}

/** With a turn of the event loop between two blocks: the consumer may have nothing to wait for. */
async function* blocks(batch: ExportedRows): AsyncIterable<readonly ExportedRow[]> {
  for (let start = 0; start < batch.openids.length; start += blockSize) {
    await turn();
    const rows = Array.from({ length: blockSize }, (_, place) => rowAt(batch, start + place));
    yield rows.filter(row => row !== undefined);
  }
}

function rowAt(batch: ExportedRows, index: number): ExportedRow | undefined {
  const outcome = batch.outcomeAt(index);
  return (
    outcome && {
      outcome,
      answeredAt: batch.answeredAt(index),
      isToAskAgain: batch.isToAskAgain(index),
    }
  );
}
