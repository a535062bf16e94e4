import assert from 'node:assert/strict';
import { AccountPrefixes } from '../../../../src/openids';
import { ada, bo, short, stranger, union, union2 } from '../samples';

const shop = 'wx0123456789abcdef';
const club = 'wxfedcba9876543210';

describe('AccountPrefixes', () => {
  let prefixes: AccountPrefixes;
  beforeEach(() => (prefixes = new AccountPrefixes()));

  it('knows nothing at first', () => {
    assert.equal(prefixes.accountOf(ada), undefined);
    assert.equal(prefixes.looksLikeUnionid(union), false);
  });

  it('tells the account of an openid that begins like one of its own', () => {
    prefixes.learn(shop, ada);
    prefixes.learn(club, stranger);
    assert.equal(prefixes.accountOf(bo), shop);
    assert.equal(prefixes.accountOf(stranger), club);
    assert.equal(prefixes.accountOf(union), undefined);
  });

  it('also for an openid that lost a character, but learns nothing from one', () => {
    prefixes.learn(shop, ada);
    assert.equal(prefixes.accountOf(short), shop);
    assert.equal(prefixes.learn(club, `x${stranger}`), false);
    assert.equal(prefixes.accountOf(`x${stranger}`), undefined);
  });

  it('does not choose between two accounts', () => {
    prefixes.learn(shop, ada);
    prefixes.learn(club, bo);
    assert.equal(prefixes.accountOf(ada), undefined);
  });

  it('says whether it learned anything, so that only news is stored', () => {
    assert.deepEqual([prefixes.learn(shop, ada), prefixes.learn(shop, bo)], [true, false]);
    assert.deepEqual([prefixes.learnUnionid(union), prefixes.learnUnionid(union2)], [true, false]);
  });

  it('suspects a unionid by the unionids seen in profiles', () => {
    prefixes.learnUnionid(union);
    assert.equal(prefixes.looksLikeUnionid(union2), true);
    assert.equal(prefixes.looksLikeUnionid(ada), false);
  });

  it('suspects no openid that begins like those of an account', () => {
    prefixes.learnUnionid(union);
    prefixes.learn(shop, union);
    assert.equal(prefixes.looksLikeUnionid(union2), false);
  });

  it('forgets an account', () => {
    prefixes.learn(shop, ada);
    prefixes.forget(shop);
    assert.equal(prefixes.accountOf(ada), undefined);
  });

  it('comes back from JSON as it was', () => {
    prefixes.learn(shop, ada);
    prefixes.learn('__proto__', stranger);
    prefixes.learnUnionid(union);
    const json: unknown = JSON.parse(JSON.stringify(prefixes));
    const again = AccountPrefixes.parse(json);
    assert.deepEqual(again?.toJSON(), prefixes.toJSON());
    assert.deepEqual([again?.accountOf(bo), again?.accountOf(stranger)], [shop, '__proto__']);
    assert.equal(again?.looksLikeUnionid(union2), true);
  });

  it('reads nothing from what is not its own', () => {
    for (const value of [
      undefined,
      null,
      'x',
      [],
      {},
      { accounts: {}, unionids: [] },
      { accounts: [{ appId: 1 }], unionids: [] },
    ]) {
      assert.equal(AccountPrefixes.parse(value), undefined);
    }
  });

  it('stores prefixes only', () => {
    prefixes.learn(shop, ada);
    prefixes.learnUnionid(union);
    assert.deepEqual(prefixes.toJSON(), {
      accounts: [{ appId: shop, prefixes: ['o6_bmj'] }],
      unionids: ['ocMvos'],
    });
  });
});
