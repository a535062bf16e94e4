import { type Account } from '../../../../src/accounts';
import { AccountRegistry } from '../../../../src/accounts/registry/registry';
import { Vault } from '../../../../src/accounts/vault/vault';
import { type FileLayer } from '../../../../src/files';
import { appSecret } from '../entered';
import { type SecretsInMemory } from '../secretsInMemory';

export const appId = 'wx0123456789abcdef';

/** What a user does to an account, told through files that may fail. */
export interface Scene {
  readonly name: string;
  /** Whether the account is there before. */
  readonly begins: boolean;
  act(registry: AccountRegistry): Promise<unknown>;
  /** Whether it was done; undefined where the account had gone. */
  isDone(account: Account | undefined): boolean;
}

export const scenes: readonly Scene[] = [
  {
    name: 'add',
    begins: false,
    act: registry => registry.add({ appId, name: 'new' }, appSecret('of add')),
    isDone: account => account?.name === 'new',
  },
  {
    name: 'add once more',
    begins: true,
    act: registry => registry.add({ appId, name: 'new' }, appSecret('of add')),
    isDone: account => account?.name === 'new',
  },
  {
    name: 'replace the AppSecret',
    begins: true,
    act: registry => registry.replaceCredential({ appId }, appSecret('of replace')),
    isDone: account => account !== undefined,
  },
  {
    name: 'replace it by a pasted token',
    begins: true,
    act: registry => registry.replaceCredential({ appId }, { kind: 'accessToken', token: 'pasted' }),
    isDone: account => account?.credential.kind === 'accessToken',
  },
  {
    name: 'rename',
    begins: true,
    act: registry => registry.rename({ appId }, 'renamed'),
    isDone: account => account?.name === 'renamed',
  },
  {
    name: 'remove',
    begins: true,
    act: registry => registry.remove({ appId }),
    isDone: account => account === undefined,
  },
  {
    name: 'list and sweep',
    begins: true,
    act: async registry => {
      await registry.all();
      await registry.notUnderstood();
      await registry.sweep();
    },
    isDone: account => account !== undefined,
  },
];

export function registryOn(
  files: FileLayer,
  folder: string,
  keychain: SecretsInMemory,
  now: () => number = Date.now,
): AccountRegistry {
  const vault = new Vault({ keychain, vscode: keychain }, () => 'auto');
  return new AccountRegistry(folder, vault, () => ({ dispose: () => undefined }), now, files);
}
