import assert from 'node:assert/strict';
import {
  type SimulatedAccount,
  type SimulatedWeChat,
  startWeChat,
  type WeChatOptions,
} from '../../wechat/index';
import { DOCUMENTED_SCENES, UNDOCUMENTED_SCENES } from '../../wechat/account/scenes';

const SHAPE = /^o[A-Za-z0-9_-]{27}$/;

describe('people of the simulated WeChat', () => {
  const running: SimulatedWeChat[] = [];
  afterEach(() => Promise.all(running.splice(0).map(weChat => weChat.close())));

  async function accounts(options: WeChatOptions = {}): Promise<SimulatedWeChat['accounts']> {
    const weChat = await startWeChat(options);
    running.push(weChat);
    return weChat.accounts;
  }

  const rows = (account: SimulatedAccount): string[] => account.openids().map(openid => account.row(openid));

  it('are the same on every run, with the same AppIDs and secrets', async () => {
    const [first, second] = [await accounts(), await accounts()];
    for (const [place, account] of first.entries()) {
      const twin = second[place];
      assert(twin);
      assert.deepEqual(
        [twin.appId, twin.secret, twin.prefix],
        [account.appId, account.secret, account.prefix],
      );
      assert.deepEqual(rows(twin), rows(account));
    }
  });

  it('are others with another seed', async () => {
    const [[first], [other]] = [await accounts(), await accounts({ seed: 2 })];
    assert.notEqual(other.appId, first.appId);
    assert.notEqual(other.prefix, first.prefix);
  });

  it('begin alike whatever their number', async () => {
    const [[few], [many]] = [await accounts({ followers: 300 }), await accounts({ followers: 100_000 })];
    assert.deepEqual(many.openids({}, few.openids().length), few.openids());
    assert.deepEqual(many.openids().length + many.openids({ state: 'notFollowing' }).length, 100_000);
  });

  it('have ids of the usual shape, with one prefix an account and one for unionids', async () => {
    const [a, b] = await accounts();
    for (const account of [a, b]) {
      assert.match(account.appId, /^wx[0-9a-f]{16}$/);
      assert.match(account.secret, /^[0-9a-f]{32}$/);
      for (const state of ['following', 'notFollowing', 'neverFollowed'] as const) {
        for (const openid of account.openids({ state })) {
          assert.match(openid, SHAPE);
          assert.equal(openid.slice(0, 6), account.prefix);
        }
      }
    }
    const unionids = a.openids().map(openid => a.personOf(openid)?.unionid ?? '');
    assert.equal(new Set(unionids.map(unionid => unionid.slice(0, 6))).size, 1);
    assert(unionids.every(unionid => SHAPE.test(unionid)));
    assert.equal(new Set([a.prefix, b.prefix, unionids[0]?.slice(0, 6)]).size, 3);
  });

  it('have distinct openids, and each state its own', async () => {
    const [a] = await accounts({ followers: 20_000 });
    const states = ['following', 'notFollowing', 'neverFollowed', 'unknown', 'foreign', 'malformed'] as const;
    const all = states.flatMap(state => a.openids({ state }));
    assert.equal(new Set(all).size, all.length);
    assert(
      a.openids({ state: 'unknown' }).every(openid => SHAPE.test(openid) && openid.startsWith(a.prefix)),
    );
    assert(a.openids({ state: 'malformed' }).every(openid => !SHAPE.test(openid)));
    assert(
      a.openids({ state: 'foreign' }).every(openid => SHAPE.test(openid) && !openid.startsWith(a.prefix)),
    );
  });

  it('overlap by half between the two accounts, joined by the unionid', async () => {
    const [a, b] = await accounts({ followers: 1_000 });
    const everyone = (account: SimulatedAccount): Set<string | undefined> =>
      new Set(
        [...account.openids(), ...account.openids({ state: 'notFollowing' })].map(
          openid => account.personOf(openid)?.unionid,
        ),
      );
    const [ofA, ofB] = [everyone(a), everyone(b)];
    assert.equal(ofA.size, 1_000);
    assert.equal([...ofB].filter(unionid => ofA.has(unionid)).length, 500);
  });

  it('show every scene, documented or not, in the smallest default population', async () => {
    const [a, b] = await accounts();
    for (const scene of [...DOCUMENTED_SCENES.map(([name]) => name), ...UNDOCUMENTED_SCENES]) {
      for (const account of [a, b]) {
        const [openid] = account.openids({ scene }, 1);
        assert.equal(account.personOf(openid ?? '')?.scene, scene);
      }
    }
  });

  it('leave at about one in twenty, and carry codes with OTHERS too', async () => {
    const [a] = await accounts({ followers: 10_000 });
    const left = a.openids({ state: 'notFollowing' }).length;
    assert(left > 400 && left < 600, `${left}`);
    const others = a.openids({ scene: 'ADD_SCENE_OTHERS' }).map(openid => a.personOf(openid));
    assert(others.some(person => person && person.qrScene > 0));
  });
});
