import { setImmediate as turn } from 'node:timers/promises';
import { type Batch } from '../batch';
import { type ExportOptions, exportRecord } from './exportRecord';
import { type Outcome } from '../outcome';

/** A batch, or some of its rows. */
export type ExportedRows = Pick<Batch, 'openids' | 'outcomeAt'>;

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
  const records = (outcomes: readonly Outcome[]) => outcomes.map(outcome => exportRecord(outcome, options));
  const json = (outcomes: readonly Outcome[]) => records(outcomes).map(record => JSON.stringify(record));
  switch (format) {
    case 'csv': {
      // The CSV library is loaded by the first export that needs it.
      const { csvHeader, csvRows } = await import('./csvExport');
      yield csvHeader();
      for await (const outcomes of blocks(batch)) yield csvRows(records(outcomes));
      return;
    }
    case 'json': {
      let separator = '[\n';
      for await (const outcomes of blocks(batch)) {
        yield separator + json(outcomes).join(',\n');
        separator = ',\n';
      }
      yield separator === '[\n' ? '[]\n' : '\n]\n';
      return;
    }
    case 'ndjson':
      for await (const outcomes of blocks(batch)) yield `${json(outcomes).join('\n')}\n`;
      return;
  }
}

/** With a turn of the event loop between two blocks: the consumer may have nothing to wait for. */
async function* blocks(batch: ExportedRows): AsyncIterable<readonly Outcome[]> {
  for (let start = 0; start < batch.openids.length; start += blockSize) {
    await turn();
    const length = Math.min(blockSize, batch.openids.length - start);
    yield Array.from({ length }, (_, index) => batch.outcomeAt(start + index)).filter(
      outcome => outcome !== undefined,
    );
  }
}
