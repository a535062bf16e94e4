import assert from 'node:assert/strict';
import * as v from 'valibot';
import { type Outcome } from '../../../src/batch';
import { faultSchema, parseOutcome } from '../../../src/batch/outcomeSchema';

describe('an outcome that was kept', () => {
  const fault = { errcode: 40003, errmsg: 'invalid openid' };
  const outcomes: readonly Outcome[] = [
    { kind: 'following', openid: 'oA', profile: { openid: 'oA', subscribe: 1, extra: { a: [1] } } },
    { kind: 'notFollowing', openid: 'oA', profile: { openid: 'oA', subscribe: 0 } },
    { kind: 'invalid', openid: 'oA', fault },
    { kind: 'notReturned', openid: 'oA' },
    { kind: 'failed', openid: 'oA', fault: { reason: 'timeout' } },
    { kind: 'failed', openid: 'oA', fault, profile: { openid: 'oA' } },
    { kind: 'pending', openid: 'oA' },
  ];

  for (const outcome of outcomes) {
    it(`is read as it was: ${JSON.stringify(outcome)}`, () =>
      assert.deepEqual(parseOutcome(JSON.parse(JSON.stringify(outcome))), outcome));
  }

  it('has its profile without a copy', () => {
    const profile = { openid: 'oA', subscribe: 1 };
    const outcome = parseOutcome({ kind: 'following', openid: 'oA', profile });
    assert.ok(outcome?.kind === 'following');
    assert.equal(outcome.profile, profile);
  });

  for (const value of [
    undefined,
    null,
    'following',
    [],
    {},
    { kind: 'following' },
    { kind: 'unknown', openid: 'oA' },
    { kind: 'pending' },
    { kind: 'pending', openid: 7 },
    { kind: 'notReturned' },
    { kind: 'following', openid: 'oA' },
    { kind: 'following', openid: 'oA', profile: {} },
    { kind: 'following', profile: { openid: 'oA' } },
    { kind: 'notFollowing', openid: 'oA', profile: 'none' },
    { kind: 'notFollowing', profile: { openid: 'oA' } },
    { kind: 'invalid', openid: 'oA' },
    { kind: 'invalid', fault },
    { kind: 'failed', openid: 'oA' },
    { kind: 'failed', fault },
    { kind: 'failed', openid: 'oA', fault, profile: 7 },
  ]) {
    it(`is none: ${JSON.stringify(value)}`, () => assert.equal(parseOutcome(value), undefined));
  }
});

describe('a fault that was kept', () => {
  for (const fault of [
    { errcode: -1, errmsg: '' },
    { errcode: 40003, errmsg: 'x', endpoint: '/cgi-bin/user/info' },
    { reason: 'timeout' },
    { reason: 'status', endpoint: '/a', status: 502, detail: 'Bad Gateway' },
  ]) {
    it(`is read as it was: ${JSON.stringify(fault)}`, () =>
      assert.deepEqual(v.safeParse(faultSchema, fault).output, fault));
  }

  for (const value of [
    {},
    { errcode: 1 },
    { errmsg: 'x' },
    { errcode: '1', errmsg: 'x' },
    { reason: 'bad luck' },
    { reason: 'status', status: '502' },
    { reason: 'status', detail: 7 },
    { errcode: 1, errmsg: 'x', endpoint: 7 },
  ]) {
    it(`is none: ${JSON.stringify(value)}`, () => assert.ok(!v.safeParse(faultSchema, value).success));
  }
});
