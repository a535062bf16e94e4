import { quotaDay, quotaMonth } from './account/calendar';

interface Allowance {
  readonly daily: number;
  readonly used: number;
  readonly perMinute: number;
}

/** Calls a day for a verified account. That of batchget is documented nowhere: a guess, which quota/get answers too. */
const DAILY: ReadonlyMap<string, number> = new Map([
  ['/cgi-bin/token', 2_000],
  ['/cgi-bin/stable_token', 500_000],
  ['/cgi-bin/user/info', 500_000],
  ['/cgi-bin/user/info/batchget', 500_000],
  ['/cgi-bin/user/get', 500],
  ['/cgi-bin/tags/get', 10_000],
  ['/cgi-bin/tags/getidlist', 10_000],
  ['/cgi-bin/user/tag/get', 10_000],
  ['/cgi-bin/tags/create', 1_000],
  ['/cgi-bin/tags/update', 1_000],
  ['/cgi-bin/tags/members/batchtagging', 10_000],
  ['/cgi-bin/tags/members/batchuntagging', 10_000],
  ['/cgi-bin/tags/members/getblacklist', 1_000],
  ['/cgi-bin/user/info/updateremark', 10_000],
  ['/cgi-bin/changeopenid', 10_000],
]);
const TOKEN_PATHS: readonly string[] = ['/cgi-bin/token', '/cgi-bin/stable_token'];
const PER_MINUTE: ReadonlyMap<string, number> = new Map([['/cgi-bin/stable_token', 10_000]]);
const CLEARS_A_MONTH = 10;

/** What one account may still call today. */
export class Quota {
  readonly #now: () => number;
  readonly #daily = new Map(DAILY);
  readonly #perMinute = new Map(PER_MINUTE);
  readonly #used = new Map<string, number>();
  readonly #usedNow = new Map<string, number>();
  #day = -1;
  #minute = -1;
  #clears = { month: '', count: 0 };

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Undefined for a path that has no quota. */
  of(path: string): Allowance | undefined {
    this.#turnPage();
    const daily = this.#daily.get(path);
    if (daily === undefined) return undefined;
    return { daily, used: this.#used.get(path) ?? 0, perMinute: this.#perMinute.get(path) ?? Infinity };
  }

  /** Counts a call. 0, or the errcode that it is refused with: 45009 for the day, 45011 for the minute. */
  take(path: string): 0 | 45009 | 45011 {
    const allowance = this.of(path);
    if (!allowance) return 0;
    if (allowance.used >= allowance.daily) return 45009;
    const usedNow = this.#usedNow.get(path) ?? 0;
    if (usedNow >= allowance.perMinute) return 45011;
    this.#used.set(path, allowance.used + 1);
    this.#usedNow.set(path, usedNow + 1);
    return 0;
  }

  set(path: string, allowance: Partial<Allowance>): void {
    this.#turnPage();
    if (allowance.daily !== undefined) this.#daily.set(path, allowance.daily);
    if (allowance.used !== undefined) this.#used.set(path, allowance.used);
    if (allowance.perMinute !== undefined) this.#perMinute.set(path, allowance.perMinute);
  }

  /** Uses up the day of one path, or of every path except the token ones. */
  useUp(path?: string): void {
    const paths =
      path === undefined ? [...this.#daily.keys()].filter(each => !TOKEN_PATHS.includes(each)) : [path];
    for (const each of paths) this.set(each, { used: this.#daily.get(each) ?? 0 });
  }

  /** As if a new day had begun. */
  reset(): void {
    this.#used.clear();
    this.#usedNow.clear();
  }

  /** `clear_quota`, ten times a month. */
  clear(): 0 | 48006 {
    const month = quotaMonth(this.#now());
    const count = this.#clears.month === month ? this.#clears.count : 0;
    if (count >= CLEARS_A_MONTH) return 48006;
    this.#clears = { month, count: count + 1 };
    this.reset();
    return 0;
  }

  #turnPage(): void {
    const day = quotaDay(this.#now());
    const minute = Math.floor(this.#now() / 60_000);
    if (day !== this.#day) this.#used.clear();
    if (minute !== this.#minute) this.#usedNow.clear();
    this.#day = day;
    this.#minute = minute;
  }
}
