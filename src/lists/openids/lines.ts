import { setImmediate as breathe } from 'node:timers/promises';

export const newline = 10;

/** Openids, one a line of ASCII, in pieces that end at the end of a line. It can be read again from its beginning. */
export type OpenidSource = () => AsyncIterable<Buffer>;

/** No openid is longer; what is, or holds anything but visible ASCII, is none. */
const longest = 64;
const [firstVisible, lastVisible] = [0x21, 0x7e];

/** Whether a text can be kept as an openid: visible ASCII, at most 64 characters. Millions are looked at. */
export function isReadable(openid: string): boolean {
  if (openid === '' || openid.length > longest) return false;
  for (let at = 0; at < openid.length; at++) {
    const code = openid.charCodeAt(at);
    if (code < firstVisible || code > lastVisible) return false;
  }
  return true;
}

/** Openids of another source, such as a batch. What cannot be an openid is left out. */
export function sourceOf(openids: Iterable<string>): OpenidSource {
  return async function* () {
    let lines: string[] = [];
    for (const openid of openids) {
      if (isReadable(openid)) lines.push(`${openid}\n`);
      if (lines.length < linesAtOnce) continue;
      yield Buffer.from(lines.join(''), 'latin1');
      lines = [];
      await breathe();
    }
    if (lines.length > 0) yield Buffer.from(lines.join(''), 'latin1');
  };
}

const linesAtOnce = 5_000;

/** The openids of a piece. */
export function openidsIn(bytes: Buffer): string[] {
  const lines = bytes.toString('latin1').split('\n');
  lines.pop();
  return lines;
}

/** The first openids of a source. */
export async function openidsOf(source: OpenidSource, most: number): Promise<string[]> {
  for await (const portion of inPortions(source, most)) return portion;
  return [];
}

/** Openids as strings in lists of at most `most`, such as those of several batches of one list. */
export async function* inPortions(source: OpenidSource, most: number): AsyncIterable<string[]> {
  let portion: string[] = [];
  for await (const bytes of source()) {
    for (const openid of openidsIn(bytes)) {
      portion.push(openid);
      if (portion.length < most) continue;
      yield portion;
      portion = [];
    }
  }
  if (portion.length > 0) yield portion;
}

/** `count` openids of a source of `size`, spread evenly over it; all of them where it has no more. */
export async function sample(source: OpenidSource, size: number, count: number): Promise<string[]> {
  const wanted = Math.min(count, size);
  const chosen: string[] = [];
  let at = 0;
  for await (const bytes of source()) {
    for (const openid of openidsIn(bytes)) {
      if (at++ === Math.floor((chosen.length * size) / wanted)) chosen.push(openid);
      if (chosen.length === wanted) return chosen;
    }
  }
  return chosen;
}
