import { type IssueToken, type RequestEntry, WeChatClient } from '../../wechat';
import { type Account } from '../account/account';
import { AccountGone } from '../account/accountErrors';
import { type EnteredCredential, keptSecretOf } from '../account/credential';
import { type AccountRegistry } from '../registry/registry';
import { SecretStoreFailure } from '../vault/secretStore';
import { type Vault } from '../vault/vault';
import { PastedTokens } from './pastedTokens';
import { type ConnectionSettings, type TokenSources, type TokenTrouble } from './tokenSources';

/** Why an account's secret could not be read. */
export type SecretTrouble = { kind: 'gone' } | { kind: 'unreadable'; failure: SecretStoreFailure };

/** Asks the user; each rejects as a cancellation does. */
export interface Prompts {
  /** Asks for the AppSecret, keeps it in the registry, and returns it. */
  readonly secret: (account: Account, trouble: SecretTrouble) => Promise<string>;
  /** Asks for an access token, which is kept nowhere. */
  readonly token: (account: Account, trouble: TokenTrouble) => Promise<string>;
}

interface Entry {
  readonly client: WeChatClient;
  readonly settings: ConnectionSettings;
}

/**
 * One WeChat client an account, since the client holds the access token. Where the secret cannot be read the
 * user is asked for it once, whatever number of calls wait for it.
 */
export class Clients {
  private readonly entries = new Map<string, Entry>();
  private readonly asking = new Map<string, Promise<string>>();
  private readonly pasted = new PastedTokens();

  constructor(
    private readonly registry: AccountRegistry,
    private readonly vault: Vault,
    private readonly settings: () => ConnectionSettings,
    private readonly prompts: Prompts,
    private readonly onRequest: (entry: RequestEntry) => void,
  ) {}

  for(appId: string): WeChatClient {
    const settings = this.settings();
    const known = this.entries.get(appId);
    if (known?.settings.baseUrl === settings.baseUrl && known.settings.timeoutMs === settings.timeoutMs) {
      return known.client;
    }
    const client = this.make(appId, settings, sources => sources.of(appId, settings));
    this.entries.set(appId, { client, settings });
    return client;
  }

  /** The client of an account that was used in this window already: a call of its own accord prompts nobody. */
  inUse(appId: string): WeChatClient | undefined {
    return this.entries.get(appId)?.client;
  }

  /** A client for a credential that is not kept yet, for checking it first. */
  trial(appId: string, entered: EnteredCredential): WeChatClient {
    const settings = this.settings();
    return this.make(appId, settings, sources => sources.ofEntered(appId, settings, entered));
  }

  /** Whether this window holds a token that was pasted for the account. */
  holdsPastedToken(appId: string): boolean {
    return this.pasted.of(appId) !== undefined;
  }

  /** Begins anew with what was entered for the account, as after a change of its credential. */
  renew(appId: string, entered: EnteredCredential): void {
    this.forget(appId);
    if (entered.kind === 'accessToken') this.pasted.put(appId, entered.token);
  }

  /** Drops all access tokens of the account. */
  forget(appId: string): void {
    this.entries.delete(appId);
    this.pasted.forget(appId);
  }

  /** The account's secret in the vault, for requests and for moving it; an AppSecret is asked for where it is gone. */
  async secretOf(appId: string): Promise<string> {
    const account = await this.registry.find(appId);
    if (!account) throw new AccountGone(appId);
    const kept = keptSecretOf(account.credential);
    try {
      const secret = kept && (await this.vault.read({ appId, ...kept }));
      return secret ?? (await this.askOnce(account, { kind: 'gone' }));
    } catch (error) {
      if (!(error instanceof SecretStoreFailure)) throw error;
      return this.askOnce(account, { kind: 'unreadable', failure: error });
    }
  }

  private make(
    appId: string,
    settings: ConnectionSettings,
    sourceIn: (sources: TokenSources) => IssueToken,
  ): WeChatClient {
    const issueToken: IssueToken = async request => sourceIn(await this.loadSources())(request);
    return new WeChatClient({ ...settings, appId, issueToken, onRequest: this.onRequest });
  }

  /** With the first token: a window that asks nothing of WeChat needs none of it. */
  private async loadSources(): Promise<TokenSources> {
    const { TokenSources } = await import('../atFirstUse');
    const askers = { secretOf: (appId: string) => this.secretOf(appId), pastedToken: this.prompts.token };
    return new TokenSources(this.registry, this.vault, this.pasted, askers, this.onRequest);
  }

  private askOnce(account: Account, trouble: SecretTrouble): Promise<string> {
    const pending = this.asking.get(account.appId);
    if (pending) return pending;
    const answer = this.prompts.secret(account, trouble).finally(() => this.asking.delete(account.appId));
    this.asking.set(account.appId, answer);
    return answer;
  }
}
