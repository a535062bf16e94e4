import { open } from 'node:fs/promises';

const blockSize = 256 * 1024;
const newline = 0x0a;

/**
 * Whether the list of a journal, its second line, holds an openid. The bytes are searched as they stand: nothing
 * is parsed, and the outcomes, which are nearly all of the file, are not read.
 */
export async function listHolds(path: string, openid: string): Promise<boolean> {
  const wanted = Buffer.from(JSON.stringify(openid));
  const file = await open(path, 'r');
  try {
    const blocks: AsyncIterable<Buffer> = file.createReadStream({
      highWaterMark: blockSize,
      autoClose: false,
    });
    let left: Buffer = Buffer.alloc(0);
    let inList = false;
    for await (const block of blocks) {
      let text = Buffer.concat([left, block]);
      if (!inList) {
        const head = text.indexOf(newline);
        inList = head !== -1;
        if (inList) text = text.subarray(head + 1);
      }
      if (inList) {
        const end = text.indexOf(newline);
        if ((end === -1 ? text : text.subarray(0, end)).includes(wanted)) return true;
        if (end !== -1) return false;
      }
      // It may stand across two blocks.
      left = text.subarray(Math.max(0, text.length - wanted.length + 1));
    }
    return false;
  } finally {
    await file.close();
  }
}
