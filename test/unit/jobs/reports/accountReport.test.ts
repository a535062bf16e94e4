import assert from 'node:assert/strict';

import { type Account } from '../../../../src/accounts';
import { accountReport, type CheckProgress } from '../../../../src/jobs/reports/accountReport';
import { type CheckStep, type Finding } from '../../../../src/wechat';
import { checkSteps } from '../../../../src/wechat/check/accountCheck';

const account: Account = {
  appId: 'wx0123456789abcdef',
  name: 'Books',
  credential: { kind: 'appSecret', secretId: 's', secretStore: 'keychain' },
  addedAt: 0,
};
const quotaUsedUp = { errcode: 45009, errmsg: 'reach max api daily quota limit', endpoint: '/cgi-bin' };

describe('the report of a check', () => {
  function report(
    failing: Partial<Record<CheckStep, 'fail' | 'warn'>>,
    progress: Partial<CheckProgress> = {},
  ) {
    const found = new Map(
      Object.entries(failing).map(([step, verdict]): [CheckStep, Finding] => [
        step as CheckStep,
        { step: step as CheckStep, verdict, fault: quotaUsedUp },
      ]),
    );
    const secret = { verdict: 'pass', detail: 'It can be read.' } as const;
    return accountReport({
      ...{ account, startedAt: 0, done: true, steps: checkSteps, secret, found, host: 'api.weixin.qq.com' },
      ...{ proxy: undefined, ...progress },
    });
  }

  it('says that nothing is in the way where nothing failed', () => {
    assert.equal(report({}).summary?.state, 'pass');
  });

  it('says that people cannot be looked up where one of the calls for it cannot be made', () => {
    for (const step of ['host', 'token', 'ip', 'permission', 'userInfoQuota'] as const)
      assert.equal(report({ [step]: 'fail' }).summary?.state, 'fail', step);
    assert.equal(report({}, { secret: { verdict: 'fail', detail: 'Gone.' } }).summary?.state, 'fail');
  });

  it('warns where people can be looked up all the same', () => {
    for (const failing of [
      { tags: 'fail' },
      { batchGetQuota: 'fail' },
      { followersQuota: 'fail' },
      { clock: 'warn' },
    ] as const)
      assert.equal(report(failing).summary?.state, 'warn', JSON.stringify(failing));
  });

  it('has no verdict while it is under way', () => {
    const { summary, busy } = report({ token: 'fail' }, { done: false });
    assert.deepEqual([summary?.state, busy], ['running', true]);
  });
});
