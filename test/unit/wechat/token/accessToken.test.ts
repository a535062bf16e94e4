import assert from 'node:assert/strict';
import { type IssuedToken, TokenHolder } from '../../../../src/wechat/token/accessToken';
import { rejection } from '../rejection';

/** A token office under the test's hands: each request waits until it is answered. */
class Office {
  readonly requests: { force: boolean; signal: AbortSignal; answer: (token: IssuedToken) => void }[] = [];
  now = 0;
  readonly holder = new TokenHolder(
    ({ force, signal }) => new Promise(answer => this.requests.push({ force, signal, answer })),
    () => this.now,
  );

  /** Asks, answers the newest request, and gives the token that came of it. */
  async issue(value: string, lifeSeconds: number): Promise<string> {
    const token = this.holder.current();
    this.requests.at(-1)?.answer({ value, lifeSeconds });
    return (await token).value;
  }
}

describe('the token holder', () => {
  let office: Office;

  beforeEach(() => {
    office = new Office();
  });

  it('renews a token a minute before its end', async () => {
    await office.issue('first', 7_200);
    office.now = (7_200 - 60) * 1000 - 1;
    assert.equal((await office.holder.current()).value, 'first');
    office.now += 1;
    assert.equal(await office.issue('second', 7_200), 'second');
  });

  it('uses a token that comes with less than that to its end', async () => {
    await office.issue('short', 45);
    office.now = 44_999;
    assert.equal((await office.holder.current()).value, 'short');
    assert.equal(office.requests.length, 1);
    office.now = 45_000;
    assert.equal(await office.issue('next', 7_200), 'next');
  });

  it('gives even a token without any life left to the one who asked', async () => {
    assert.equal(await office.issue('dead', 0), 'dead');
  });

  it('counts life from before the request, however slow the answer', async () => {
    const token = office.holder.current();
    office.now = 10_000;
    office.requests[0]?.answer({ value: 'slow', lifeSeconds: 7_200 });
    assert.equal((await token).renewAt, 7_140_000);
  });

  it('drops a token only as long as it is the one in use', async () => {
    await office.issue('same text', 7_200);
    const first = await office.holder.current();
    office.holder.drop(first);
    await office.issue('same text', 7_200);
    office.holder.drop(first);
    assert.equal((await office.holder.current()).value, 'same text');
    assert.equal(office.requests.length, 2);
  });

  it('keeps a forced token when an older, slower answer arrives after it', async () => {
    const early = office.holder.current();
    const forced = office.holder.renew(true);
    office.requests[1]?.answer({ value: 'forced', lifeSeconds: 7_200 });
    await forced;
    office.requests[0]?.answer({ value: 'killed by force', lifeSeconds: 7_200 });
    await early;
    assert.deepEqual(
      office.requests.map(({ force }) => force),
      [false, true],
    );
    assert.equal((await office.holder.current()).value, 'forced');
  });

  it('asks again after a failure, and tells all who waited', async () => {
    const failing = new TokenHolder(
      () => Promise.reject(new Error('no')),
      () => 0,
    );
    const errors = await Promise.all([rejection(failing.current()), rejection(failing.current())]);
    assert.equal(errors[0], errors[1]);
    assert.notEqual(await rejection(failing.current()), errors[0]);
  });

  it('ends the request when the last of those who wait has gone, and not before', async () => {
    const [one, two] = [new AbortController(), new AbortController()];
    const waiting = [one, two].map(({ signal }) => rejection(office.holder.current({ signal })));
    one.abort();
    await waiting[0];
    assert.equal(office.requests[0]?.signal.aborted, false);
    two.abort();
    await waiting[1];
    assert.equal(office.requests[0]?.signal.aborted, true);
  });

  it('asks nothing for a caller who has aborted already', async () => {
    const reason = new Error('enough');
    assert.equal(await rejection(office.holder.current({ signal: AbortSignal.abort(reason) })), reason);
    assert.equal(office.requests.length, 0);
  });
});
