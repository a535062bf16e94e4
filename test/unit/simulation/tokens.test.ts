import assert from 'node:assert/strict';
import { type SimulatedWeChat, startWeChat } from '../../wechat/index';
import { Caller, STABLE_TOKEN, tokenIn } from './caller';

const MINUTE = 60_000;

describe('tokens of the simulated WeChat', () => {
  let now: number;
  let weChat: SimulatedWeChat;
  let caller: Caller;

  beforeEach(async () => {
    now = Date.UTC(2026, 0, 15);
    weChat = await startWeChat({ followers: 20, now: () => now });
    caller = new Caller(weChat);
  });
  afterEach(() => weChat.close());

  /** 0 where the token is good. */
  async function errcodeWith(token: string): Promise<unknown> {
    const [openid = ''] = weChat.accounts[0].openids();
    return (await caller.userInfo(token, openid))['errcode'] ?? 0;
  }

  describe('stable, in normal mode', () => {
    it('is the same token with the remaining life until five minutes before its end', async () => {
      const first = await caller.stable(weChat.accounts[0]);
      assert.equal(first['expires_in'], 7_200);
      now += 100 * MINUTE;
      assert.deepEqual(await caller.stable(weChat.accounts[0]), { ...first, expires_in: 1_200 });
      now += 15 * MINUTE - 1_000;
      assert.deepEqual(await caller.stable(weChat.accounts[0]), { ...first, expires_in: 301 });
    });

    it('is renewed five minutes before the end, and the old one works beside the new to its end', async () => {
      const old = tokenIn(await caller.stable(weChat.accounts[0]));
      now += 115 * MINUTE;
      const renewed = await caller.stable(weChat.accounts[0]);
      assert.notEqual(renewed['access_token'], old);
      assert.equal(renewed['expires_in'], 7_200);
      now += 5 * MINUTE - 1;
      assert.equal(await errcodeWith(old), 0);
      now += 1;
      assert.equal(await errcodeWith(old), 42001);
      assert.equal(await errcodeWith(tokenIn(renewed)), 0);
    });

    it('differs from account to account', async () => {
      const [a, b] = weChat.accounts;
      assert.notEqual(await caller.token(a), await caller.token(b));
    });
  });

  describe('stable, forced', () => {
    it('kills every earlier stable token at once', async () => {
      const oldest = await caller.token(weChat.accounts[0]);
      now += 116 * MINUTE;
      const old = await caller.token(weChat.accounts[0]);
      const forced = tokenIn(await caller.stable(weChat.accounts[0], true));
      assert.deepEqual(await Promise.all([oldest, old, forced].map(errcodeWith)), [40001, 40001, 0]);
    });

    it('is not renewed again within 30 seconds', async () => {
      const first = tokenIn(await caller.stable(weChat.accounts[0], true));
      now += 29_999;
      assert.equal(tokenIn(await caller.stable(weChat.accounts[0], true)), first);
      now += 1;
      assert.notEqual(tokenIn(await caller.stable(weChat.accounts[0], true)), first);
    });

    it('is renewed twenty times a day', async () => {
      const tokens = new Set<string>();
      for (let call = 0; call < 25; call++, now += MINUTE) {
        tokens.add(tokenIn(await caller.stable(weChat.accounts[0], true)));
      }
      assert.equal(tokens.size, 20);
      now += 24 * 60 * MINUTE;
      assert(!tokens.has(tokenIn(await caller.stable(weChat.accounts[0], true))));
    });
  });

  describe('of /cgi-bin/token', () => {
    it('is new at each call, and the one before works for five minutes more', async () => {
      const first = tokenIn(await caller.plain(weChat.accounts[0]));
      const second = tokenIn(await caller.plain(weChat.accounts[0]));
      assert.notEqual(first, second);
      now += 5 * MINUTE - 1;
      assert.deepEqual(await Promise.all([first, second].map(errcodeWith)), [0, 0]);
      now += 1;
      assert.deepEqual(await Promise.all([first, second].map(errcodeWith)), [40001, 0]);
    });

    it('does not live longer because another was issued', async () => {
      const first = tokenIn(await caller.plain(weChat.accounts[0]));
      now += 118 * MINUTE;
      await caller.plain(weChat.accounts[0]);
      now += 2 * MINUTE;
      assert.equal(await errcodeWith(first), 42001);
    });

    it('neither kills a stable token nor is killed by one', async () => {
      const stable = tokenIn(await caller.stable(weChat.accounts[0]));
      const plain = tokenIn(await caller.plain(weChat.accounts[0]));
      await caller.plain(weChat.accounts[0]);
      now += MINUTE;
      assert.deepEqual(await Promise.all([stable, plain].map(errcodeWith)), [0, 0]);
      await caller.stable(weChat.accounts[0], true);
      assert.equal(await errcodeWith(plain), 0);
      now += 5 * MINUTE;
      assert.equal(await errcodeWith(stable), 40001);
    });

    it('is issued 2 000 times a day', async () => {
      weChat.accounts[0].quota.set('/cgi-bin/token', { used: 1_999 });
      tokenIn(await caller.plain(weChat.accounts[0]));
      assert.equal((await caller.plain(weChat.accounts[0]))['errcode'], 45009);
      tokenIn(await caller.stable(weChat.accounts[0]));
      now += 24 * 60 * MINUTE;
      tokenIn(await caller.plain(weChat.accounts[0]));
    });
  });

  it('die when a test says so, and the next stable token is a new one', async () => {
    const [a, b] = weChat.accounts;
    const [ofA, plainOfA, ofB] = [
      await caller.token(a),
      tokenIn(await caller.plain(a)),
      await caller.token(b),
    ];
    weChat.expireTokens(a.appId);
    assert.deepEqual(await Promise.all([ofA, plainOfA].map(errcodeWith)), [42001, 42001]);
    const renewed = await caller.token(a);
    assert.equal(await errcodeWith(renewed), 0);
    weChat.revokeTokens();
    assert.deepEqual(await Promise.all([ofA, renewed, ofB].map(errcodeWith)), [42001, 40001, 40001]);
  });

  it('are refused in the ways of WeChat', async () => {
    const { appId: appid, secret } = weChat.accounts[0];
    const grant_type = 'client_credential';
    const errcode = async (body: unknown): Promise<unknown> =>
      (await caller.post(STABLE_TOKEN, body))['errcode'];
    assert.equal(await errcode({ grant_type, appid, secret: '0'.repeat(32) }), 40125);
    assert.equal(await errcode({ grant_type, appid: 'wx0000000000000000', secret }), 40013);
    assert.equal(await errcode({ grant_type: 'password', appid, secret }), 40002);
    assert.equal(await errcode({ grant_type, appid }), 41004);
    assert.equal(await errcode(new URLSearchParams({ grant_type, appid, secret }).toString()), 41002);
    assert.equal(await errcode('{"grant_type":'), 47001);
    assert.equal(await errcode(''), 44002);
    assert.equal((await caller.get(STABLE_TOKEN))['errcode'], 43002);
    assert.equal(await errcodeWith('10_never_issued'), 40014);
    assert.equal(await errcodeWith(''), 41001);
  });

  it('appear in the list of secrets, with those that were received', async () => {
    const token = await caller.token(weChat.accounts[0]);
    await caller.post(STABLE_TOKEN, { grant_type: 'client_credential', appid: 'wx1', secret: 'mistyped' });
    await caller.userInfo('invented', 'o');
    weChat.forgetRequests();
    const secrets = weChat.secrets();
    for (const secret of [token, 'mistyped', 'invented', ...weChat.accounts.map(each => each.secret)]) {
      assert(secrets.includes(secret), secret);
    }
  });
});
