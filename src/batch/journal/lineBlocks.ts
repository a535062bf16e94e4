import { setImmediate as breathe } from 'node:timers/promises';
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
/** Lines that come first: code that has run for none takes ten times as long for each. */
const firstLines = 64;
const longestLine = 1024 * 1024;
const newline = 0x0a;
const newlineAlone = Buffer.from([newline]);

/**
 * The complete lines of a file from an offset on, without their newlines: lines end with \n alone, since text from
 * people may hold every other line separator. What stands behind the last newline was torn by a crash or a full disk
 * and is left out. A line above 1 MB is none of ours, and given as an empty one.
 */
export async function* lineBlocks(file: OpenFile, from: number): AsyncGenerator<LineBlock, void, undefined> {
  let begun: Buffer[] = [];
  let length = 0;
  let end = from;
  let atOnce = firstLines;
  for await (const block of readBlocks(file, { from, size: blockSize })) {
    const last = block.lastIndexOf(newline);
    if (last >= 0) {
      const first = length > 0 ? block.indexOf(newline) : -1;
      const lines = first < 0 ? [] : [lineOf(begun, block.subarray(0, first + 1))];
      end += length + last + 1;
      const all = { lines: lines.concat(linesIn(block, first + 1, last + 1)), end };
      let given = 0;
      for (; all.lines.length - given > atOnce; atOnce *= 2) {
        yield portionOf(all, given, (given += atOnce));
        await breathe();
      }
      yield portionOf(all, given, all.lines.length);
      begun = [];
      length = 0;
    }
    const rest = block.subarray(last + 1);
    length += rest.length;
    if (length > longestLine) begun = [];
    else begun.push(rest);
  }
}

/** @param to above 1: all lines but the first stand in the same bytes */
function portionOf({ lines, end }: LineBlock, from: number, to: number): LineBlock {
  const behind = (lines.at(-1)?.to ?? 0) - (lines[to - 1]?.to ?? 0);
  return { lines: from === 0 && to === lines.length ? lines : lines.slice(from, to), end: end - behind };
}

/** A line of several blocks; an empty one where its beginnings were too long to be kept. */
function lineOf(beginnings: readonly Buffer[], ending: Buffer): Line {
  const bytes = beginnings.length > 0 ? Buffer.concat([...beginnings, ending]) : newlineAlone;
  return { bytes, from: 0, to: bytes.length - 1 };
}

/** @param end behind a newline */
function linesIn(bytes: Buffer, begin: number, end: number): Line[] {
  const lines: Line[] = [];
  for (let from = begin; from < end;) {
    const to = bytes.indexOf(newline, from);
    lines.push({ bytes, from, to });
    from = to + 1;
  }
  return lines;
}
