import {
  type Header,
  type IssuedToken,
  type IssueToken,
  type RequestEntry,
  stableTokens,
  serverTokens,
  type TokenRequest,
} from '../../wechat';
import { type Account } from '../account/account';
import { AccountGone, AccountWithoutApi, CredentialNeeded, HeaderGone } from '../account/accountErrors';
import { type Credential, type EnteredCredential, type EnteredHeader } from '../account/credential';
import { type Vault } from '../vault/vault';
import { type PastedTokens } from './pastedTokens';

export interface ConnectionSettings {
  readonly baseUrl: string;
  readonly timeoutMs: number;
}

/** How an account's calls reach WeChat. */
export interface Connection extends ConnectionSettings {
  readonly relayHeader: () => Promise<Header | undefined>;
}

/** Why an access token has to be pasted: none was in this window, or WeChat has refused the one that was. */
export type TokenTrouble = 'absent' | 'refused';

/** What only the user can give. Both reject as a cancellation does. */
export interface Askers {
  /** The AppSecret of an account, asked for where it cannot be read and somebody may be asked. */
  readonly secretOf: (appId: string, unattended: boolean) => Promise<string>;
  readonly pastedToken: (account: Account, trouble: TokenTrouble) => Promise<string>;
}

type TokenServer = Extract<Credential, { kind: 'tokenServer' }>;

/** Where each account's access tokens come from. */
export class TokenSources {
  constructor(
    private readonly accounts: { find(appId: string): Promise<Account | undefined> },
    private readonly vault: Vault,
    private readonly pasted: PastedTokens,
    private readonly askers: Askers,
    private readonly onRequest: (entry: RequestEntry) => void,
  ) {}

  /**
   * Of a registered account, by what its file says at each request: it may be edited in another window.
   * @param asked told of the credential that each request goes by
   */
  of(appId: string, connection: Connection, asked: (credential: Credential) => void): IssueToken {
    return async request => {
      const account = await this.accounts.find(appId);
      if (!account) throw new AccountGone(appId);
      const { credential } = account;
      asked(credential);
      switch (credential.kind) {
        case 'appSecret': {
          const secret = () => this.askers.secretOf(appId, request.unattended);
          return this.bySecret(appId, connection, secret)(request);
        }
        case 'tokenServer': {
          const address = await this.addressOf(appId, credential);
          const header = headerOf(this.vault, appId, credential);
          return this.byServer(appId, connection, address, header)(request);
        }
        case 'accessToken':
          return this.byHand(account, request);
        case 'none':
          throw new AccountWithoutApi(appId);
      }
    };
  }

  /** Of a credential that is not kept yet, for checking it first. */
  ofEntered(appId: string, connection: Connection, entered: EnteredCredential): IssueToken {
    switch (entered.kind) {
      case 'appSecret':
        return this.bySecret(appId, connection, () => Promise.resolve(entered.secret));
      case 'tokenServer': {
        const { address, header } = entered;
        return this.byServer(appId, connection, address, header && (() => Promise.resolve(header)));
      }
      case 'accessToken':
        return () => Promise.resolve(endless(entered.token));
      case 'none':
        return () => Promise.reject(new AccountWithoutApi(appId));
    }
  }

  private bySecret(appId: string, connection: Connection, secret: () => Promise<string>): IssueToken {
    return stableTokens({ ...connection, appId, secret, onRequest: this.onRequest });
  }

  private byServer(
    appId: string,
    { timeoutMs }: ConnectionSettings,
    address: string,
    header: (() => Promise<EnteredHeader>) | undefined,
  ): IssueToken {
    return serverTokens({ appId, address, timeoutMs, onRequest: this.onRequest, ...(header && { header }) });
  }

  private async addressOf(appId: string, { address, query }: TokenServer): Promise<string> {
    if (!query) return address;
    const text = await this.vault.read({ appId, ...query });
    if (text === undefined) throw new HeaderGone(appId, 'tokenServer');
    return `${address}${text}`;
  }

  private async byHand(account: Account, { refused, unattended }: TokenRequest): Promise<IssuedToken> {
    const { appId } = account;
    if (refused !== undefined) this.pasted.drop(appId, refused);
    const held = this.pasted.of(appId);
    if (held !== undefined) return endless(held);
    if (unattended) throw new CredentialNeeded(appId);
    const token = await this.askers.pastedToken(
      account,
      this.pasted.wasRefused(appId) ? 'refused' : 'absent',
    );
    this.pasted.put(appId, token);
    return endless(token);
  }
}

/** Only WeChat knows when it ends. */
function endless(value: string): IssuedToken {
  return { value, lifeSeconds: Infinity };
}

function headerOf(
  vault: Vault,
  appId: string,
  { header }: TokenServer,
): (() => Promise<EnteredHeader>) | undefined {
  if (!header) return undefined;
  return async () => {
    const value = await vault.read({ appId, ...header });
    if (value === undefined) throw new HeaderGone(appId, 'tokenServer');
    return { name: header.name, value };
  };
}
