import assert from 'node:assert/strict';

import { type Account } from '../../../../src/accounts';
import { formatAccount, parseAccount } from '../../../../src/accounts/account/accountFile';
import { type Credential } from '../../../../src/accounts/account/credential';

const account: Account = {
  appId: 'wx0123456789abcdef',
  name: '演示 "公众号"',
  credential: { kind: 'appSecret', secretId: 'b9d3', secretStore: 'keychain' },
  addedAt: 1_700_000_000_000,
};
const header = { name: 'Authorization', secretId: 'c0', secretStore: 'vscode' } as const;
const address = 'https://tokens.example.com/wechat';
const query = { secretId: 'd1', secretStore: 'keychain' } as const;
const relay = { origin: 'https://relay.example.com', ...header, name: 'X-Key' };

const credentials: Record<string, Credential> = {
  'an AppSecret': account.credential,
  'a token server': { kind: 'tokenServer', address },
  'a token server with a header': { kind: 'tokenServer', address, header },
  'a token server with a query': { kind: 'tokenServer', address, query, header },
  'a pasted token': { kind: 'accessToken' },
  'no API': { kind: 'none' },
};

describe('an account file', () => {
  for (const [what, credential] of Object.entries(credentials)) {
    it(`reads back as it was written: ${what}`, () => {
      const written = { ...account, credential };
      assert.deepEqual(parseAccount(formatAccount(written)), written);
      const withRelay = { ...written, relay };
      assert.deepEqual(parseAccount(formatAccount(withRelay)), withRelay);
    });
  }

  it('of an AppSecret is what windows of the first version read and write', () => {
    const text = formatAccount(account);
    const { version, appId, name, secretId, secretStore, addedAt, ...rest } = JSON.parse(text) as Record<
      string,
      unknown
    >;
    assert.deepEqual(rest, {});
    assert.deepEqual(
      { version, appId, name, secretId, secretStore, addedAt },
      {
        version: 1,
        appId: account.appId,
        name: account.name,
        secretId: 'b9d3',
        secretStore: 'keychain',
        addedAt: account.addedAt,
      },
    );
  });

  it('of anything else is of a version that those windows leave alone', () => {
    const { credential } = account;
    for (const other of [{ credential: { kind: 'none' } as const }, { credential, relay }])
      assert.match(formatAccount({ ...account, ...other }), /^\{\n {2}"version": 2,\n[^]*\}\n$/);
  });

  it('holds nothing beside what belongs there', () => {
    const text = formatAccount(account).replace('{', '{"extra":"x",');
    assert.deepEqual(parseAccount(text), account);
  });

  it('holds a name without what would turn or break the sentences that it stands in', () => {
    const text = formatAccount({ ...account, name: ' \u202e客户\u0007号\u2066 ' });
    assert.equal(parseAccount(text)?.name, '客户号');
  });

  const server = (change: object) =>
    JSON.stringify({
      ...{ version: 2, appId: 'wx1', name: 'A', addedAt: 0 },
      credential: { kind: 'tokenServer', address, ...change },
    });

  it('of a token server is read where nothing is wrong with it', () => {
    assert.ok(parseAccount(server({ header })));
  });

  for (const [what, text] of [
    ['half a file', formatAccount(account).slice(0, 40)],
    [
      'the first version in the form of the second',
      formatAccount(account).replace('"version": 1', '"version": 2'),
    ],
    ['a version to come', server({}).replace('"version":2', '"version":3')],
    ['a kind of credential to come', server({ kind: 'certificate' })],
    ['a server without an address', server({ address: 'nowhere' })],
    ['an address of 3 000 characters', server({ address: `${address}/${'a'.repeat(3_000)}` })],
    ['a name of 201', formatAccount({ ...account, name: 'a'.repeat(201) })],
    ['a secret in a place to come', formatAccount(account).replace('keychain', 'cloud')],
    ['a secret whose id is a path', formatAccount(account).replace('b9d3', '../b9d3')],
    ['a header of a long name', server({ header: { ...header, name: 'A'.repeat(101) } })],
    ['a server with a header that breaks its line', server({ header: { ...header, name: 'A\r\nB' } })],
    ['an AppID that is a path', formatAccount({ ...account, appId: '../../etc/passwd' })],
    ['something else', '[]'],
    ['nothing', ''],
  ] as const) {
    it(`is passed over where it is ${what}`, () => {
      assert.equal(parseAccount(text), undefined);
    });
  }
});
