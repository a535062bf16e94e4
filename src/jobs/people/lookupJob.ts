import {
  type Account,
  type Clients,
  type LearnedPrefixes,
  type Lookup,
  type LookupHistory,
} from '../../accounts';
import { lookUp, type Outcome } from '../../batch';
import { setting } from '../../ui/settings';

/** Asks WeChat about one openid, learns the account's prefix from the answer, and keeps it as a recent lookup. */
export class LookupJob {
  constructor(
    private readonly clients: Clients,
    private readonly prefixes: () => Promise<LearnedPrefixes>,
    private readonly history: LookupHistory,
  ) {}

  async run(account: Account, openid: string, signal: AbortSignal): Promise<Lookup> {
    return this.keep(account, await this.ask(account, openid, signal));
  }

  /** An answer that is not kept yet: others may know better. */
  async ask({ appId }: Account, openid: string, signal: AbortSignal): Promise<Outcome> {
    const outcome = await lookUp(this.clients.for(appId), openid, { lang: setting('lang'), signal });
    await (await this.prefixes()).learn(appId, [outcome]);
    return outcome;
  }

  keep({ appId, name }: Account, outcome: Outcome): Promise<Lookup> {
    return this.history.keep(appId, name, outcome);
  }
}
