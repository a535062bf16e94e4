import assert from 'node:assert/strict';

import { type Account, keptSecretsOf, usesApi } from '../../../../src/accounts';
import {
  AccountGone,
  AccountNotUnderstood,
  AccountWithoutApi,
  CredentialNeeded,
  HeaderGone,
} from '../../../../src/accounts/account/accountErrors';

const [secret, header, query] = ['s', 'h', 'q'].map(secretId => ({
  secretId,
  secretStore: 'keychain' as const,
}));
assert.ok(secret && header && query);
const relay = {
  origin: 'https://relay.example.com',
  name: 'X',
  secretId: 'r',
  secretStore: 'vscode',
} as const;
const address = 'https://tokens.example.com/';

const cases: Readonly<Record<string, readonly [Account['credential'], string]>> = {
  'an AppSecret': [{ kind: 'appSecret', ...secret }, 's'],
  'a token server': [{ kind: 'tokenServer', address }, ''],
  'a token server with a header': [{ kind: 'tokenServer', address, header: { name: 'A', ...header } }, 'h'],
  'a token server with a query': [{ kind: 'tokenServer', address, query }, 'q'],
  'a token server with both': [
    { kind: 'tokenServer', address, query, header: { name: 'A', ...header } },
    'hq',
  ],
  'a pasted token': [{ kind: 'accessToken' }, ''],
  'no API': [{ kind: 'none' }, ''],
};

describe('what of an account is in the vault', () => {
  for (const [what, [credential, ids]] of Object.entries(cases)) {
    const idsOf = (account: Parameters<typeof keptSecretsOf>[0]) =>
      keptSecretsOf(account)
        .map(({ secretId }) => secretId)
        .join('');
    it(`is all of it: ${what}, and the header of a relay beside it`, () => {
      assert.equal(idsOf({ credential }), ids);
      assert.equal(idsOf({ credential, relay }), `${ids}r`);
      assert.equal(usesApi({ credential }), credential.kind !== 'none');
    });
  }
});

describe('what is wrong with an account', () => {
  it('is said with its AppID, for the log', () => {
    const errors = [
      new AccountGone('wx1'),
      new AccountNotUnderstood('wx1'),
      new AccountWithoutApi('wx1'),
      new HeaderGone('wx1', 'relay'),
      new CredentialNeeded('wx1'),
    ];
    assert.deepEqual(
      errors.map(({ name, message, appId }) => `${name} ${appId}: ${message}`),
      [
        'AccountGone wx1: account wx1 is not registered',
        'AccountNotUnderstood wx1: the file of account wx1 is not understood',
        'AccountWithoutApi wx1: account wx1 does not use the API',
        'HeaderGone wx1: what the relay of wx1 wants to see is gone',
        'CredentialNeeded wx1: the credential of wx1 is not at hand',
      ],
    );
  });
});
