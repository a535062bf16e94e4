import {
  type IssuedToken,
  type IssueToken,
  type RequestEntry,
  stableTokens,
  serverTokens,
} from '../../wechat';
import { type Account } from '../account/account';
import { AccountGone, AccountWithoutApi, HeaderGone } from '../account/accountErrors';
import { type Credential, type EnteredCredential, type EnteredHeader } from '../account/credential';
import { type Vault } from '../vault/vault';
import { type PastedTokens } from './pastedTokens';

export interface ConnectionSettings {
  readonly baseUrl: string;
  readonly timeoutMs: number;
}

/** Why an access token has to be pasted: none was in this window, or WeChat has refused the one that was. */
export type TokenTrouble = 'absent' | 'refused';

/** What only the user can give. Both reject as a cancellation does. */
export interface Askers {
  /** The AppSecret of an account, where it cannot be read. */
  readonly secretOf: (appId: string) => Promise<string>;
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

  /** Of a registered account, by what its file says at each request: it may be edited in another window. */
  of(appId: string, settings: ConnectionSettings): IssueToken {
    return async request => {
      const account = await this.accounts.find(appId);
      if (!account) throw new AccountGone(appId);
      const { credential } = account;
      switch (credential.kind) {
        case 'appSecret':
          return this.bySecret(appId, settings, () => this.askers.secretOf(appId))(request);
        case 'tokenServer':
          return this.byServer(appId, settings, credential, headerOf(this.vault, appId, credential))(request);
        case 'accessToken':
          return this.byHand(account, request.refused);
        case 'none':
          throw new AccountWithoutApi(appId);
      }
    };
  }

  /** Of a credential that is not kept yet, for checking it first. */
  ofEntered(appId: string, settings: ConnectionSettings, entered: EnteredCredential): IssueToken {
    switch (entered.kind) {
      case 'appSecret':
        return this.bySecret(appId, settings, () => Promise.resolve(entered.secret));
      case 'tokenServer': {
        const { header } = entered;
        return this.byServer(appId, settings, entered, header && (() => Promise.resolve(header)));
      }
      case 'accessToken':
        return () => Promise.resolve(endless(entered.token));
      case 'none':
        return () => Promise.reject(new AccountWithoutApi(appId));
    }
  }

  private bySecret(appId: string, settings: ConnectionSettings, secret: () => Promise<string>): IssueToken {
    return stableTokens({ ...settings, appId, secret, onRequest: this.onRequest });
  }

  private byServer(
    appId: string,
    { timeoutMs }: ConnectionSettings,
    { address }: { readonly address: string },
    header: (() => Promise<EnteredHeader>) | undefined,
  ): IssueToken {
    return serverTokens({ appId, address, timeoutMs, onRequest: this.onRequest, ...(header && { header }) });
  }

  private async byHand(account: Account, refused: string | undefined): Promise<IssuedToken> {
    const { appId } = account;
    if (refused !== undefined) this.pasted.drop(appId, refused);
    const held = this.pasted.of(appId);
    if (held !== undefined) return endless(held);
    const token = await this.askers.pastedToken(account, refused === undefined ? 'absent' : 'refused');
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
    if (value === undefined) throw new HeaderGone(appId);
    return { name: header.name, value };
  };
}
