import assert from 'node:assert/strict';
import { AccountPrefixes } from '../../../../src/openids';
import { ada, bo, short, stranger, union, union2 } from '../samples';

const shop = 'wx0123456789abcdef';
const club = 'wxfedcba9876543210';

describe('AccountPrefixes', () => {
  let prefixes: AccountPrefixes;
  beforeEach(() => (prefixes = new AccountPrefixes()));

  it('knows nothing at first', () => {
    assert.equal(prefixes.claim(shop, ada), undefined);
    assert.equal(prefixes.knows(shop), false);
    assert.equal(prefixes.looksLikeUnionid(union), false);
  });

  it('tells the account of an openid that begins like one of its own', () => {
    prefixes.learn(shop, ada);
    prefixes.learn(club, stranger);
    assert.equal(prefixes.claim(shop, bo), 'known');
    assert.equal(prefixes.claim(club, stranger), 'known');
    assert.equal(prefixes.claim(shop, stranger), undefined);
    assert.equal(prefixes.claim(shop, union), undefined);
    assert.ok(prefixes.knows(shop));
  });

  it('also for an openid that lost a character, but learns nothing from one', () => {
    prefixes.learn(shop, ada);
    assert.equal(prefixes.claim(shop, short), 'known');
    assert.equal(prefixes.learn(club, `x${stranger}`), false);
    assert.equal(prefixes.claim(club, `x${stranger}`), undefined);
  });

  it('takes what an earlier version kept as a hint, until a follower confirms it', () => {
    const saved = { accounts: [{ appId: shop, prefixes: [ada.slice(0, 6)] }], unionids: [] };
    const old = AccountPrefixes.parse(saved) ?? assert.fail();
    assert.equal(old.claim(shop, bo), 'hint');
    assert.equal(old.learn(shop, bo), true);
    assert.equal(old.claim(shop, ada), 'known');
    assert.equal(AccountPrefixes.parse(old.toJSON())?.claim(shop, ada), 'known');
  });

  it('writes all prefixes where an earlier version looks for them', () => {
    prefixes.learn(shop, ada);
    assert.deepEqual(prefixes.toJSON().accounts[0]?.prefixes, [ada.slice(0, 6)]);
  });

  it('keeps how many people follow', () => {
    prefixes.learn(shop, ada);
    assert.deepEqual([prefixes.learnTotal(shop, 7), prefixes.learnTotal(shop, 7)], [true, false]);
    assert.equal(AccountPrefixes.parse(prefixes.toJSON())?.followersOf(shop), 7);
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
    prefixes.learnTotal(shop, 7);
    prefixes.forget(shop);
    assert.deepEqual([prefixes.claim(shop, ada), prefixes.followersOf(shop)], [undefined, undefined]);
  });

  it('comes back from JSON as it was', () => {
    prefixes.learn(shop, ada);
    prefixes.learn('__proto__', stranger);
    prefixes.learnUnionid(union);
    const json: unknown = JSON.parse(JSON.stringify(prefixes));
    const again = AccountPrefixes.parse(json);
    assert.deepEqual(again?.toJSON(), prefixes.toJSON());
    assert.deepEqual([again?.claim(shop, bo), again?.claim('__proto__', stranger)], ['known', 'known']);
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
      accounts: [{ appId: shop, prefixes: ['o6_bmj'], confirmed: ['o6_bmj'] }],
      unionids: ['ocMvos'],
    });
  });
});
