import {
  type Account,
  type Clients,
  type LearnedPrefixes,
  type Lookup,
  type LookupHistory,
} from '../../accounts';
import { lookUp, type Outcome } from '../../batch';
import { setting } from '../../ui/settings';

export interface Asking {
  readonly signal: AbortSignal;
  /** For callers that only want the result: no box opens. */
  readonly quiet?: boolean | undefined;
}

/** Asks WeChat about one openid, learns the account's prefix from the answer, and keeps it as a recent lookup. */
export class LookupJob {
  constructor(
    private readonly clients: Clients,
    private readonly prefixes: () => Promise<LearnedPrefixes>,
    private readonly history: LookupHistory,
  ) {}

  async run(account: Account, openid: string, asking: Asking): Promise<Lookup> {
    return this.keep(account, await this.ask(account, openid, asking));
  }

  /** An answer that is not kept yet: others may know better. */
  async ask({ appId }: Account, openid: string, { signal, quiet = false }: Asking): Promise<Outcome> {
    const client = quiet ? this.clients.unattended(appId) : this.clients.for(appId);
    const outcome = await lookUp(client, openid, { lang: setting('lang'), signal });
    await (await this.prefixes()).learn(appId, [outcome]);
    return outcome;
  }

  keep({ appId, name }: Account, outcome: Outcome): Promise<Lookup> {
    return this.history.keep(appId, name, outcome);
  }
}
