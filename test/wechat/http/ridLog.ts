import { randomBytes } from 'node:crypto';

interface RidEntry {
  readonly appId: string | undefined;
  /** Unix seconds. */
  readonly invokedAt: number;
  readonly costMs: number;
  /** The query, with its token, as WeChat's own documentation shows it. */
  readonly requestUrl: string;
  readonly requestBody: string;
  readonly responseBody: string;
  readonly clientIp: string;
}

const KEPT = 1_000;
const RID_DAYS = 7;

/** Issues request ids, whose first group is the time, and keeps the latest refused requests under theirs. */
export class RidLog {
  readonly #entries = new Map<string, RidEntry>();

  issue(nowMs: number): string {
    const time = Math.floor(nowMs / 1000)
      .toString(16)
      .padStart(8, '0');
    const rest = randomBytes(8).toString('hex');
    return `${time}-${rest.slice(0, 8)}-${rest.slice(8)}`;
  }

  keep(rid: string, entry: RidEntry): void {
    this.#entries.set(rid, entry);
    const [oldest] = this.#entries.keys();
    if (this.#entries.size > KEPT && oldest !== undefined) this.#entries.delete(oldest);
  }

  /** Undefined for a rid never issued, or older than seven days. */
  find(rid: string, nowMs: number): RidEntry | undefined {
    const entry = this.#entries.get(rid);
    return entry && nowMs / 1000 - entry.invokedAt <= RID_DAYS * 86_400 ? entry : undefined;
  }
}
