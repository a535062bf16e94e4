import { type Line } from '../line';

/** Where a value stands in the text of its line. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const valueNames = ['openid', 'unionid', 'time'] as const;
type Value = (typeof valueNames)[number];
/** What a search through a whole line found. */
export type Found = Readonly<Record<Value, Span | undefined>>;

/** The way to the last of the values that differ from person to person: few rows of an account go another one. */
export interface Layout {
  /** What stands before each of the values. */
  readonly pieces: readonly string[];
  readonly values: readonly Value[];
  /** Places in `#skeletons`, from 1, by what stands before and behind the number of the QR code. */
  readonly ends: Map<string, Map<string, number>>;
}

const marks: Readonly<Record<Value, string>> = {
  openid: '"openid":"',
  unionid: '"unionid":"',
  time: '"subscribe_time":',
};
const qrSceneMark = '"qr_scene":';
const [zero, nine] = [0x30, 0x39];
/** Letters, digits, _ and -: what stands for itself in JSON, and in one byte. */
const plain = Uint8Array.from({ length: 256 }, (_, code) => Number(/[\w-]/.test(String.fromCharCode(code))));
const latestTime = 0xffff_ffff;
/** Of its place in `PackedProfiles`. */
const longestText = 31;

/** Where the values of a line stand. */
export interface Places extends Record<Value, Span | undefined> {
  qrScene: Span | undefined;
  /** Behind the values of the layout. */
  end: number;
}

/** Where the values of a line stand that has this layout. */
export function placesIn(line: Line, { pieces, values }: Layout): Places | undefined {
  const { latin1, from, to } = line;
  const found: Places = {
    openid: undefined,
    unionid: undefined,
    time: undefined,
    qrScene: undefined,
    end: from,
  };
  for (let each = 0; each < values.length; each++) {
    const [piece = '', value = 'openid'] = [pieces[each], values[each]];
    if (!latin1.startsWith(piece, found.end)) return undefined;
    const at = found.end + piece.length;
    const span = value === 'time' ? numberAt(latin1, at) : textAt(latin1, at);
    if (!span || span.to >= to) return undefined;
    found[value] = span;
    found.end = span.to;
  }
  found.qrScene = numberBehind({ latin1, from: found.end, to }, qrSceneMark);
  return found;
}

export function endOf({ latin1, to }: Line, { end, qrScene }: Places): { middle: string; tail: string } {
  return { middle: latin1.slice(end, qrScene?.from ?? to), tail: latin1.slice(qrScene?.to ?? to, to) };
}

/** Searches a line for the values, whatever its layout. */
export function findValues(line: Line): Found {
  return {
    openid: textBehind(line, marks.openid),
    unionid: textBehind(line, marks.unionid),
    time: numberBehind(line, marks.time),
  };
}

export function layoutOf({ latin1, from }: Line, found: Found): Layout {
  const values = valueNames.filter(value => found[value]);
  values.sort((a, b) => (found[a]?.from ?? 0) - (found[b]?.from ?? 0));
  const starts = [from, ...values.map(value => found[value]?.to ?? 0)];
  const pieces = values.map((value, at) => copyOf(latin1.slice(starts[at], found[value]?.from)));
  return { pieces, values, ends: new Map() };
}

function textBehind({ latin1, from, to }: Line, mark: string): Span | undefined {
  const at = latin1.indexOf(mark, from);
  return at === -1 || at >= to ? undefined : textAt(latin1, at + mark.length);
}

function numberBehind({ latin1, from, to }: Line, mark: string): Span | undefined {
  const at = latin1.indexOf(mark, from);
  return at === -1 || at >= to ? undefined : numberAt(latin1, at + mark.length);
}

/** A text without anything that is written otherwise than it reads, and short enough for its place. */
function textAt(latin1: string, from: number): Span | undefined {
  let to = from;
  while (plain[latin1.charCodeAt(to)] === 1) to++;
  return latin1[to] === '"' && to - from <= longestText ? { from, to } : undefined;
}

/** As it is written again: without zeros in front, and within the bounds of its place. */
function numberAt(latin1: string, from: number): Span | undefined {
  let to = from;
  while (latin1.charCodeAt(to) >= zero && latin1.charCodeAt(to) <= nine) to++;
  const isPlain = to > from && to - from <= 10 && (latin1[from] !== '0' || to === from + 1);
  if (!isPlain || (latin1[to] !== ',' && latin1[to] !== '}')) return undefined;
  return valueOf(latin1, { from, to }) <= latestTime ? { from, to } : undefined;
}

export function valueOf(latin1: string, { from, to }: Span): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + latin1.charCodeAt(at) - zero;
  return value;
}

/** A slice holds on to all of the text that it is a part of. */
export function copyOf(slice: string): string {
  return Buffer.from(slice, 'latin1').toString('latin1');
}
