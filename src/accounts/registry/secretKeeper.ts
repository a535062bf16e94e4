import {
  type Credential,
  type EnteredCredential,
  type EnteredRelay,
  type KeptRelay,
  type KeptSecret,
  secretKey,
  type SecretStoreName,
} from '../account/credential';
import { type StorePreference, type Vault } from '../vault/vault';
import { type LedgerEntry, type SecretLedger } from './secretLedger';

/** Where a secret goes: an id for one wizard, whatever number of times it tries, and the store that the user chose. */
export interface SecretPlace {
  readonly secretId?: string;
  readonly preference?: StorePreference | undefined;
}

/** The same, once the id is made. */
export type WizardPlace = SecretPlace & { readonly secretId: string };

/** What a removal could not delete. */
export interface SecretLeft {
  readonly store: SecretStoreName;
  /** The account's name in the keychain. */
  readonly key: string;
}

interface KeptFor extends KeptSecret {
  readonly appId: string;
}

/** A wizard that waits for a keychain or a user is not swept up after. */
const wizardMs = 3_600_000;

/** Secrets on their way into the vault and out of it: the ledger knows of each for as long as it may be somewhere. */
export class SecretKeeper {
  constructor(
    private readonly vault: Vault,
    private readonly ledger: SecretLedger,
    private readonly now: () => number,
  ) {}

  /** Keeps the secrets of what was entered, where it has any, and returns the credential that an account holds. */
  async keep(appId: string, entered: EnteredCredential, place: WizardPlace): Promise<Credential> {
    switch (entered.kind) {
      case 'appSecret':
        return { kind: entered.kind, ...(await this.put(appId, '', entered.secret, place)) };
      case 'tokenServer': {
        const { kind, header } = entered;
        const { address, query } = divided(entered.address);
        const keptQuery = query === '' ? undefined : await this.put(appId, '-query', query, place);
        if (!header) return { kind, address, ...(keptQuery && { query: keptQuery }) };
        try {
          const keptHeader = { name: header.name, ...(await this.put(appId, '', header.value, place)) };
          return { kind, address, ...(keptQuery && { query: keptQuery }), header: keptHeader };
        } catch (error) {
          if (keptQuery) await this.discard({ appId, ...keptQuery }).catch(() => undefined);
          throw error;
        }
      }
      case 'accessToken':
      case 'none':
        return { kind: entered.kind };
    }
  }

  async keepRelay(
    appId: string,
    { origin, name, value }: EnteredRelay,
    place: WizardPlace,
  ): Promise<KeptRelay> {
    return { origin, name, ...(await this.put(appId, '-relay', value, place)) };
  }

  /** @param part tells the secrets of one wizard apart: the same try after try, so that none is kept twice */
  private async put(
    appId: string,
    part: '' | '-query' | '-relay',
    secret: string,
    { secretId: wizardId, preference }: WizardPlace,
  ): Promise<KeptSecret> {
    const secretId = `${wizardId}${part}`;
    await this.ledger.note({ appId, secretId });
    return { secretId, secretStore: await this.vault.keep({ appId, secretId }, secret, preference) };
  }

  /** As `discard`, of a secret that nobody knows to be superfluous yet: should this window end now, it is swept. */
  async letGo(secret: KeptFor): Promise<void> {
    await this.ledger.noteRemoval(secret).catch(() => undefined);
    await this.discard(secret);
  }

  /** Deletes a secret that no account names; undefined where nothing of it is left. */
  async discard(secret: KeptFor): Promise<SecretLeft | undefined> {
    try {
      await this.vault.drop(secret);
    } catch {
      await this.ledger.noteRemoval(secret).catch(() => undefined);
      return { store: secret.secretStore, key: secretKey(secret) };
    }
    // An entry that stays names nothing, and is swept.
    await this.ledger.strike(secret.secretId).catch(() => undefined);
    return undefined;
  }

  /** Deletes secrets wherever they may be, of whatever age; what may remain is noted, and swept later. */
  async discardEverywhere(entries: readonly LedgerEntry[]): Promise<readonly SecretLeft[]> {
    const left: SecretLeft[] = [];
    for (const entry of entries) {
      const doubtful = await this.vault.dropEverywhere(entry);
      left.push(...doubtful.map(store => ({ store, key: secretKey(entry) })));
      if (doubtful.length === 0) await this.ledger.strike(entry.secretId);
      else await this.ledger.noteRemoval(entry);
    }
    return left;
  }

  /** Deletes secrets that no account names: of removals while a keychain was away, of windows that were killed. */
  async sweep(entries: readonly LedgerEntry[]): Promise<void> {
    for (const entry of entries) {
      if (entry.state === 'kept' && this.now() - entry.at < wizardMs) continue;
      if ((await this.vault.dropEverywhere(entry)).length === 0) await this.ledger.strike(entry.secretId);
    }
  }
}

/** The query of an address may hold a key: it is kept apart. */
function divided(whole: string): { readonly address: string; readonly query: string } {
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  if (!url || url.search === '') return { address: whole, query: '' };
  const { search: query } = url;
  url.search = '';
  return { address: url.href, query };
}
