import { type RequestEntry, WeChatClient } from '../wechat';
import { type Account } from './account';
import { AccountGone } from './accountErrors';
import { type AccountRegistry } from './registry';
import { SecretStoreFailure } from './secretStore';
import { type Vault } from './vault';

/** Why an account's secret could not be read. */
export type SecretTrouble = { kind: 'gone' } | { kind: 'unreadable'; failure: SecretStoreFailure };

export interface ClientOptions {
  readonly baseUrl: string;
  readonly timeoutMs: number;
}

interface Entry {
  readonly client: WeChatClient;
  readonly options: ClientOptions;
}

/**
 * One WeChat client an account, since the client holds the access token. Where the secret cannot be read the
 * user is asked for it once, whatever number of calls wait for it.
 */
export class Clients {
  private readonly entries = new Map<string, Entry>();
  private readonly asking = new Map<string, Promise<string>>();

  constructor(
    private readonly registry: AccountRegistry,
    private readonly vault: Vault,
    private readonly options: () => ClientOptions,
    /** Asks the user, keeps the answer in the registry, and returns it; rejects as a cancellation does. */
    private readonly askForSecret: (account: Account, trouble: SecretTrouble) => Promise<string>,
    private readonly onRequest: (entry: RequestEntry) => void,
  ) {}

  for(appId: string): WeChatClient {
    const options = this.options();
    const known = this.entries.get(appId);
    if (known?.options.baseUrl === options.baseUrl && known.options.timeoutMs === options.timeoutMs) {
      return known.client;
    }
    const client = this.make(appId, () => this.secretOf(appId), options);
    this.entries.set(appId, { client, options });
    return client;
  }

  /** The client of an account that was used in this window already: a call of its own accord prompts nobody. */
  inUse(appId: string): WeChatClient | undefined {
    return this.entries.get(appId)?.client;
  }

  /** A client for a secret that is not kept yet, for checking it first. */
  trial(appId: string, secret: string): WeChatClient {
    return this.make(appId, () => Promise.resolve(secret), this.options());
  }

  /** Drops the access token, as after a change of the secret. */
  forget(appId: string): void {
    this.entries.delete(appId);
  }

  private make(appId: string, secret: () => Promise<string>, options: ClientOptions): WeChatClient {
    return new WeChatClient({ ...options, appId, secret, onRequest: this.onRequest });
  }

  /** The account's AppSecret, for requests and for moving it; asked for where it is gone. */
  async secretOf(appId: string): Promise<string> {
    const account = await this.registry.find(appId);
    if (!account) throw new AccountGone(appId);
    try {
      return (await this.vault.read(account)) ?? (await this.askOnce(account, { kind: 'gone' }));
    } catch (error) {
      if (!(error instanceof SecretStoreFailure)) throw error;
      return this.askOnce(account, { kind: 'unreadable', failure: error });
    }
  }

  private askOnce(account: Account, trouble: SecretTrouble): Promise<string> {
    const pending = this.asking.get(account.appId);
    if (pending) return pending;
    const answer = this.askForSecret(account, trouble).finally(() => this.asking.delete(account.appId));
    this.asking.set(account.appId, answer);
    return answer;
  }
}
