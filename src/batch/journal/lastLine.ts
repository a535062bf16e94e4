import { type OpenFile } from '../../files';
import { type Line } from '../line';

const firstBlock = 64 * 1024;
/** Lines beyond are none of ours, and nobody looks for one behind so much that means nothing. */
const mostBytes = 4 * 1024 * 1024;
const newline = 0x0a;

/**
 * Reads complete lines from the end of a file backwards until `read` makes something of one, for 4 MB at the most. Text
 * after the last newline is no complete line.
 */
export async function lastLine<T>(
  file: OpenFile,
  read: (line: Line) => T | undefined,
): Promise<T | undefined> {
  let rest = Buffer.alloc(0);
  let start = await endOfLastLine(file);
  const first = Math.max(0, start - mostBytes);
  // Blocks that double keep this linear, however long a line is.
  for (let length = firstBlock; start > first; length *= 2) {
    const end = start;
    start = Math.max(first, end - length);
    rest = Buffer.concat([await bytes(file, start, end), rest]);
    for (let before = rest.lastIndexOf(newline, -2); before >= 0; before = rest.lastIndexOf(newline, -2)) {
      const found = read(lineIn(rest, before + 1));
      if (found !== undefined) return found;
      rest = rest.subarray(0, before + 1);
    }
  }
  return start === 0 && rest.length > 0 ? read(lineIn(rest, 0)) : undefined;
}

function lineIn(bytes: Buffer, from: number): Line {
  return { bytes, from, to: bytes.length - 1 };
}

/** The offset behind the last newline, 0 where there is none. */
export async function endOfLastLine(file: OpenFile): Promise<number> {
  for (let end = (await file.stat()).size; end > 0;) {
    const start = Math.max(0, end - firstBlock);
    const found = (await bytes(file, start, end)).lastIndexOf(newline);
    if (found >= 0) return start + found + 1;
    end = start;
  }
  return 0;
}

async function bytes(file: OpenFile, start: number, end: number): Promise<Buffer> {
  const buffer = Buffer.alloc(end - start);
  const { bytesRead } = await file.read(buffer, 0, end - start, start);
  return buffer.subarray(0, bytesRead);
}
