import assert from 'node:assert/strict';
import { type Credential, SecretStoreFailure } from '../../../../src/accounts';
import { needsNobody } from '../../../../src/jobs/accounts/readiness';

describe('a call of an account', () => {
  const kept = { secretId: 's', secretStore: 'keychain' } as const;
  const address = 'https://tokens.example/';
  const bySecret: Credential = { kind: 'appSecret', ...kept };
  const byHeader: Credential = { kind: 'tokenServer', address, header: { name: 'Authorization', ...kept } };

  const isReady = (
    credential: Credential,
    { secret = '', pasted = false }: { readonly secret?: string | Error; readonly pasted?: boolean } = {},
  ) =>
    needsNobody(
      { appId: 'wxA', name: 'A', credential, addedAt: 0 },
      {
        vault: {
          read: ({ appId, secretId }) =>
            secret instanceof Error
              ? Promise.reject(secret)
              : Promise.resolve(secret !== '' && appId === 'wxA' && secretId === 's' ? secret : undefined),
        },
        clients: { holdsPastedToken: appId => appId === 'wxA' && pasted },
      },
    );

  for (const [what, credential] of [
    ['an AppSecret', bySecret],
    ['the header of a token server', byHeader],
  ] as const) {
    it(`needs nobody where ${what} is in the vault, and somebody where it is not, or cannot be read`, async () => {
      assert.equal(await isReady(credential, { secret: 'x' }), true);
      assert.equal(await isReady(credential), false);
      const failure = new SecretStoreFailure('keychain', 'silent', 'it is locked');
      assert.equal(await isReady(credential, { secret: failure }), false);
    });
  }

  it('needs nobody where the token server wants no header', async () => {
    assert.equal(await isReady({ kind: 'tokenServer', address }), true);
  });

  it('needs nobody as long as this window holds the token that was pasted', async () => {
    assert.equal(await isReady({ kind: 'accessToken' }, { pasted: true }), true);
    assert.equal(await isReady({ kind: 'accessToken' }), false);
  });

  it('cannot be made without an API', async () => {
    assert.equal(await isReady({ kind: 'none' }, { secret: 'x', pasted: true }), false);
  });
});
