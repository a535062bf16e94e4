import { openidShape } from '../../openids';
import { RecordScanner } from './recordScanner';

/** How a delimited text is written. */
export interface Dialect {
  readonly delimiter: string;
  /** Where the records begin: behind the line that names the delimiter to Excel. */
  readonly body: number;
}

const candidates = ['\t', ';', ',', '|'] as const;
const sampledRecords = 64;
/** UTF-16 units; a quote in the wrong place may make one record of a whole file. */
const sampledText = 200_000;
const named = /^sep=(.)(?:\r+\n|\n|\r)/i;

/** @param usual the delimiter that the file's name speaks for, and that a file of one column gets */
export function dialectOf(text: string, usual: ',' | '\t'): Dialect {
  const [line, delimiter] = named.exec(text) ?? [];
  if (line !== undefined && delimiter !== undefined) return { delimiter, body: line.length };
  const sample = text.slice(0, sampledText);
  const rated = [usual, ...candidates.filter(each => each !== usual)]
    .map(each => ({ delimiter: each, ...regularity(sample, each) }))
    .filter(({ widest }) => widest > 1)
    .sort((a, b) => b.openids - a.openids || b.share - a.share || b.widest - a.widest);
  return { delimiter: rated[0]?.delimiter ?? usual, body: 0 };
}

interface Regularity {
  /** How many cells a record has at most. */
  readonly widest: number;
  /** Which share of the records has as many cells as most have. */
  readonly share: number;
  /** Cells that are openids and nothing else. */
  readonly openids: number;
}

function regularity(text: string, delimiter: string): Regularity {
  const scanner = new RecordScanner(text, delimiter);
  const widths = new Map<number, number>();
  let records = 0;
  let openids = 0;
  while (records < sampledRecords && scanner.advance()) {
    if (scanner.isBlank) continue;
    records++;
    widths.set(scanner.width, (widths.get(scanner.width) ?? 0) + 1);
    for (let column = 0; column < scanner.width; column++)
      if (openidShape(scanner.value(column)) === 'usual') openids++;
  }
  return {
    widest: Math.max(0, ...widths.keys()),
    share: records === 0 ? 0 : Math.max(...widths.values()) / records,
    openids,
  };
}
