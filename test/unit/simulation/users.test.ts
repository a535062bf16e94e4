import assert from 'node:assert/strict';
import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../../wechat/index';
import { BATCH_GET, Caller, rowsIn } from './caller';

describe('user/info and batchget of the simulated WeChat', () => {
  let weChat: SimulatedWeChat;
  let caller: Caller;
  let a: SimulatedAccount;
  let b: SimulatedAccount;
  let token: string;

  beforeEach(async () => {
    weChat = await startWeChat();
    caller = new Caller(weChat);
    [a, b] = weChat.accounts;
    token = await caller.token(a);
  });
  afterEach(() => weChat.close());

  async function batchErrcode(openids: readonly string[]): Promise<unknown> {
    return (await caller.batchGet(token, openids))['errcode'];
  }

  it('answer a row for each of 100 openids, the same as the single call', async () => {
    const openids = a.openids({}, 100);
    const rows = rowsIn(await caller.batchGet(token, openids));
    assert.deepEqual(
      rows.map(row => row['openid']),
      openids,
    );
    assert.deepEqual(await caller.userInfo(token, openids[3] ?? ''), rows[3]);
  });

  it('refuse no openid and more than 100 with 40032', async () => {
    assert.equal(await batchErrcode([]), 40032);
    assert.equal(await batchErrcode(a.openids({}, 101)), 40032);
  });

  for (const [what, bad] of [
    ['malformed openid', () => a.openids({ state: 'malformed' }, 5)],
    ['openid of the other account', () => b.openids({}, 1)],
    ['openid of nobody, that begins as its own', () => a.openids({ state: 'unknown' }, 3)],
    ['openid of an account elsewhere', () => a.openids({ state: 'foreign' }, 1)],
    ['unionid', () => a.openids({}, 1).map(openid => a.personOf(openid)?.unionid ?? '')],
    ['leading carriage return', () => a.openids({}, 1).map(openid => `\r${openid}`)],
    ['trailing blank', () => a.openids({}, 1).map(openid => `${openid} `)],
  ] as const) {
    it(`let one ${what} spoil the whole batch with 40003, and do not say which`, async () => {
      const good = a.openids({}, 99);
      for (const openid of bad()) {
        const answer = await caller.batchGet(token, [...good.slice(0, 50), openid, ...good.slice(50)]);
        assert.deepEqual(Object.keys(answer), ['errcode', 'errmsg']);
        assert.equal(answer['errcode'], 40003);
        assert(!String(answer['errmsg']).includes(openid));
        assert.equal((await caller.userInfo(token, openid))['errcode'], 40003);
      }
    });
  }

  it('answer subscribe 0 for own openids that left or never followed, without spoiling anything', async () => {
    const gone = [...a.openids({ state: 'notFollowing' }, 3), ...a.openids({ state: 'neverFollowed' }, 3)];
    const rows = rowsIn(await caller.batchGet(token, [...gone, ...a.openids({}, 94)]));
    assert.equal(rows.length, 100);
    for (const row of rows.slice(0, gone.length)) {
      assert.equal(row['subscribe'], 0);
      assert(!('subscribe_time' in row));
    }
    assert(
      rows
        .slice(gone.length)
        .every(row => row['subscribe'] === 1 && typeof row['subscribe_time'] === 'number'),
    );
  });

  it('leave the unionid out where the account is not bound', async () => {
    const openids = a.openids({}, 10);
    assert(rowsIn(await caller.batchGet(token, openids)).every(row => 'unionid' in row));
    a.become('unbound');
    assert(rowsIn(await caller.batchGet(token, openids)).every(row => !('unionid' in row)));
  });

  it('follow what a test changes about a person', async () => {
    const [openid = ''] = a.openids();
    a.change(openid, { remark: 'new', subscribe_scene: undefined, extra: [1] });
    const changed = await caller.userInfo(token, openid);
    assert.equal(changed['remark'], 'new');
    assert.deepEqual(changed['extra'], [1]);
    assert(!('subscribe_scene' in changed));
    a.setFollowing(openid, false);
    assert.equal((await caller.userInfo(token, openid))['subscribe'], 0);
    assert(!a.openids().includes(openid));
  });

  it('refuse what is no call of theirs', async () => {
    const query = { access_token: token };
    assert.equal((await caller.get(BATCH_GET, query))['errcode'], 43002);
    assert.equal((await caller.post(BATCH_GET, '', query))['errcode'], 44002);
    assert.equal((await caller.post(BATCH_GET, 'user_list=1', query))['errcode'], 47001);
    assert.equal((await caller.post(BATCH_GET, { user_list: 'o' }, query))['errcode'], 40031);
    assert.equal((await caller.userInfo(token, ''))['errcode'], 41009);
    assert.equal((await caller.post('/cgi-bin/user/info', {}, query))['errcode'], 43001);
    assert.equal((await caller.get('/cgi-bin/nowhere', query))['errcode'], 40066);
  });

  it('begin the rid of an error with its second', async () => {
    const before = Math.floor(Date.now() / 1000);
    const message = String((await caller.userInfo(token, 'o'))['errmsg']);
    const [, time = ''] = /^invalid openid rid: ([0-9a-f]{8})-[0-9a-f]{8}-[0-9a-f]{8}$/.exec(message) ?? [];
    const second = parseInt(time, 16);
    assert(second >= before && second <= Date.now() / 1000, message);
  });

  it('record each request with its openids, its account and what became of it', async () => {
    const [good = ''] = a.openids();
    weChat.forgetRequests();
    await caller.userInfo(token, good);
    await caller.batchGet(token, [good, 'bad']);
    assert.equal(weChat.calls(BATCH_GET), 1);
    assert.deepEqual(
      weChat.requests.map(({ method, openids, appId, errcode }) => ({ method, openids, appId, errcode })),
      [
        { method: 'GET', openids: [good], appId: a.appId, errcode: 0 },
        { method: 'POST', openids: [good, 'bad'], appId: a.appId, errcode: 40003 },
      ],
    );
  });
});
