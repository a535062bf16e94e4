import { type UnzipFileInfo } from 'fflate';

import { readSheet, readSharedStrings } from './sheet';
import { UnreadableWorkbook } from './unreadableWorkbook';

export interface WorkbookLimits {
  /** Of what the archive holds, inflated: a small file may hold gigabytes. */
  readonly inflatedBytes: number;
  readonly cells: number;
}

const usualLimits: WorkbookLimits = { inflatedBytes: 300 * 1024 * 1024, cells: 10_000_000 };

const sheetPath = /^xl\/worksheets\/[^/]+\.xml$/i;
const stringsPath = /^xl\/sharedStrings\.xml$/i;

/**
 * The sheets of an .xlsx workbook, each as a table of tab-separated cells, so that `findOpenids` knows its columns.
 * One is inflated at a time.
 *
 * @throws UnreadableWorkbook
 */
export async function* sheetTexts(
  bytes: Uint8Array,
  { inflatedBytes, cells }: WorkbookLimits = usualLimits,
): AsyncGenerator<string> {
  checkBeginning(bytes);
  const { unzipSync } = await import('fflate');
  const unzip = (filter: (file: UnzipFileInfo) => boolean): Readonly<Record<string, Uint8Array>> => {
    try {
      return unzipSync(bytes, { filter });
    } catch (error) {
      if (error instanceof UnreadableWorkbook) throw error;
      throw new UnreadableWorkbook('damaged');
    }
  };
  const names: string[] = [];
  let inflated = 0;
  unzip(({ name, originalSize }) => {
    if (!sheetPath.test(name) && !stringsPath.test(name)) return false;
    // What an archive claims is what is inflated at most: fflate makes room for no more.
    inflated += originalSize;
    if (sheetPath.test(name)) names.push(name);
    return false;
  });
  if (inflated > inflatedBytes) throw new UnreadableWorkbook('tooLarge');
  if (names.length === 0) throw new UnreadableWorkbook('damaged');
  const text = (wanted: (name: string) => boolean) => {
    const [content] = Object.values(unzip(({ name }) => wanted(name)));
    return content === undefined ? '' : new TextDecoder().decode(content);
  };
  const strings = readSharedStrings(text(name => stringsPath.test(name)));
  let left = cells;
  for (const sheet of names.sort(byNumber)) {
    const { table, cells: read } = readSheet(
      text(name => name === sheet),
      strings,
      left,
    );
    left -= read;
    yield table;
  }
}

/** Archives begin with `PK`; what Excel protects with a password is a file of another kind, as .xls are. */
function checkBeginning(bytes: Uint8Array): void {
  const [first, second] = bytes;
  if (first === 0xd0 && second === 0xcf) throw new UnreadableWorkbook('locked');
  if (first !== 0x50 || second !== 0x4b) throw new UnreadableWorkbook('damaged');
}

function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
