import Papa from 'papaparse';
import { bom, csvLines } from '../../batch';
import { type MigratedOpenid } from './migrate';

/** By the openid of the old account; whoever is not in it was not asked for. */
export type Mapping = ReadonlyMap<string, MigratedOpenid>;

interface MappingSource {
  readonly openids: readonly string[];
  /** The text that they were found in, where it may be a table. */
  readonly text?: string | undefined;
  /** What a cell means, without what stands around an openid. */
  readonly clean: (cell: string) => string;
}

const rowsAtOnce = 1_000;

/**
 * The mapping as a CSV file: the table that the openids came from with two columns more, or else a table of its own.
 * Nobody is left out: a table that does not hold all of them is not taken for one.
 */
export async function* mappingCsv(source: MappingSource, mapping: Mapping): AsyncGenerator<string> {
  const table = source.text === undefined ? undefined : tableOf(source.text, source);
  const rows = table
    ? withNewColumns(table, mapping, source.clean)
    : [
        ['old_openid', 'new_openid', 'outcome'],
        ...source.openids.map(openid => [openid, ...cellsOf(openid, mapping)]),
      ];
  yield bom;
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    yield csvLines(rows.slice(from, from + rowsAtOnce));
    await Promise.resolve();
  }
}

/** Undefined where the text is no table that holds them all, each in a cell of its own. */
function tableOf(text: string, { openids, clean }: MappingSource): string[][] | undefined {
  // JSON has commas as well.
  if (/^\s*[[{]/.test(text)) return undefined;
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: true });
  const cells = new Set(data.flatMap(row => row.map(clean)));
  return openids.every(openid => cells.has(openid)) ? data : undefined;
}

function withNewColumns(table: string[][], mapping: Mapping, clean: (cell: string) => string): string[][] {
  const width = table.reduce((most, row) => Math.max(most, row.length), 0);
  return table.map((row, index) => {
    const openid = row.map(clean).find(cell => mapping.has(cell));
    // A first row without an openid names the columns.
    const added =
      openid === undefined ? (index === 0 ? ['new_openid', 'outcome'] : ['', '']) : cellsOf(openid, mapping);
    return [...row, ...Array.from({ length: width - row.length }, () => ''), ...added];
  });
}

function cellsOf(openid: string, mapping: Mapping): [string, string] {
  const outcome = mapping.get(openid);
  return [outcome?.kind === 'migrated' ? outcome.new : '', outcome?.kind ?? 'notAsked'];
}
