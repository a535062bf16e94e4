import { randomBytes } from 'node:crypto';
import { quotaDay } from '../account/calendar';

export interface IssuedToken {
  readonly accessToken: string;
  /** Remaining life in whole seconds. */
  readonly expiresIn: number;
}

/** The errcode that a call with a token gets, 0 while it is good: 40001 replaced by another, 42001 expired by itself. */
export type Verdict = 0 | 40001 | 42001;

interface Life {
  readonly accessToken: string;
  endsAt: number;
  endsWith: 40001 | 42001;
}

const LIFE = 7_200_000;
const HAND_OVER = 300_000;
const FORCED_APART = 30_000;
const FORCED_A_DAY = 20;

/** The tokens of one account. Those of `/cgi-bin/token` and of `/cgi-bin/stable_token` do not touch each other. */
export class TokenOffice {
  readonly #now: () => number;
  readonly #lives = new Map<string, Life>();
  readonly #plain: Life[] = [];
  readonly #stable: Life[] = [];
  #forced = { day: 0, count: 0, at: -Infinity };

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Every token that this office ever issued. */
  get issued(): readonly string[] {
    return [...this.#lives.keys()];
  }

  /** `/cgi-bin/token`: always a new token; the one before works for at most five minutes more. */
  issuePlain(): IssuedToken {
    this.#end(this.#plain, 40001, this.#now() + HAND_OVER);
    return this.#toIssued(this.#begin(this.#plain));
  }

  /**
   * `/cgi-bin/stable_token`: the same token until five minutes before its end, then a new one that overlaps it. Forced,
   * every earlier stable token dies at once; out of the bounds of forcing, the answer is that of the normal mode.
   */
  issueStable(force: boolean): IssuedToken {
    if (force && this.#mayForce()) {
      this.#end(this.#stable, 40001, this.#now());
      return this.#toIssued(this.#begin(this.#stable));
    }
    const latest = this.#stable.at(-1);
    const lasts = latest !== undefined && latest.endsAt - this.#now() > HAND_OVER;
    return this.#toIssued(lasts ? latest : this.#begin(this.#stable));
  }

  /** Undefined for a token that this office never issued. */
  judge(accessToken: string): Verdict | undefined {
    const life = this.#lives.get(accessToken);
    if (!life) return undefined;
    return this.#now() < life.endsAt ? 0 : life.endsWith;
  }

  /** Ends every token issued so far, of both kinds. */
  endAll(verdict: 40001 | 42001): void {
    this.#end([...this.#plain, ...this.#stable], verdict, this.#now());
  }

  #begin(line: Life[]): Life {
    // 'NN_' and 136 characters, as published samples have; not to be taken for a fixed length.
    const accessToken = `${10 + (this.#lives.size % 90)}_${randomBytes(102).toString('base64url')}`;
    const life: Life = { accessToken, endsAt: this.#now() + LIFE, endsWith: 42001 };
    this.#lives.set(accessToken, life);
    line.push(life);
    return life;
  }

  #end(lives: readonly Life[], endsWith: 40001 | 42001, at: number): void {
    for (const life of lives) {
      if (life.endsAt <= at) continue;
      life.endsAt = at;
      life.endsWith = endsWith;
    }
  }

  #mayForce(): boolean {
    const now = this.#now();
    const day = quotaDay(now);
    const count = this.#forced.day === day ? this.#forced.count : 0;
    if (count >= FORCED_A_DAY || now - this.#forced.at < FORCED_APART) return false;
    this.#forced = { day, count: count + 1, at: now };
    return true;
  }

  #toIssued({ accessToken, endsAt }: Life): IssuedToken {
    return { accessToken, expiresIn: Math.floor((endsAt - this.#now()) / 1000) };
  }
}
