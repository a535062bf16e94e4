import { type ExportFormat } from '../../batch';
import { type OpenidSource, openidsIn } from '../openids/lines';

const bom = '\uFEFF';

/**
 * Openids as text, piece by piece: `csv` a column with its head, in UTF-8 with BOM as the export of a batch; `json` one
 * array, one openid a line; `ndjson` an object a line.
 */
export async function* exportOpenids(
  source: OpenidSource,
  format: ExportFormat,
): AsyncGenerator<string, void, undefined> {
  switch (format) {
    case 'csv': {
      const { default: Papa } = await import('papaparse');
      const rows = (openids: readonly string[]) =>
        `${Papa.unparse(
          openids.map(openid => [openid]),
          // Nobody promises what an openid begins with, and a spreadsheet takes some of it for a formula.
          { newline: '\r\n', escapeFormulae: true },
        )}\r\n`;
      yield bom + rows(['openid']);
      for await (const bytes of source()) yield rows(openidsIn(bytes));
      return;
    }
    case 'json': {
      let separator = '[\n';
      for await (const bytes of source()) {
        yield (
          separator +
          openidsIn(bytes)
            .map(openid => JSON.stringify(openid))
            .join(',\n')
        );
        separator = ',\n';
      }
      yield separator === '[\n' ? '[]\n' : '\n]\n';
      return;
    }
    case 'ndjson':
      for await (const bytes of source())
        yield openidsIn(bytes)
          .map(openid => `${JSON.stringify({ openid })}\n`)
          .join('');
      return;
  }
}
