import { type OpenFile, readBlocks } from '../../files';
import { parseJson } from '../json';
import { StoreError } from '../storeError';

const blockSize = 256 * 1024;
/** A longer one is none of ours: entries of lists are bounded. */
const longestOpenid = 1024 * 1024;
const begin = Buffer.from('{"openids":[');
const end = Buffer.from(']}\n');
const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];

export interface OpenidBlock {
  readonly openids: readonly string[];
  /** Where the next one begins; behind the line at last. */
  readonly end: number;
}

/**
 * The strings of the one line in which version 1 lists all openids. It may have 30 MB and more, and is read a block
 * at a time.
 * @throws {StoreError} `damaged` where it is anything but such a line
 */
export async function* openidList(
  file: OpenFile,
  from: number,
): AsyncGenerator<OpenidBlock, void, undefined> {
  let offset = from;
  let text: Buffer = Buffer.alloc(0);
  let isBegun = false;
  for await (const block of readBlocks(file, { from, size: blockSize })) {
    text = text.length === 0 ? block : Buffer.concat([text, block]);
    let at = 0;
    if (!isBegun) {
      if (text.length < begin.length + end.length) continue;
      if (!text.subarray(0, begin.length).equals(begin)) break;
      [isBegun, at] = [true, begin.length];
    }
    const openids: string[] = [];
    for (let next = endOfString(text, at); next !== undefined; next = endOfString(text, at)) {
      const openid: unknown = parseJson(text.toString('utf8', at, next));
      if (typeof openid !== 'string') throw new StoreError('damaged');
      openids.push(openid);
      at = text[next] === comma ? next + 1 : next;
    }
    const rest = text.subarray(at, at + end.length);
    const isOver = rest.equals(end);
    if (isOver) at += end.length;
    offset += at;
    if (openids.length > 0 || isOver) yield { openids, end: offset };
    if (isOver) return;
    text = text.subarray(at);
    if (text.length > longestOpenid || (text.length > end.length && text[0] !== quote)) break;
  }
  throw new StoreError('damaged');
}

/** The offset behind a string that begins here and is followed by something; undefined where there is none yet. */
function endOfString(text: Buffer, at: number): number | undefined {
  if (text[at] !== quote) return undefined;
  let close = text.indexOf(quote, at + 1);
  while (close !== -1 && isEscaped(text, close)) close = text.indexOf(quote, close + 1);
  return close === -1 || close + 1 >= text.length ? undefined : close + 1;
}

function isEscaped(text: Buffer, at: number): boolean {
  let first = at;
  while (text[first - 1] === backslash) first--;
  return (at - first) % 2 === 1;
}
