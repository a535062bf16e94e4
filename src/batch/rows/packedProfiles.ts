import { isRawProfile, type RawProfile } from '../../wechat';
import { parseJson } from '../json';
import { type Line } from '../line';
import { type CutProfile, longestText, ProfileCutter } from './profileCutter';

/** Bytes of a unionid, behind its length. */
const slot = longestText + 1;
/** Where nearly every profile has texts of its own, cutting gains little. */
const mostWays = 500_000;

/**
 * Profiles in a tenth of the memory that objects take: rows of one account differ in openid, unionid, time and the number
 * of their QR code, and share the texts of their other members. What is cut here is put together again letter by letter.
 */
export class PackedProfiles {
  #cutter: ProfileCutter | undefined;
  /** By row; 0 where there is none. */
  readonly #ways: Uint32Array;
  readonly #times: Uint32Array;
  readonly #qrScenes: Uint32Array;
  #unionids: Buffer | undefined;

  constructor(private readonly rows: number) {
    this.#ways = new Uint32Array(rows);
    this.#times = new Uint32Array(rows);
    this.#qrScenes = new Uint32Array(rows);
  }

  /** Undefined for a line that had better be parsed: it is odd, or no profile at all. */
  cut(line: Line): CutProfile | undefined {
    this.#cutter ??= new ProfileCutter(Math.min(mostWays, 100 + 20 * this.rows));
    return this.#cutter.cut(line);
  }

  /** @param line of which it was cut */
  put(row: number, { bytes }: Line, cut: CutProfile): void {
    this.#ways[row] = cut.way;
    this.#times[row] = Math.max(0, cut.time);
    this.#qrScenes[row] = Math.max(0, cut.qrScene);
    const from = cut.unionidFrom;
    const length = cut.unionidTo - from;
    if (length > 0) this.#unionids ??= Buffer.alloc(this.rows * slot);
    if (!this.#unionids) return;
    const start = row * slot;
    this.#unionids[start] = Math.max(0, length);
    for (let at = 0; at < length; at++) this.#unionids[start + 1 + at] = bytes[from + at] ?? 0;
  }

  get(row: number, openid: string): RawProfile | undefined {
    const way = this.#ways[row] ?? 0;
    if (way === 0 || !this.#cutter) return undefined;
    const text = this.#cutter.textOf(
      way,
      JSON.stringify(openid),
      JSON.stringify(this.#unionidOf(row)),
      String(this.#times[row]),
      String(this.#qrScenes[row]),
    );
    const profile = parseJson(text);
    return isRawProfile(profile) ? profile : undefined;
  }

  #unionidOf(row: number): string {
    const start = row * slot;
    const length = this.#unionids?.[start] ?? 0;
    return this.#unionids?.toString('latin1', start + 1, start + 1 + length) ?? '';
  }
}
