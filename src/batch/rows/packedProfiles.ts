import { isRawProfile, type RawProfile } from '../../wechat';
import { type Line, textOf } from '../line';
import { parseJson } from '../json';
import {
  copyOf,
  endOf,
  findValues,
  type Layout,
  layoutOf,
  type Places,
  placesIn,
  type Span,
  valueOf,
} from './layout';

export interface CutProfile {
  readonly openid: string;
  readonly isFollowing: boolean;
  readonly unionid: Span | undefined;
  readonly time: number;
  readonly qrScene: number;
  readonly skeleton: number;
}

/** A profile as WeChat wrote it, without its values. */
interface Skeleton {
  readonly layout: Layout;
  /** Without a number of a QR code it goes to the end. */
  readonly middle: string;
  readonly tail: string;
  readonly hasQrScene: boolean;
  readonly isFollowing: boolean;
}

/** Bytes of a unionid, behind its length. */
const slot = 32;
/** Where nearly every profile has texts of its own, cutting gains nothing. */
const mostSkeletons = 50_000;
const mostLayouts = 8;

/**
 * Profiles in a tenth of the memory that objects take: rows of one account differ in openid, unionid, time and the number
 * of their QR code, and share the rest of their text. What is cut here is put together again letter by letter.
 */
export class PackedProfiles {
  /** Those with more values first: the others would take a value for a part of their tails. */
  readonly #layouts: Layout[] = [];
  readonly #skeletons: Skeleton[] = [];
  /** By row; 0 where there is none. */
  readonly #of: Uint32Array;
  readonly #times: Uint32Array;
  readonly #qrScenes: Uint32Array;
  #unionids: Buffer | undefined;

  constructor(private readonly rows: number) {
    this.#of = new Uint32Array(rows);
    this.#times = new Uint32Array(rows);
    this.#qrScenes = new Uint32Array(rows);
  }

  /** Undefined for a line that had better be parsed: it is odd, or no profile at all. */
  cut(line: Line): CutProfile | undefined {
    for (const layout of this.#layouts) {
      const found = placesIn(line, layout);
      if (!found) continue;
      const { middle, tail } = endOf(line, found);
      const skeleton = layout.ends.get(middle)?.get(tail);
      return skeleton === undefined ? this.#learn(line) : this.#cutAt(line, found, skeleton);
    }
    return this.#learn(line);
  }

  /** @param line of which it was cut */
  put(row: number, { latin1 }: Line, { unionid, time, qrScene, skeleton }: CutProfile): void {
    this.#of[row] = skeleton;
    this.#times[row] = time;
    this.#qrScenes[row] = qrScene;
    if (unionid) this.#unionids ??= Buffer.alloc(this.rows * slot);
    if (!this.#unionids) return;
    const { from, to } = unionid ?? { from: 0, to: 0 };
    const start = row * slot;
    this.#unionids[start] = to - from;
    for (let at = from; at < to; at++) this.#unionids[start + 1 + at - from] = latin1.charCodeAt(at);
  }

  get(row: number, openid: string): RawProfile | undefined {
    const skeleton = this.#skeletons[(this.#of[row] ?? 0) - 1];
    if (!skeleton) return undefined;
    const values = { openid, time: String(this.#times[row]), unionid: this.#unionidOf(row) };
    const { layout, middle, tail, hasQrScene } = skeleton;
    const head = layout.values.map((value, at) => (layout.pieces[at] ?? '') + values[value]).join('');
    const latin1 = head + middle + (hasQrScene ? String(this.#qrScenes[row]) : '') + tail;
    const profile = parseJson(textOf({ latin1, from: 0, to: latin1.length }));
    return isRawProfile(profile) ? profile : undefined;
  }

  #unionidOf(row: number): string {
    const start = row * slot;
    const length = this.#unionids?.[start] ?? 0;
    return this.#unionids?.toString('latin1', start + 1, start + 1 + length) ?? '';
  }

  #cutAt({ latin1 }: Line, found: Places, skeleton: number): CutProfile | undefined {
    const { openid, unionid, time, qrScene } = found;
    const known = this.#skeletons[skeleton - 1];
    return openid && known
      ? {
          openid: latin1.slice(openid.from, openid.to),
          isFollowing: known.isFollowing,
          unionid,
          time: time ? valueOf(latin1, time) : 0,
          qrScene: qrScene ? valueOf(latin1, qrScene) : 0,
          skeleton,
        }
      : undefined;
  }

  /**
   * One line vouches for all that differ from it in nothing but the values: a number stands where a number stood, and a
   * text without anything to escape where one stood. Only whose row it is must be the person's own openid.
   */
  #learn(line: Line): CutProfile | undefined {
    if (this.#skeletons.length >= mostSkeletons) return undefined;
    const found = findValues(line);
    const profile = parseJson(textOf(line));
    if (!found.openid || !isRawProfile(profile)) return undefined;
    const isFollowing = profile.subscribe === 1;
    if (!isFollowing && profile.subscribe !== 0) return undefined;
    if (line.latin1.slice(found.openid.from, found.openid.to) !== profile.openid) return undefined;
    const layout = this.#known(layoutOf(line, found));
    const places = layout && placesIn(line, layout);
    if (!places) return undefined;
    const end = endOf(line, places);
    const [middle, tail] = [copyOf(end.middle), copyOf(end.tail)];
    this.#skeletons.push({ layout, middle, tail, hasQrScene: places.qrScene !== undefined, isFollowing });
    const tails = layout.ends.get(middle) ?? new Map<string, number>();
    layout.ends.set(middle, tails.set(tail, this.#skeletons.length));
    return this.#cutAt(line, places, this.#skeletons.length);
  }

  /** Undefined where there are too many already. */
  #known(layout: Layout): Layout | undefined {
    const text = layout.pieces.join('\0');
    const known = this.#layouts.find(({ pieces }) => pieces.join('\0') === text);
    if (known || this.#layouts.length >= mostLayouts) return known;
    this.#layouts.push(layout);
    this.#layouts.sort((a, b) => b.values.length - a.values.length);
    return layout;
  }
}
