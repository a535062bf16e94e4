import { setImmediate as breathe } from 'node:timers/promises';
import { type ExportFormat } from '../../batch';

/** What changed of a person, one field each. */
export interface ExportedChange {
  readonly openid: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

const rowsAtOnce = 2_000;
const keys = ['openid', 'field', 'before', 'after'] as const;

/** Changes as text, piece by piece, in the forms of `exportOpenids`. */
export async function* exportChanges(
  changes: Iterable<ExportedChange>,
  format: ExportFormat,
): AsyncGenerator<string, void, undefined> {
  switch (format) {
    case 'csv': {
      const { default: Papa } = await import('papaparse');
      const lines = (rows: string[][]) =>
        `${Papa.unparse(rows, { newline: '\r\n', escapeFormulae: true })}\r\n`;
      yield `\uFEFF${lines([[...keys]])}`;
      for await (const rows of inPieces(changes)) yield lines(rows.map(row => keys.map(key => row[key])));
      return;
    }
    case 'json': {
      let separator = '[\n';
      for await (const rows of inPieces(changes)) {
        yield separator + rows.map(row => JSON.stringify(row)).join(',\n');
        separator = ',\n';
      }
      yield separator === '[\n' ? '[]\n' : '\n]\n';
      return;
    }
    case 'ndjson':
      for await (const rows of inPieces(changes)) yield rows.map(row => `${JSON.stringify(row)}\n`).join('');
      return;
  }
}

async function* inPieces(changes: Iterable<ExportedChange>): AsyncIterable<ExportedChange[]> {
  let rows: ExportedChange[] = [];
  for (const change of changes) {
    if (rows.push(change) < rowsAtOnce) continue;
    yield rows;
    rows = [];
    await breathe();
  }
  if (rows.length > 0) yield rows;
}
