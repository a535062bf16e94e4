import { type FileHandle } from 'node:fs/promises';

const firstBlock = 64 * 1024;
const newline = 0x0a;

/**
 * Reads complete lines from the end of a file backwards until `read` makes something of one. Text after the last
 * newline is no complete line.
 */
export async function lastLine<T>(
  file: FileHandle,
  read: (line: string) => T | undefined,
): Promise<T | undefined> {
  let rest = Buffer.alloc(0);
  let start = await endOfLastLine(file);
  // Blocks that double keep this linear, however long a line is.
  for (let length = firstBlock; start > 0; length *= 2) {
    const end = start;
    start = Math.max(0, end - length);
    rest = Buffer.concat([await bytes(file, start, end), rest]);
    for (let before = rest.lastIndexOf(newline, -2); before >= 0; before = rest.lastIndexOf(newline, -2)) {
      const found = read(rest.toString('utf8', before + 1, rest.length - 1));
      if (found !== undefined) return found;
      rest = rest.subarray(0, before + 1);
    }
  }
  return rest.length > 0 ? read(rest.toString('utf8', 0, rest.length - 1)) : undefined;
}

/** The offset behind the last newline, 0 where there is none. */
export async function endOfLastLine(file: FileHandle): Promise<number> {
  for (let end = (await file.stat()).size; end > 0;) {
    const start = Math.max(0, end - firstBlock);
    const found = (await bytes(file, start, end)).lastIndexOf(newline);
    if (found >= 0) return start + found + 1;
    end = start;
  }
  return 0;
}

async function bytes(file: FileHandle, start: number, end: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(end - start), 0, end - start, start);
  return buffer.subarray(0, bytesRead);
}
