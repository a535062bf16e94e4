import { type OpenFile, readBlocks } from '../../files';

/** Complete lines of a file, in the order of the file. */
export interface LineBlock {
  readonly lines: readonly string[];
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
      const skipped = isTooLong ? block.indexOf(newline) : 0;
      const text = isTooLong
        ? block.toString('utf8', skipped, last)
        : Buffer.concat([...begun, block.subarray(0, last)]).toString('utf8');
      end += length + last + 1;
      yield { lines: text.split('\n'), end };
      begun = [];
      length = 0;
    }
    const rest = block.subarray(last + 1);
    length += rest.length;
    if (length > longestLine) begun = [];
    else begun.push(rest);
  }
}
