import assert from 'node:assert/strict';
import { isUnreachable, mayPass, Outage } from '../../../../src/batch/engine/outage';
import { type TransportFault, TransportError, WeChatError } from '../../../../src/wechat';

describe('an outage', () => {
  /** The result of the last of so many failed calls, each to a question of its own unless `questions` is less. */
  function fail(outage: Outage, calls: number, { inFlight = 1, questions = calls, at = 0 } = {}): boolean {
    const asked = Array.from({ length: questions }, () => ({}));
    let last = false;
    for (let call = 0; call < calls; call++) {
      const question = asked[call % questions] ?? {};
      last = outage.fails(outage.departs(), question, at + call, inFlight);
    }
    return last;
  }

  it('is eight failures in a row after the first', () => {
    const outage = new Outage();
    assert.equal(fail(outage, 8), false);
    assert.equal(fail(outage, 1), true);
  });

  it('is as many as may be in flight, where those are more than eight', () => {
    const outage = new Outage();
    assert.equal(fail(outage, 20, { inFlight: 20 }), false);
    assert.equal(fail(outage, 1, { inFlight: 20 }), true);
  });

  it('is no moment in which all calls in flight break', () => {
    const outage = new Outage();
    const numbers = Array.from({ length: 32 }, () => outage.departs());
    for (const number of numbers) assert.equal(outage.fails(number, {}, 0, 8), false);
    assert.equal(outage.failures, 32);
    assert.equal(fail(outage, 7), false);
    assert.equal(fail(outage, 1), true);
  });

  it('is over with the first answer', () => {
    const outage = new Outage();
    fail(outage, 8);
    outage.arrives();
    assert.equal(outage.failures, 0);
    assert.equal(fail(outage, 8), false);
    assert.equal(fail(outage, 1), true);
  });

  it('befalls three questions at least', () => {
    assert.equal(fail(new Outage(), 50, { questions: 2 }), false);
    assert.equal(fail(new Outage(), 9, { questions: 3 }), true);
    const outage = new Outage();
    fail(outage, 9, { questions: 2 });
    outage.arrives();
    assert.equal(fail(outage, 9, { questions: 1 }), false);
  });

  it('began with the first of the failures', () => {
    const outage = new Outage();
    assert.equal(outage.since, undefined);
    fail(outage, 3, { at: 100 });
    assert.equal(outage.since, 100);
    outage.arrives();
    assert.equal(outage.since, undefined);
    fail(outage, 3, { at: 200 });
    assert.equal(outage.since, 200);
  });
});

describe('a fault', () => {
  const failure = (fault: TransportFault) => new TransportError(fault);

  for (const fault of [
    { reason: 'timeout' },
    { reason: 'reset', detail: 'EPIPE' },
    { reason: 'unreadable' },
    { reason: 'status', status: 502 },
    { reason: 'status', status: 429 },
    { reason: 'dns', detail: 'EAI_AGAIN' },
    { reason: 'dns', detail: 'ENOTFOUND' },
    { reason: 'refused', detail: 'ENETUNREACH' },
    { reason: 'proxy' },
    { reason: 'proxy', status: 503 },
  ] as const) {
    it(`may pass: ${Object.values(fault).join(' ')}`, () => assert.ok(mayPass(failure(fault))));
  }

  for (const fault of [
    { reason: 'tls' },
    { reason: 'proxy', status: 407 },
    { reason: 'redirect' },
    { reason: 'status', status: 404 },
    { reason: 'tooLarge' },
    { reason: 'address' },
  ] as const) {
    it(`stays: ${Object.values(fault).join(' ')}`, () => assert.ok(!mayPass(failure(fault))));
  }

  it('of WeChat may pass where its table says so', () => {
    assert.ok(mayPass(new WeChatError({ errcode: -1, errmsg: '' })));
    assert.ok(!mayPass(new WeChatError({ errcode: 48001, errmsg: '' })));
    assert.ok(!isUnreachable({ errcode: -1, errmsg: '' }));
  });
});
