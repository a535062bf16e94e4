import assert from 'node:assert/strict';
import { RateLimits } from '../../../../src/accounts/clients/rateLimits';
import { type SimulatedWeChat, startWeChat } from '../../../wechat';
import { batchGetPath, clientOf } from '../../batch/scenario';

const quotaPath = '/cgi-bin/openapi/quota/get';

describe('the rate limits of accounts', () => {
  let weChat: SimulatedWeChat;
  let time: number;
  let limits: RateLimits;

  beforeEach(async () => {
    weChat = await startWeChat();
    weChat.accounts[0].quota.set(batchGetPath, { perMinute: 600 });
    time = 0;
    limits = new RateLimits(() => time);
  });

  afterEach(() => weChat.close());

  const { signal } = new AbortController();

  it('are those that quota/get names, asked for once an hour', async () => {
    const client = clientOf(weChat);
    const both = await Promise.all([limits.of(client, signal), limits.of(client, signal)]);
    assert.deepEqual(both, Array(2).fill({ calls: 600, seconds: 60 }));
    time = 3_599_999;
    await limits.of(client, signal);
    assert.equal(weChat.calls(quotaPath), 1);
    time = 3_600_000;
    await limits.of(client, signal);
    assert.equal(weChat.calls(quotaPath), 2);
  });

  it('are one for each account', async () => {
    await limits.of(clientOf(weChat), signal);
    assert.equal(await limits.of(clientOf(weChat, weChat.accounts[1]), signal), undefined);
    assert.equal(weChat.calls(quotaPath), 2);
  });

  it('are asked for again after a failure', async () => {
    const client = clientOf(weChat);
    weChat.faults.add({ kind: 'errcode', errcode: 48001 }, { path: quotaPath, times: 1 });
    await assert.rejects(limits.of(client, signal));
    assert.deepEqual(await limits.of(client, signal), { calls: 600, seconds: 60 });
  });

  it('are not waited for by who has aborted', async () => {
    await assert.rejects(limits.of(clientOf(weChat), AbortSignal.abort(new Error('gone'))), /gone/);
  });
});
