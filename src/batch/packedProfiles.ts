import { isRawProfile, type RawProfile } from '../wechat';
import { parseJson } from './json';

/** A profile as WeChat wrote it, without the three values that differ from person to person. */
interface Skeleton {
  /** The text between the values. */
  readonly pieces: readonly string[];
  /** Which values stand between the pieces, in the order of the text. */
  readonly values: readonly Value[];
  readonly isFollowing: boolean;
}

type Value = 'openid' | 'unionid' | 'time';

export interface CutProfile {
  readonly openid: string;
  readonly isFollowing: boolean;
  readonly unionid: string;
  readonly time: number;
  readonly skeleton: number;
}

const marks: Readonly<Record<Value, string>> = {
  openid: '"openid":"',
  unionid: '"unionid":"',
  time: '"subscribe_time":',
};
const plain = /^[\w-]*$/;
const slot = 32;
const longestUnionid = slot - 1;
const latestTime = 0xffff_ffff;
/** Where nearly every profile has texts of its own, cutting gains nothing. */
const mostSkeletons = 50_000;

/**
 * Profiles in a tenth of the memory that objects take: rows of one account differ in openid, unionid and time, and share
 * the rest of their text. What is cut here is put together again letter by letter.
 */
export class PackedProfiles {
  readonly #known = new Map<string, number>();
  readonly #skeletons: Skeleton[] = [];
  /** By row; 0 where there is none. */
  readonly #of: Uint32Array;
  readonly #times: Uint32Array;
  #unionids: Buffer | undefined;

  constructor(private readonly rows: number) {
    this.#of = new Uint32Array(rows);
    this.#times = new Uint32Array(rows);
  }

  /** Undefined for a line that had better be parsed: it is odd, or no profile at all. */
  cut(line: string): CutProfile | undefined {
    const openid = textBehind(line, marks.openid);
    if (!openid) return undefined;
    const unionid = textBehind(line, marks.unionid);
    const time = numberBehind(line, marks.time);
    const found = [openid, unionid, time].filter(each => each !== undefined);
    found.sort((a, b) => a.from - b.from);
    let text = '';
    let end = 0;
    for (const { from, to } of found) {
      text += `${line.slice(end, from)}\0`;
      end = to;
    }
    text += line.slice(end);
    const skeleton = this.#known.get(text) ?? this.#learn(line, text, { openid, unionid, time });
    const known = skeleton === undefined ? undefined : this.#skeletons[skeleton - 1];
    if (skeleton === undefined || !known) return undefined;
    const { isFollowing } = known;
    return {
      ...{ openid: line.slice(openid.from, openid.to), isFollowing, skeleton },
      unionid: unionid ? line.slice(unionid.from, unionid.to) : '',
      time: time ? Number(line.slice(time.from, time.to)) : 0,
    };
  }

  put(row: number, { unionid, time, skeleton }: CutProfile): void {
    this.#of[row] = skeleton;
    this.#times[row] = time;
    if (unionid !== '') this.#unionids ??= Buffer.alloc(this.rows * slot);
    if (!this.#unionids) return;
    this.#unionids[row * slot] = unionid.length;
    this.#unionids.write(unionid, row * slot + 1, 'latin1');
  }

  get(row: number, openid: string): RawProfile | undefined {
    const skeleton = this.#skeletons[(this.#of[row] ?? 0) - 1];
    if (!skeleton) return undefined;
    const values = { openid, time: String(this.#times[row]), unionid: this.#unionidOf(row) };
    let text = skeleton.pieces[0] ?? '';
    skeleton.values.forEach((value, at) => (text += values[value] + (skeleton.pieces[at + 1] ?? '')));
    const profile = parseJson(text);
    return isRawProfile(profile) ? profile : undefined;
  }

  #unionidOf(row: number): string {
    const start = row * slot;
    const length = this.#unionids?.[start] ?? 0;
    return this.#unionids?.toString('latin1', start + 1, start + 1 + length) ?? '';
  }

  /** One line vouches for all that differ from it in nothing but the three values. */
  #learn(line: string, text: string, found: Readonly<Record<Value, Span | undefined>>): number | undefined {
    if (this.#skeletons.length >= mostSkeletons) return undefined;
    const profile = parseJson(line);
    if (!isRawProfile(profile)) return undefined;
    const isFollowing = profile.subscribe === 1;
    if (!isFollowing && profile.subscribe !== 0) return undefined;
    const { openid, unionid, time } = found;
    const isSame = (span: Span | undefined, value: unknown) =>
      span ? line.slice(span.from, span.to) === String(value) : true;
    if (!isSame(openid, profile.openid)) return undefined;
    if (!isSame(unionid, profile['unionid']) || !isSame(time, profile.subscribe_time)) return undefined;
    const values = (['openid', 'unionid', 'time'] as const).filter(value => found[value] !== undefined);
    values.sort((a, b) => (found[a]?.from ?? 0) - (found[b]?.from ?? 0));
    this.#skeletons.push({ pieces: text.split('\0'), values, isFollowing });
    this.#known.set(text, this.#skeletons.length);
    return this.#skeletons.length;
  }
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function textBehind(line: string, mark: string): Span | undefined {
  const at = line.indexOf(mark);
  if (at === -1) return undefined;
  const from = at + mark.length;
  const to = line.indexOf('"', from);
  if (to - from > longestUnionid || to === -1) return undefined;
  return plain.test(line.slice(from, to)) ? { from, to } : undefined;
}

function numberBehind(line: string, mark: string): Span | undefined {
  const at = line.indexOf(mark);
  if (at === -1) return undefined;
  const from = at + mark.length;
  let to = from;
  while (line.charCodeAt(to) >= 0x30 && line.charCodeAt(to) <= 0x39) to++;
  // As it is written again: without zeros in front, and within the bounds of its place.
  const text = line.slice(from, to);
  const isPlain = text !== '' && text === String(Number(text)) && Number(text) <= latestTime;
  return isPlain && /[,}]/.test(line.charAt(to)) ? { from, to } : undefined;
}
