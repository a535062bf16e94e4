import assert from 'node:assert/strict';

import { formatAccount, isUsableAppId, parseAccount, secretKey } from '../../../src/accounts/account';

const account = {
  appId: 'wx0123456789abcdef',
  name: '演示 "公众号"',
  secretId: 'b9d3',
  secretStore: 'keychain',
  addedAt: 1_700_000_000_000,
} as const;

describe('an account file', () => {
  it('reads back as it was written', () => {
    assert.deepEqual(parseAccount(formatAccount(account)), account);
  });

  it('holds nothing beside what belongs there', () => {
    const text = formatAccount(account).replace('{', '{"extra":"x",');
    assert.deepEqual(parseAccount(text), account);
  });

  it('holds a name without what would turn or break the sentences that it stands in', () => {
    const text = formatAccount({ ...account, name: ' \u202e客户\u0007号\u2066 ' });
    assert.equal(parseAccount(text)?.name, '客户号');
  });

  for (const [what, text] of [
    ['half a file', formatAccount(account).slice(0, 40)],
    ['another version', formatAccount(account).replace('"version": 1', '"version": 2')],
    ['an AppID that is a path', formatAccount({ ...account, appId: '../../etc/passwd' })],
    ['something else', '[]'],
    ['nothing', ''],
  ] as const) {
    it(`is passed over where it is ${what}`, () => {
      assert.equal(parseAccount(text), undefined);
    });
  }
});

describe('an AppID', () => {
  it('is usable whatever its shape, as long as it can name a file', () => {
    for (const appId of ['wx0123456789abcdef', 'WX-odd_1']) assert.ok(isUsableAppId(appId), appId);
    for (const appId of ['', '..', 'a/b', 'a\\b', 'a b', 'x'.repeat(65)])
      assert.ok(!isUsableAppId(appId), appId);
  });
});

describe('the key of a secret', () => {
  it('is the AppID and the random id that this profile gave it', () => {
    assert.equal(secretKey(account), 'wx0123456789abcdef:b9d3');
  });
});
