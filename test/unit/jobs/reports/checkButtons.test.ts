import assert from 'node:assert/strict';

import { buttonsOf } from '../../../../src/jobs/reports/checkButtons';
import { type CheckStep, type Finding } from '../../../../src/wechat';

const failed = (step: CheckStep, errcode: number, errmsg = ''): Finding => ({
  step,
  verdict: 'fail',
  fault: { errcode, errmsg },
});
const low = { dailyLimit: 500, used: 460, remain: 40 };

describe('buttons of a check', () => {
  for (const [what, finding, expected] of [
    ['-1 in the place of a token', failed('token', -1), ['again']],
    ['a used-up quota of tokens, which no token can clear', failed('token', 45009), []],
    ['a stale token', failed('token', 40014), ['forceRefresh']],
    ['a frozen secret', failed('token', 40243), ['editAccount', 'openConsole']],
    ['a code that nobody knows', failed('token', 99999), []],
    ['a refused address', failed('ip', 40164, 'invalid ip 203.0.113.7'), ['copyIp', 'openConsole']],
    ['an address that must be confirmed, and is not named', failed('ip', 89503), ['openConsole']],
    ['a missing permission', failed('permission', 48001), ['openConsole']],
    ['a used-up quota', failed('tags', 45009), ['clearQuota']],
    ['a busy WeChat', failed('tags', -1), ['again']],
    ['a clock that is off', { step: 'clock', verdict: 'warn', aheadMs: 600_000 }, ['again']],
    ['a quota that is low', { step: 'followersQuota', verdict: 'warn', quota: low }, []],
    [
      'a proxy that refuses',
      { step: 'host', verdict: 'fail', fault: { reason: 'proxy' } },
      ['proxySettings'],
    ],
    [
      'a broken connection',
      { step: 'tags', verdict: 'fail', fault: { reason: 'reset' } },
      ['again', 'extensionSettings'],
    ],
    [
      'a host that is not found',
      { step: 'host', verdict: 'fail', fault: { reason: 'dns' } },
      ['extensionSettings'],
    ],
  ] as const satisfies readonly (readonly [string, Finding, readonly string[]])[]) {
    it(`fit ${what}`, () => {
      const found = new Map<CheckStep, Finding>([[finding.step, finding]]);
      assert.deepEqual(
        buttonsOf(finding, { done: true, found }).map(({ action }) => action),
        expected,
      );
    });
  }

  it('do not begin a check that still runs', () => {
    const finding = failed('tags', -1);
    assert.deepEqual(buttonsOf(finding, { done: false, found: new Map([['tags', finding]]) }), []);
  });
});
