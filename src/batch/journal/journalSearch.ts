import { type FileLayer, readBlocks } from '../../files';

const blockSize = 256 * 1024;
const newline = Buffer.from('\n');
const listBegins = Buffer.from('{"openids":[');

/**
 * Whether the list of a journal holds an openid: the lines behind the first that begin with `{"openids":[`. The bytes
 * are searched as they stand: nothing is parsed, and the outcomes, which are nearly all of the file, are not read.
 */
export async function listHolds(files: FileLayer, path: string, openid: string): Promise<boolean> {
  const wanted = Buffer.from(JSON.stringify(openid));
  const file = await files.open(path, 'r');
  try {
    let text: Buffer = Buffer.alloc(0);
    let place: 'head' | 'begin' | 'list' = 'head';
    for await (const block of readBlocks(file, { size: blockSize })) {
      text = Buffer.concat([text, block]);
      for (let isRead = false; !isRead;) {
        if (place === 'begin') {
          if (text.length < listBegins.length) break;
          if (!text.subarray(0, listBegins.length).equals(listBegins)) return false;
          place = 'list';
        }
        const end = text.indexOf(newline);
        const line = end === -1 ? text : text.subarray(0, end);
        if (place === 'list' && line.includes(wanted)) return true;
        isRead = end === -1;
        // An openid may stand across two blocks.
        text = isRead ? text.subarray(-wanted.length) : text.subarray(end + 1);
        if (!isRead) place = 'begin';
      }
    }
    return false;
  } finally {
    await file.close();
  }
}
