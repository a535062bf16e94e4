import assert from 'node:assert/strict';

import { type CheckStep, type Finding, isAbort, WeChatError } from '../../../../src/wechat';
import { checkAccount, clearQuota, reachApi, tracedRequest } from '../../../../src/wechat/check/diagnosis';
import { type AccountCondition, type SimulatedWeChat, startWeChat } from '../../../wechat';
import { newClient, paths } from '../newClient';
import { rejection } from '../rejection';

describe('checkAccount', () => {
  let wechat: SimulatedWeChat;
  beforeEach(async () => {
    wechat = await startWeChat();
  });
  afterEach(() => wechat.close());

  it('passes a healthy account, with 10 calls', async () => {
    const found = await check('healthy');
    assert.deepEqual(verdicts(found), {
      host: 'pass',
      clock: 'pass',
      token: 'pass',
      ip: 'pass',
      permission: 'pass',
      tags: 'pass',
      userInfoQuota: 'pass',
      batchGetQuota: 'pass',
      followersQuota: 'pass',
      unionid: 'pass',
    });
    assert.ok(wechat.requests.length <= 10, `${wechat.requests.length} requests`);
    assert.equal(wechat.calls('/cgi-bin/user/get'), 1);
  });

  for (const [what, condition, expected] of [
    [
      'a refused IP address, and blames no token',
      'ipRefused',
      { token: 'skipped', ip: 'fail', tags: 'skipped' },
    ],
    [
      'an unverified account',
      'unverified',
      { token: 'pass', ip: 'pass', permission: 'fail', tags: 'skipped' },
    ],
    ['a frozen secret', 'secretFrozen', { token: 'fail', ip: 'skipped', permission: 'skipped' }],
    [
      'a used-up quota',
      'quotaUsedUp',
      { permission: 'pass', tags: 'fail', userInfoQuota: 'fail', followersQuota: 'fail', unionid: 'skipped' },
    ],
    ['an account that is bound to no Open Platform account', 'unbound', { unionid: 'warn' }],
  ] as const) {
    it(`finds ${what}`, async () => {
      const found = verdicts(await check(condition));
      assert.deepEqual({ ...found, ...expected }, found);
      assert.equal(
        Object.values(found).filter(verdict => verdict === 'fail').length > 0,
        condition !== 'unbound',
      );
    });
  }

  it('tries a wrong secret once and asks nothing after it', async () => {
    const found = verdicts(await check('healthy', { secret: 'f'.repeat(32) }));
    assert.deepEqual([found.token, found.ip, found.unionid], ['fail', 'skipped', 'skipped']);
    assert.equal(wechat.calls(paths.stableToken), 1);
    assert.equal(wechat.calls(paths.tags), 0);
  });

  it('asks without a secret only what needs none', async () => {
    const found = verdicts(await check('healthy', { hasSecret: false }));
    assert.deepEqual([found.host, found.clock, found.token], ['pass', 'pass', 'skipped']);
    assert.equal(wechat.requests.length, 1);
  });

  it('gives a token that no API accepts back to the token', async () => {
    wechat.faults.add({ kind: 'errcode', errcode: 40001 }, { path: paths.tags });
    const found = verdicts(await check('healthy'));
    assert.deepEqual([found.token, found.ip], ['fail', 'skipped']);
  });

  it('gives 61004 of an API to the IP address', async () => {
    wechat.faults.add({ kind: 'errcode', errcode: 61004 }, { path: paths.tags });
    const found = verdicts(await check('healthy'));
    assert.deepEqual([found.token, found.ip, found.permission], ['pass', 'fail', 'skipped']);
  });

  for (const [what, fault] of [
    ['an outage', { kind: 'status', status: 500 }],
    ['a page of HTML', { kind: 'html' }],
    ['-1', { kind: 'errcode', errcode: -1 }],
    ['a code that nobody knows', { kind: 'errcode', errcode: 99999 }],
  ] as const) {
    it(`proves address and permission by a later call where the tags answer ${what}`, async () => {
      wechat.faults.add(fault, { path: paths.tags });
      const inTurn = await findings('healthy');
      for (const gate of ['ip', 'permission']) {
        const heard = inTurn.filter(({ step }) => step === gate).map(({ verdict }) => verdict);
        assert.deepEqual(heard, ['skipped', 'pass'], gate);
      }
    });
  }

  it('leaves address and permission open where every API breaks off', async () => {
    const spared = [paths.stableToken, '/cgi-bin/get_api_domain_ip'];
    wechat.faults.add({ kind: 'reset' }, { when: ({ path }) => !spared.includes(path) });
    const found = await check('healthy');
    assert.deepEqual(found.get('ip'), { step: 'ip', verdict: 'skipped', after: 'tags' });
    assert.deepEqual(found.get('permission'), { step: 'permission', verdict: 'skipped', after: 'tags' });
    assert.deepEqual([verdicts(found).token, verdicts(found).tags], ['pass', 'fail']);
  });

  it('takes the count of a quota for no permission', async () => {
    for (const path of [paths.tags, paths.followers]) {
      wechat.faults.add({ kind: 'errcode', errcode: -1 }, { path });
    }
    const found = verdicts(await check('healthy'));
    assert.deepEqual([found.ip, found.permission, found.unionid], ['pass', 'skipped', 'warn']);
  });

  for (const [api, path] of [
    ['user/get', paths.followers],
    ['user/info', paths.userInfo],
  ] as const) {
    it(`gives 48001 of ${api} to the permission that the tags had shown`, async () => {
      wechat.faults.add({ kind: 'errcode', errcode: 48001 }, { path });
      const found = await check('healthy');
      assert.deepEqual([verdicts(found).ip, verdicts(found).permission], ['pass', 'fail']);
      assert.deepEqual(found.get('unionid'), { step: 'unionid', verdict: 'skipped', after: 'permission' });
    });
  }

  it('gives 61004 of a later call to an address that has changed since, and asks no more', async () => {
    wechat.faults.add({ kind: 'errcode', errcode: 61004 }, { path: paths.quota });
    const found = await check('healthy');
    assert.equal(verdicts(found).ip, 'fail');
    assert.deepEqual(found.get('userInfoQuota'), { step: 'userInfoQuota', verdict: 'skipped', after: 'ip' });
    assert.equal(verdicts(found).unionid, 'skipped');
    assert.equal(wechat.calls(paths.quota), 1);
  });

  it('stops at a host that cannot be reached', async () => {
    await wechat.close();
    const found = verdicts(await check('healthy'));
    assert.equal(found.host, 'fail');
    assert.ok(
      Object.values(found)
        .slice(1)
        .every(verdict => verdict === 'skipped'),
    );
  });

  it('takes a relay that lets only some paths through for reached', async () => {
    wechat.faults.add({ kind: 'status', status: 404 }, { path: '/cgi-bin/get_api_domain_ip' });
    const found = verdicts(await check('healthy'));
    assert.deepEqual([found.host, found.token], ['warn', 'pass']);
  });

  it('warns of a clock that is minutes off', async () => {
    const found = await check('healthy', { now: () => Date.now() + 600_000 });
    const clock = found.get('clock');
    assert.ok(clock?.step === 'clock' && clock.verdict === 'warn' && 'aheadMs' in clock);
    assert.ok(Math.abs((clock.aheadMs ?? 0) - 600_000) < 3_000);
  });

  it('judges the unionid by somebody who still follows, and by nobody where there is none', async () => {
    const [account] = wechat.accounts;
    for (const openid of account.openids()) account.setFollowing(openid, false);
    const found = (await check('healthy')).get('unionid');
    assert.deepEqual(found, { step: 'unionid', verdict: 'skipped', sample: 'nobody' });
  });

  it('ends with the reason of the signal', async () => {
    const gate = wechat.hold(paths.tags);
    const controller = new AbortController();
    const checking = check('healthy', { signal: controller.signal });
    await gate.arrived(1);
    controller.abort();
    assert.ok(isAbort(await rejection(checking)));
    gate.open();
  });

  async function check(...how: Parameters<typeof findings>): Promise<Map<CheckStep, Finding>> {
    return new Map((await findings(...how)).map(finding => [finding.step, finding]));
  }

  async function findings(
    condition: AccountCondition,
    {
      secret,
      hasSecret = true,
      now = Date.now,
      signal = new AbortController().signal,
    }: { secret?: string; hasSecret?: boolean; now?: () => number; signal?: AbortSignal } = {},
  ): Promise<Finding[]> {
    const [account] = wechat.accounts;
    account.become(condition);
    const client = newClient(wechat, { appId: account.appId, secret: secret ?? account.secret });
    const reach = (options: { signal: AbortSignal }) =>
      reachApi({ baseUrl: wechat.url, timeoutMs: 5000, now }, options);
    const found: Finding[] = [];
    for await (const finding of checkAccount({ client, reach, hasSecret }, signal)) found.push(finding);
    return found;
  }
});

describe('the APIs for refused requests and quotas', () => {
  let wechat: SimulatedWeChat;
  before(async () => {
    wechat = await startWeChat();
  });
  after(() => wechat.close());

  it('tell of a refused request by its rid', async () => {
    const [account] = wechat.accounts;
    const client = newClient(wechat, account);
    const refusal = await rejection(client.userInfo('nobody'));
    assert.ok(refusal instanceof WeChatError && refusal.rid !== undefined);
    assert.equal(refusal.appId, account.appId);
    const traced = await client.ask(tracedRequest, refusal.rid);
    assert.ok(Math.abs(traced.time - Date.now() / 1000) < 60);
    assert.match(traced.url, /openid=nobody/);
    assert.match(traced.responseBody, /40003/);
    assert.equal(traced.clientIp, '127.0.0.1');
  });

  it('give the day’s quota back, ten times a month', async () => {
    const [account] = wechat.accounts;
    const client = newClient(wechat, account);
    account.quota.useUp();
    for (let time = 0; time < 10; time++) await client.ask(clearQuota, account.appId);
    assert.ok((await client.tags()).length > 0);
    assert.match(String(await rejection(client.ask(clearQuota, account.appId))), /48006/);
  });
});

function verdicts(found: ReadonlyMap<CheckStep, Finding>): Partial<Record<CheckStep, Finding['verdict']>> {
  return Object.fromEntries([...found].map(([step, { verdict }]) => [step, verdict]));
}
