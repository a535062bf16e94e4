import assert from 'node:assert/strict';
import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../../wechat/index';
import { type Answer, BATCH_GET, Caller, tokenIn, USER_INFO } from './caller';

describe('accounts in trouble, and what WeChat tells about them', () => {
  let now: number;
  let weChat: SimulatedWeChat;
  let caller: Caller;
  let a: SimulatedAccount;
  let token: string;

  beforeEach(async () => {
    now = Date.UTC(2026, 0, 15);
    weChat = await startWeChat({
      now: () => now,
      accounts: [{ name: 'unverified', condition: 'unverified' }],
    });
    caller = new Caller(weChat);
    [a] = weChat.accounts;
    token = await caller.token(a);
  });
  afterEach(() => weChat.close());

  async function lookUp(): Promise<Answer> {
    return caller.userInfo(token, a.openids({}, 1)[0] ?? '');
  }

  async function post(path: string, body: unknown): Promise<Answer> {
    return caller.post(`/cgi-bin/${path}`, body, { access_token: token });
  }

  it('an IP that is refused: 40164 from the token endpoints, 61004 from the others, both naming it', async () => {
    a.become('ipRefused');
    const local = /^invalid ip 127\.0\.0\.1 ipv6 ::ffff:127\.0\.0\.1, not in whitelist rid: /;
    for (const answer of [await caller.stable(a), await caller.plain(a)]) {
      assert.equal(answer['errcode'], 40164);
      assert.match(String(answer['errmsg']), local);
    }
    a.callerIp = '203.0.113.7';
    assert.match(String((await caller.stable(a))['errmsg']), /203\.0\.113\.7/);
    const refused = await lookUp();
    assert.equal(refused['errcode'], 61004);
    assert.match(
      String(refused['errmsg']),
      /^access clientip is not registered requestIP: 203\.0\.113\.7 rid: /,
    );
    a.become('healthy');
    assert.equal((await lookUp())['subscribe'], 1);
  });

  it('an account without permission gets a token, and 48001 from the user APIs', async () => {
    for (const condition of ['unverified', 'miniProgram'] as const) {
      a.become(condition);
      tokenIn(await caller.stable(a));
      assert.equal((await lookUp())['errcode'], 48001);
    }
    const { name, condition } = weChat.accounts[2] ?? a;
    assert.deepEqual([name, condition], ['unverified', 'unverified']);
  });

  it('a frozen secret, and both answers to a wrong one', async () => {
    a.become('secretFrozen');
    assert.equal((await caller.stable(a))['errcode'], 40243);
    const wrong = { grant_type: 'client_credential', appid: a.appId, secret: 'f'.repeat(32) };
    assert.equal((await post('stable_token', wrong))['errcode'], 40125);
    a.wrongSecretErrcode = 40001;
    assert.equal((await post('stable_token', wrong))['errcode'], 40001);
  });

  it('a used-up quota ends with the day, or when it is cleared, ten times a month', async () => {
    const quota = async (): Promise<unknown> =>
      (await post('openapi/quota/get', { cgi_path: USER_INFO }))['quota'];
    a.become('quotaUsedUp');
    assert.equal((await lookUp())['errcode'], 45009);
    assert.deepEqual(await quota(), { daily_limit: 500_000, used: 500_000, remain: 0 });
    for (let time = 0; time < 10; time++) {
      assert.equal((await post('clear_quota', { appid: a.appId }))['errcode'], 0);
    }
    assert.equal((await lookUp())['subscribe'], 1);
    assert.deepEqual(await quota(), { daily_limit: 500_000, used: 1, remain: 499_999 });
    const withSecret = { appid: a.appId, appsecret: a.secret };
    assert.equal((await post('clear_quota/v2', withSecret))['errcode'], 48006);

    a.quota.useUp(BATCH_GET);
    assert.equal((await caller.batchGet(token, a.openids({}, 1)))['errcode'], 45009);
    now += 24 * 3_600_000;
    token = await caller.token(a);
    assert('user_info_list' in (await caller.batchGet(token, a.openids({}, 1))));
  });

  it('a limit for the minute ends with the minute', async () => {
    a.quota.set(USER_INFO, { perMinute: 1 });
    assert.equal((await lookUp())['subscribe'], 1);
    assert.equal((await lookUp())['errcode'], 45011);
    now += 60_000;
    assert.equal((await lookUp())['subscribe'], 1);
  });

  it('clear_quota is for the account of the token, and quota/get for paths that exist', async () => {
    assert.equal((await post('clear_quota', { appid: weChat.accounts[1].appId }))['errcode'], 40013);
    assert.equal((await post('openapi/quota/get', { cgi_path: 'cgi-bin/user/info' }))['errcode'], 76021);
  });

  it('rid/get tells of a refused request for seven days, to its own account only', async () => {
    const refused = await caller.userInfo(token, 'o-bad');
    const rid = String(refused['errmsg']).replace(/.* rid: /, '');
    assert.deepEqual((await post('openapi/rid/get', { rid }))['request'], {
      invoke_time: now / 1000,
      cost_in_ms: 0,
      request_url: `access_token=${token}&openid=o-bad`,
      request_body: '',
      response_body: JSON.stringify(refused),
      client_ip: '127.0.0.1',
    });
    weChat.faults.add({ kind: 'errcode', errcode: -1 }, { path: USER_INFO });
    const ofFault = String((await lookUp())['errmsg']).replace(/.* rid: /, '');
    assert.equal((await post('openapi/rid/get', { rid: ofFault }))['errcode'], 0);
    assert.equal((await post('openapi/rid/get', { rid: 'nonsense' }))['errcode'], 76002);
    assert.equal((await post('openapi/rid/get', { rid: '00000000-00000000-00000000' }))['errcode'], 76001);
    token = await caller.token(weChat.accounts[1]);
    assert.equal((await post('openapi/rid/get', { rid }))['errcode'], 76003);
    now += 7 * 86_400_000 + 1_000;
    token = await caller.token(a);
    assert.equal((await post('openapi/rid/get', { rid }))['errcode'], 76001);
  });
});
