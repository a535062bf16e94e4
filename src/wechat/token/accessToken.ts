import { Flight } from '../exchange/flight';

/** What the token endpoint gave: `lifeSeconds` is the remaining life, not the whole. */
export interface IssuedToken {
  readonly value: string;
  readonly lifeSeconds: number;
}

/** A token in use. Two answers with the same text are two tokens: what failed is the answer, not the text. */
export interface AccessToken extends IssuedToken {
  /** From when on a new one is asked for, on the clock of the holder, in milliseconds. */
  readonly renewAt: number;
}

/** What is asked of an {@link IssueToken}. */
export interface TokenRequest {
  /** The user insists on a new one, whatever the others lose. */
  readonly force: boolean;
  /** The last token that WeChat refused: the same again would be refused again. */
  readonly refused: string | undefined;
  readonly signal: AbortSignal;
  /** Nobody may be asked for anything: what only a user can give is rejected instead. */
  readonly unattended: boolean;
}

/** Where an account's tokens come from. */
export type IssueToken = (request: TokenRequest) => Promise<IssuedToken>;

/**
 * WeChat itself renews a stable token five minutes before its end and lets both live until then, so that an
 * answer from the last minute is a new token with a whole life.
 * @see https://developers.weixin.qq.com/doc/service/api/base/api_getstableaccesstoken
 */
const marginSeconds = 60;

/** How a token is asked for. */
export type Asking = Partial<Pick<TokenRequest, 'unattended'>> & {
  readonly signal?: AbortSignal | undefined;
};

interface Departure {
  readonly flight: Flight<AccessToken>;
  readonly unattended: boolean;
}

/** Holds an account's access token, in memory only, and asks for one at a time. */
export class TokenHolder {
  private token: AccessToken | undefined;
  private refused: string | undefined;
  private flight: Departure | undefined;

  constructor(
    private readonly issue: IssueToken,
    private readonly now: () => number,
  ) {}

  /**
   * The token in use, or a new one. All who ask meanwhile share one request, which ends when all have aborted. Who may
   * ask a user does not share one that may not.
   */
  async current({ signal, unattended = false }: Asking = {}): Promise<AccessToken> {
    signal?.throwIfAborted();
    if (this.token !== undefined && this.now() < this.token.renewAt) return this.token;
    const known = this.flight;
    const isShared = known && !known.flight.abandoned && (unattended || !known.unattended);
    return (isShared ? known.flight : this.depart(false, unattended)).join(signal);
  }

  /** Asks for a token whatever is held. `force` makes WeChat kill every token that it gave before. */
  async renew(force: boolean, { signal, unattended = false }: Asking = {}): Promise<AccessToken> {
    signal?.throwIfAborted();
    return this.depart(force, unattended).join(signal);
  }

  /** Forgets a token that WeChat refused, unless a newer one has taken its place. */
  drop(refused: AccessToken): void {
    if (this.token !== refused) return;
    this.token = undefined;
    this.refused = refused.value;
  }

  /** The newest request is the one that others join and whose token is kept: an older answer may be dead already. */
  private depart(force: boolean, unattended: boolean): Flight<AccessToken> {
    const flight: Flight<AccessToken> = new Flight(async signal => {
      try {
        const token = await this.ask({ force, signal, unattended });
        if (this.flight?.flight === flight) this.token = token;
        return token;
      } finally {
        if (this.flight?.flight === flight) this.flight = undefined;
      }
    });
    this.flight = { flight, unattended };
    return flight;
  }

  private async ask(request: Omit<TokenRequest, 'refused'>): Promise<AccessToken> {
    // Counted from before the request, so that a slow answer never makes a token look younger than it is.
    const askedAt = this.now();
    const { refused } = this;
    // Once: whoever asks later finds out anew what WeChat thinks of it.
    this.refused = undefined;
    const issued = await this.issue({ ...request, refused });
    const { lifeSeconds } = issued;
    const useSeconds = lifeSeconds > marginSeconds ? lifeSeconds - marginSeconds : lifeSeconds;
    return { ...issued, renewAt: askedAt + useSeconds * 1000 };
  }
}
