import assert from 'node:assert/strict';
import { type SimulatedWeChat, startWeChat } from '../../wechat/index';
import { Caller, USER_INFO } from './caller';

describe('gate of the simulated WeChat', () => {
  let weChat: SimulatedWeChat;
  let caller: Caller;
  let token: string;
  let openids: readonly string[];

  beforeEach(async () => {
    weChat = await startWeChat();
    caller = new Caller(weChat);
    token = await caller.token(weChat.accounts[0]);
    openids = weChat.accounts[0].openids({}, 5);
  });
  afterEach(() => weChat.close());

  it('holds answers until they are released, in the order of their requests', async () => {
    const gate = weChat.hold(USER_INFO);
    const answered: string[] = [];
    const calls: Promise<unknown>[] = [];
    for (const [place, openid] of openids.entries()) {
      calls.push(caller.userInfo(token, openid).then(() => answered.push(openid)));
      await gate.arrived(place + 1);
    }
    assert.deepEqual(answered, []);
    gate.release(2);
    await Promise.all(calls.slice(0, 2));
    assert.deepEqual(new Set(answered), new Set(openids.slice(0, 2)));
    assert.equal(gate.waiting, 3);
    gate.open();
    await Promise.all(calls);
    await caller.userInfo(token, openids[0] ?? '');
    assert.equal(gate.waiting, 0);
  });

  it('holds one path only', async () => {
    weChat.hold(USER_INFO);
    assert('user_info_list' in (await caller.batchGet(token, openids)));
  });

  it('lets a request meet the world as it is when it is released', async () => {
    const gate = weChat.hold(USER_INFO);
    const call = caller.userInfo(token, openids[0] ?? '');
    await gate.arrived(1);
    assert.equal(weChat.requests.at(-1)?.errcode, undefined);
    weChat.expireTokens();
    gate.release();
    assert.equal((await call)['errcode'], 42001);
  });

  it('forgets a request whose client is gone', async () => {
    const gate = weChat.hold(USER_INFO);
    const leaving = new AbortController();
    const abandoned = caller.get(USER_INFO, { access_token: token, openid: 'o' }, leaving.signal);
    await gate.arrived(1);
    const staying = caller.userInfo(token, openids[0] ?? '');
    await gate.arrived(2);
    leaving.abort();
    await assert.rejects(abandoned, { name: 'AbortError' });
    // The server hears of the broken connection a moment later; release then lets the one go that still waits.
    while (gate.waiting > 1) await new Promise(setImmediate);
    gate.release();
    assert.equal((await staying)['subscribe'], 1);
  });

  it('is one gate for all that hold the same path, and can be closed again', async () => {
    const gate = weChat.hold(USER_INFO);
    assert.equal(weChat.hold(USER_INFO), gate);
    gate.open();
    const again = weChat.hold(USER_INFO);
    const call = caller.userInfo(token, openids[0] ?? '');
    await again.arrived(1);
    again.open();
    assert.equal((await call)['subscribe'], 1);
  });

  it('does not keep the server from closing', async () => {
    const gate = weChat.hold(USER_INFO);
    const call = assert.rejects(caller.userInfo(token, 'o'));
    await gate.arrived(1);
    await weChat.close();
    await call;
  });
});
