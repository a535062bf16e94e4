import { type OpenFile, readBlocks } from '../../files';
import { type Line } from '../line';

/** Complete lines of a file, in the order of the file. */
export interface LineBlock {
  readonly lines: readonly Line[];
  /** Where the next line begins. */
  readonly end: number;
}

/** A few milliseconds of parsing; the event loop turns between two blocks. */
const blockSize = 256 * 1024;
const longestLine = 1024 * 1024;
const newline = 0x0a;

/**
 * The complete lines of a file from an offset on, without their newlines: lines end with \n alone, since text from
 * people may hold every other line separator. What stands behind the last newline was torn by a crash or a full disk
 * and is left out. A line above 1 MB is none of ours, and given as an empty one.
 */
export async function* lineBlocks(file: OpenFile, from: number): AsyncGenerator<LineBlock, void, undefined> {
  let begun: Buffer[] = [];
  let length = 0;
  let end = from;
  for await (const block of readBlocks(file, { from, size: blockSize })) {
    const last = block.lastIndexOf(newline);
    if (last >= 0) {
      const isTooLong = length > longestLine;
      const bytes = isTooLong
        ? block.subarray(block.indexOf(newline), last + 1)
        : begun.length > 0
          ? Buffer.concat([...begun, block.subarray(0, last + 1)])
          : block.subarray(0, last + 1);
      end += length + last + 1;
      yield { lines: linesOf(bytes.toString('latin1')), end };
      begun = [];
      length = 0;
    }
    const rest = block.subarray(last + 1);
    length += rest.length;
    if (length > longestLine) begun = [];
    else begun.push(rest);
  }
}

/** @param latin1 ends with a newline */
function linesOf(latin1: string): Line[] {
  const lines: Line[] = [];
  for (let from = 0; from < latin1.length;) {
    const to = latin1.indexOf('\n', from);
    lines.push({ latin1, from, to });
    from = to + 1;
  }
  return lines;
}
