import { type Header, type IssueToken, type RequestEntry, WeChatClient } from '../../wechat';
import { type Account } from '../account/account';
import { AccountGone, CredentialNeeded } from '../account/accountErrors';
import { type Credential, type EnteredCredential, type EnteredRelay } from '../account/credential';
import { type AccountRegistry } from '../registry/registry';
import { SecretStoreFailure } from '../vault/secretStore';
import { type Vault } from '../vault/vault';
import { PastedTokens } from './pastedTokens';
import { enteredRelayHeader, foreignOrigin, keptRelayHeader } from './relayHeaders';
import {
  type Connection,
  type ConnectionSettings,
  type TokenSources,
  type TokenTrouble,
} from './tokenSources';

/** Why an account's secret could not be read. */
export type SecretTrouble = { kind: 'gone' } | { kind: 'unreadable'; failure: SecretStoreFailure };

/** Asks the user; each rejects as a cancellation does. */
export interface Prompts {
  /** Asks for the AppSecret, keeps it in the registry, and returns it. */
  readonly secret: (account: Account, trouble: SecretTrouble) => Promise<string>;
  /** Asks for an access token, which is kept nowhere. */
  readonly token: (account: Account, trouble: TokenTrouble) => Promise<string>;
  /** Asks, once for each, whether secrets may go to a host that is not WeChat's. */
  readonly host: (origin: string, unattended: boolean) => Promise<void>;
}

interface Entry {
  readonly client: WeChatClient;
  readonly settings: ConnectionSettings;
  /** What its last token was asked for with. */
  credential?: Credential;
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
  ) {
    registry.onDidChange(() => void this.letGoOfChanged());
  }

  for(appId: string): WeChatClient {
    const settings = this.settings();
    const known = this.entries.get(appId);
    if (known?.settings.baseUrl === settings.baseUrl && known.settings.timeoutMs === settings.timeoutMs) {
      return known.client;
    }
    const connection = this.connectionOf(appId, settings);
    const client = this.make(appId, connection, sources =>
      sources.of(appId, connection, credential => (entry.credential = credential)),
    );
    const entry: Entry = { client, settings };
    this.entries.set(appId, entry);
    return client;
  }

  /** For calls that may open no box: what only the user can give rejects as `CredentialNeeded`. */
  unattended(appId: string): WeChatClient {
    return this.for(appId).unattended();
  }

  /** The same of an account that was used in this window already, for a call of the extension's own accord. */
  inUse(appId: string): WeChatClient | undefined {
    return this.entries.get(appId)?.client.unattended();
  }

  /**
   * A client for what is not kept yet, for checking it first: a credential, and the header of a relay, or else the one
   * that the account has.
   */
  trial(appId: string, entered: EnteredCredential, relay?: EnteredRelay): WeChatClient {
    const settings = this.settings();
    const connection = relay
      ? { ...settings, relayHeader: enteredRelayHeader(relay, settings.baseUrl) }
      : this.connectionOf(appId, settings);
    return this.make(appId, connection, sources => sources.ofEntered(appId, connection, entered));
  }

  /** A client of a registered account with another header for the relay, or without one. It asks nobody. */
  relayTrial(appId: string, relay: EnteredRelay | undefined): WeChatClient {
    const settings = this.settings();
    const relayHeader = relay
      ? enteredRelayHeader(relay, settings.baseUrl)
      : () => Promise.resolve(undefined);
    const connection = { ...settings, relayHeader };
    return this.make(appId, connection, sources =>
      sources.of(appId, connection, () => undefined),
    ).unattended();
  }

  /** What the relay wants to see, for requests beside the client's own. */
  relayHeaderOf(appId: string): () => Promise<Header | undefined> {
    return this.connectionOf(appId, this.settings()).relayHeader;
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

  /** Drops every access token of this window. */
  forgetAll(): void {
    this.entries.clear();
    this.pasted.forgetAll();
  }

  /** The account's AppSecret, for requests and for moving it: asked for where it is gone and somebody may be asked. */
  async secretOf(appId: string, unattended = false): Promise<string> {
    const account = await this.registry.find(appId);
    if (!account) throw new AccountGone(appId);
    const { credential } = account;
    let trouble: SecretTrouble = { kind: 'gone' };
    try {
      const kept = credential.kind === 'appSecret' && (await this.vault.read({ appId, ...credential }));
      if (typeof kept === 'string') return kept;
    } catch (error) {
      if (!(error instanceof SecretStoreFailure)) throw error;
      trouble = { kind: 'unreadable', failure: error };
    }
    if (unattended) throw new CredentialNeeded(appId);
    return this.askOnce(account, trouble);
  }

  /**
   * Another window may have given an account another credential, or removed it: a token that came by the former is not
   * used any longer.
   */
  private async letGoOfChanged(): Promise<void> {
    if (this.entries.size === 0) return;
    // Where it cannot be read, the next question says so.
    const accounts = await this.registry.all().catch(() => undefined);
    if (!accounts) return;
    for (const [appId, { credential }] of this.entries) {
      const now = accounts.find(account => account.appId === appId)?.credential;
      if (credential && !isSame(credential, now)) this.entries.delete(appId);
      if (now?.kind !== 'accessToken') this.pasted.forget(appId);
    }
  }

  private connectionOf(appId: string, settings: ConnectionSettings): Connection {
    const { baseUrl } = settings;
    return { ...settings, relayHeader: keptRelayHeader(this.registry, this.vault, { appId, baseUrl }) };
  }

  private make(
    appId: string,
    connection: Connection,
    sourceIn: (sources: TokenSources) => IssueToken,
  ): WeChatClient {
    const issueToken: IssueToken = async request => {
      // No call goes out without a token, and none is asked for before.
      const origin = foreignOrigin(connection.baseUrl);
      if (origin !== undefined) await this.prompts.host(origin, request.unattended);
      return sourceIn(await this.loadSources())(request);
    };
    return new WeChatClient({ ...connection, appId, issueToken, onRequest: this.onRequest });
  }

  /** With the first token: a window that asks nothing of WeChat needs none of it. */
  private async loadSources(): Promise<TokenSources> {
    const { TokenSources } = await import('../atFirstUse');
    const askers = {
      secretOf: (appId: string, unattended: boolean) => this.secretOf(appId, unattended),
      pastedToken: this.prompts.token,
    };
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

function isSame(one: Credential, another: Credential | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(another);
}
