import { type OpenFile } from './fileLayer';

/** The bytes of a file from one offset to another, or to its end, in blocks. Each is the caller's own. */
export async function* readBlocks(
  file: OpenFile,
  { from = 0, to = Infinity, size }: { from?: number; to?: number; size: number },
): AsyncGenerator<Buffer, void, undefined> {
  for (let position = from; position < to;) {
    const length = Math.min(size, to - position);
    const block = Buffer.allocUnsafe(length);
    const { bytesRead } = await file.read(block, 0, length, position);
    if (bytesRead === 0) return;
    yield block.subarray(0, bytesRead);
    position += bytesRead;
  }
}
