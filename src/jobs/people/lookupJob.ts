import {
  type Account,
  type Clients,
  type LearnedPrefixes,
  type Lookup,
  type LookupHistory,
} from '../../accounts';
import { lookUp } from '../../batch';
import { setting } from '../../ui/settings';

/** Asks WeChat about one openid, learns the account's prefix from the answer, and keeps it as a recent lookup. */
export class LookupJob {
  constructor(
    private readonly clients: Clients,
    private readonly prefixes: LearnedPrefixes,
    private readonly history: LookupHistory,
  ) {}

  async run(account: Account, openid: string, signal: AbortSignal): Promise<Lookup> {
    const client = this.clients.for(account.appId);
    const outcome = await lookUp(client, openid, { lang: setting('lang'), signal });
    await this.prefixes.learn(account.appId, [outcome]);
    return this.history.keep(account.appId, account.name, outcome);
  }
}
