import { type PairRow } from '../pairs/pairRow';

/**
 * A kept row: its unionid, then fields behind tabs, `3:<openid>` of the import's fourth account and `=0:<value>` of its
 * first business key. Openids are visible ASCII; of business keys, tabs and line breaks are written as JSON writes them.
 */
export class PairLines {
  readonly #accounts: string[] = [];
  readonly #keys: string[] = [];

  /** AppIDs in the order in which they were met. */
  get accounts(): readonly string[] {
    return this.#accounts;
  }

  /** Names of business keys. */
  get keys(): readonly string[] {
    return this.#keys;
  }

  line({ unionid = '', openids, keys }: PairRow): string {
    let line = unionid;
    for (const { appId, openid } of openids) line += `\t${place(this.#accounts, appId)}:${openid}`;
    for (const { name, value } of keys) line += `\t=${place(this.#keys, name)}:${escaped(value)}`;
    return `${line}\n`;
  }
}

function place(list: string[], text: string): number {
  const at = list.indexOf(text);
  return at < 0 ? list.push(text) - 1 : at;
}

const unfit = /[\\\t\n\r]/;

function escaped(value: string): string {
  return unfit.test(value) ? JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"') : value;
}

/** A field of a kept row, as places in its bytes. */
export interface LineField {
  readonly kind: 'openid' | 'key';
  /** Among the accounts or the keys of the import. */
  readonly place: number;
  readonly start: number;
  readonly end: number;
}

const tab = 9;
const newline = 10;
const colon = 0x3a;
const equals = 0x3d;
const zero = 0x30;

/** Goes through whole lines: tells where each begins, where its unionid ends, and each of its fields. */
export function readLines(
  bytes: Buffer,
  onLine: (start: number, unionidEnd: number, fields: readonly LineField[]) => void,
): void {
  const fields: LineField[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = endOf(bytes, start, newline, bytes.length);
    const unionidEnd = endOf(bytes, start, tab, end);
    fields.length = 0;
    for (let at = unionidEnd; at < end;) {
      const fieldEnd = endOf(bytes, at + 1, tab, end);
      fields.push(fieldIn(bytes, at + 1, fieldEnd));
      at = fieldEnd;
    }
    onLine(start, unionidEnd, fields);
    start = end + 1;
  }
}

function fieldIn(bytes: Buffer, from: number, end: number): LineField {
  const isKey = bytes[from] === equals;
  let place = 0;
  let at = isKey ? from + 1 : from;
  for (; at < end && bytes[at] !== colon; at++) place = place * 10 + (bytes[at] ?? zero) - zero;
  return { kind: isKey ? 'key' : 'openid', place, start: at + 1, end };
}

/** The value of a business key. */
export function keyIn(bytes: Buffer, { start, end }: LineField): string {
  const text = bytes.toString('utf8', start, end);
  if (!text.includes('\\')) return text;
  const value: unknown = JSON.parse(`"${text.replaceAll('"', '\\"')}"`);
  return String(value);
}

function endOf(bytes: Buffer, from: number, byte: number, limit: number): number {
  for (let at = from; at < limit; at++) if (bytes[at] === byte) return at;
  return limit;
}
