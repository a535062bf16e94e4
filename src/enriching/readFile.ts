import { dialectOf } from './delimited/dialect';
import { readDelimited } from './delimited/readDelimited';
import { sheetCsv } from './delimited/sheetCsv';
import { readJson, readJsonLines } from './json/readJson';
import { NotEnrichable } from './notEnrichable';
import { type Place, type Reading } from './place';

/**
 * A text by what its file is called; without a word from there, by how it begins.
 *
 * @throws NotEnrichable
 */
export function readByName(name: string, text: string): Promise<Reading> {
  switch (/\.(\w+)$/.exec(name)?.[1]?.toLowerCase()) {
    case 'json':
    case 'jsonc':
      return readJson(text);
    case 'jsonl':
    case 'ndjson':
      return readJsonLines(text);
    case 'csv':
      return readDelimited(text);
    case 'tsv':
    case 'tab':
      return readDelimited(text, dialectOf(text, '\t'));
    default:
      return /^\s*[{[]/.test(text) ? readJson(text) : readDelimited(text);
  }
}

/**
 * The sheets of a workbook, each as a table of tab-separated lines; enriched they are CSV.
 *
 * @throws NotEnrichable where no sheet holds openids
 */
export async function readSheets(tables: AsyncIterable<string>): Promise<Reading> {
  const places: Place[] = [];
  const faults = new Set<NotEnrichable['fault']>();
  let sheet = 0;
  for await (const table of tables) {
    sheet++;
    const number = sheet;
    try {
      const reading = await readDelimited(sheetCsv(table), { delimiter: ',', body: 0 });
      places.push(...reading.places.map(place => ({ ...place, sheet: number })));
    } catch (error) {
      if (!(error instanceof NotEnrichable)) throw error;
      faults.add(error.fault);
    }
  }
  if (places.length > 0) return { places, unreadable: 0 };
  throw new NotEnrichable(
    faults.has('onlyUnionids') ? 'onlyUnionids' : faults.has('noOpenids') ? 'noOpenids' : 'empty',
  );
}
