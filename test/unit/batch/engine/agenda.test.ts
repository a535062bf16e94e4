import assert from 'node:assert/strict';
import { Agenda } from '../../../../src/batch/engine/agenda';
import { type RunEvent } from '../../../../src/batch/engine/events';
import { type Question } from '../../../../src/batch/engine/question';
import { type Fault, type RawProfile } from '../../../../src/wechat';

const invalid: Fault = { errcode: 40003, errmsg: 'invalid openid' };
const busy: Fault = { errcode: -1, errmsg: 'system error' };

function follower(openid: string): RawProfile {
  return { openid, subscribe: 1, subscribe_time: 1_500_000_000, unionid: `u-${openid}` };
}

function usual(count: number, prefix = 'oTest_'): string[] {
  return Array.from({ length: count }, (_, index) => prefix + String(index).padStart(22, '0'));
}

/** Whom a question is about. */
function openidsOf(question: Question | undefined): readonly string[] {
  switch (question?.kind) {
    case 'group':
      return question.group.openids;
    case 'single':
      return [question.single.openid];
    case 'proof':
      return [question.row.openid];
    case undefined:
      return [];
  }
}

describe('the agenda of a run', () => {
  let events: RunEvent[];

  function begin(openids: readonly string[]): { agenda: Agenda; take: () => Question } {
    events = [];
    const agenda = new Agenda(openids, event => void events.push(event));
    return { agenda, take: () => agenda.next() ?? assert.fail('nothing to ask') };
  }

  it('asks the likeliest first, and each that was not asked yet before what searches left over', () => {
    const [own, others] = [usual(100), usual(30, 'oOther')];
    const { agenda, take } = begin([...others, ...own, 'odd']);
    const first = take();
    assert.deepEqual(openidsOf(first), own);
    agenda.settle(first, { kind: 'refused', fault: invalid }, 0);
    // A search goes on first.
    const half = take();
    assert.deepEqual(openidsOf(half), own.slice(0, 50));
    agenda.settle(half, { kind: 'refused', fault: invalid }, 0);
    assert.deepEqual(openidsOf(take()), own.slice(0, 25));
    assert.deepEqual(openidsOf(take()), others);
    assert.deepEqual(openidsOf(take()), ['odd']);
    assert.deepEqual(openidsOf(take()), own.slice(50));
    assert.equal(agenda.next(), undefined);
  });

  it('asks single persons before groups, and what failed after all others', () => {
    const openids = usual(250);
    const { agenda, take } = begin(openids);
    const first = take();
    agenda.again(first);
    const second = take();
    const [missing = '', ...present] = openidsOf(second);
    agenda.settle(second, { kind: 'rows', rows: present.map(follower) }, 0);
    assert.deepEqual(openidsOf(take()), [missing]);
    assert.deepEqual(openidsOf(take()), openids.slice(200));
    assert.equal(take(), first);
    assert.equal(agenda.next(), undefined);
  });

  it('dates what it settles', () => {
    const { agenda, take } = begin(usual(1));
    const settled = agenda.settle(take(), { kind: 'rows', rows: usual(1).map(follower) }, 77);
    assert.equal(settled.at, 77);
    assert.equal(settled.outcomes.length, 1);
  });

  it('says nothing of a group that is refused, and goes on with its second half where the first is good', () => {
    const openids = usual(4);
    const { agenda, take } = begin(openids);
    assert.deepEqual(agenda.settle(take(), { kind: 'refused', fault: invalid }, 0).outcomes, []);
    const half = take();
    const rows = openids.slice(0, 2).map(follower);
    assert.equal(agenda.settle(half, { kind: 'rows', rows }, 0).outcomes.length, 2);
    assert.deepEqual(openidsOf(take()), openids.slice(2, 3));
    assert.equal(agenda.next(), undefined);
  });

  it('fails a group whole, and asks what else its search knew of', () => {
    const { agenda, take } = begin(usual(2));
    agenda.settle(take(), { kind: 'refused', fault: invalid }, 0);
    const [one = '', two = ''] = usual(2);
    const failed = agenda.settle(take(), { kind: 'failed', fault: busy }, 0);
    assert.deepEqual(failed.outcomes, [{ kind: 'failed', openid: one, fault: busy }]);
    const question = take();
    assert.deepEqual(openidsOf(question), [two]);
    assert.deepEqual(agenda.settle(question, { kind: 'refused', fault: invalid }, 0).outcomes, [
      { kind: 'invalid', openid: two, fault: invalid },
    ]);
  });

  it('takes the size of a list for no fault of one openid in it', () => {
    const tooLong: Fault = { errcode: 40032, errmsg: 'invalid openid list size' };
    const { agenda, take } = begin(usual(2));
    assert.deepEqual(agenda.settle(take(), { kind: 'refused', fault: tooLong }, 0).outcomes, []);
    const halves = [take(), take()];
    assert.deepEqual(
      halves.map(half => openidsOf(half)),
      usual(2).map(openid => [openid]),
    );
    const [first] = halves;
    assert.ok(first);
    // Shorter than that there is none.
    assert.deepEqual(agenda.settle(first, { kind: 'refused', fault: tooLong }, 0).outcomes, [
      { kind: 'failed', openid: usual(1)[0], fault: tooLong },
    ]);
    assert.equal(agenda.next(), undefined);
  });

  it('keeps the doubtful row of a person whose single call fails', () => {
    const [openid = ''] = usual(1);
    const { agenda, take } = begin([openid]);
    agenda.settle(take(), { kind: 'rows', rows: [{ openid }] }, 0);
    assert.deepEqual(agenda.settle(take(), { kind: 'failed', fault: busy }, 0).outcomes, [
      { kind: 'failed', openid, fault: busy, profile: { openid } },
    ]);
  });

  it('gives a person whom nobody answers for as not returned', () => {
    const [openid = ''] = usual(1);
    const { agenda, take } = begin([openid]);
    agenda.settle(take(), { kind: 'rows', rows: [] }, 0);
    const single = take();
    assert.equal(single.kind, 'single');
    assert.deepEqual(agenda.settle(single, { kind: 'rows', rows: [] }, 0).outcomes, [
      { kind: 'notReturned', openid },
    ]);
  });

  it('tells whose row proved an answer, and whose openids are asked for singly where it did not', () => {
    for (const proven of [true, false]) {
      const openids = usual(3);
      const [one = '', two = '', last = ''] = openids;
      const { agenda, take } = begin(openids);
      const rows = [follower(one), follower(two), { openid: last, subscribe: 0 }];
      assert.deepEqual(agenda.settle(take(), { kind: 'rows', rows }, 5).outcomes, []);
      const proof = take();
      assert.deepEqual([proof.kind, openidsOf(proof)], ['proof', [two]]);
      const row = proven ? follower(two) : { ...follower(two), unionid: 'u-other' };
      const settled = agenda.settle(proof, { kind: 'rows', rows: [row] }, 9);
      if (proven) {
        assert.deepEqual(events, [{ kind: 'verified', openid: two }]);
        assert.deepEqual([settled.outcomes.length, settled.at], [3, 5]);
        assert.equal(agenda.next(), undefined);
      } else {
        assert.deepEqual(events, [{ kind: 'shifted', openids }]);
        assert.deepEqual(settled.outcomes, [{ kind: 'following', openid: two, profile: row }]);
        assert.equal(settled.at, 9);
        assert.deepEqual([openidsOf(take()), openidsOf(take())], [[one], [last]]);
        assert.equal(agenda.next(), undefined);
      }
    }
  });
});
