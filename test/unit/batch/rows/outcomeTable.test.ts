import assert from 'node:assert/strict';
import { type Outcome, type OutcomeKind } from '../../../../src/batch';
import { OutcomeTable } from '../../../../src/batch/rows/outcomeTable';

const outcome = (openid: string, kind: OutcomeKind): Outcome => {
  switch (kind) {
    case 'following':
      return { kind, openid, profile: { openid, subscribe: 1 } };
    case 'notFollowing':
      return { kind, openid, profile: { openid, subscribe: 0 } };
    case 'invalid':
      return { kind, openid, fault: { errcode: 40003, errmsg: 'invalid openid' } };
    case 'failed':
      return { kind, openid, fault: { reason: 'timeout' } };
    case 'notReturned':
    case 'pending':
      return { kind, openid };
  }
};

describe('OutcomeTable', () => {
  const tableOf = (...kinds: OutcomeKind[]) => {
    const openids = kinds.map((_, index) => `o${index}`);
    const table = new OutcomeTable(openids);
    kinds.forEach((kind, index) => table.record(outcome(`o${index}`, kind), 1_000 + index));
    return table;
  };

  it('begins with everybody pending, without a time', () => {
    const table = new OutcomeTable(['a', 'b']);
    assert.equal(table.counts.pending, 2);
    assert.deepEqual(table.at(0), { kind: 'pending', openid: 'a' });
    assert.equal(table.answeredAt(0), undefined);
    assert.equal(table.answeredAt(7), undefined);
    assert.equal(table.at(2), undefined);
    assert.deepEqual(table.openidsToAsk(), ['a', 'b']);
  });

  it('knows when each answer came, or that nobody knows', () => {
    const table = tableOf('following', 'invalid');
    table.record(outcome('o1', 'notFollowing'));
    assert.equal(table.answeredAt(0), 1_000);
    assert.equal(table.answeredAt(1), undefined);
  });

  it('marks outcomes of some kinds, which stand until there are new ones', () => {
    const table = tableOf('following', 'notFollowing', 'notFollowing', 'pending');
    table.askAgain(['notFollowing', 'pending']);
    assert.deepEqual(table.counts, { ...table.counts, following: 1, notFollowing: 2, pending: 1 });
    assert.deepEqual(table.toAskAgain, { ...table.toAskAgain, notFollowing: 2, pending: 0 });
    assert.deepEqual(
      [0, 1, 2, 3].map(index => table.isToAskAgain(index)),
      [false, true, true, false],
    );
    assert.deepEqual(table.openidsToAsk(), ['o1', 'o2', 'o3']);

    table.record(outcome('o1', 'following'), 5_000);
    assert.deepEqual([table.counts.following, table.counts.notFollowing], [2, 1]);
    assert.deepEqual([table.toAskAgain.following, table.toAskAgain.notFollowing], [0, 1]);
    assert.equal(table.isToAskAgain(1), false);
    assert.equal(table.answeredAt(1), 5_000);
  });

  it('marks nothing twice', () => {
    const table = tableOf('notFollowing');
    table.askAgain(['notFollowing']);
    table.askAgain(['notFollowing']);
    assert.equal(table.toAskAgain.notFollowing, 1);
  });

  for (const kind of ['following', 'notFollowing', 'invalid'] as const) {
    for (const nothing of ['failed', 'notReturned', 'pending'] as const) {
      it(`lets no “${nothing}” take the place of “${kind}”, which stays marked`, () => {
        const table = tableOf(kind);
        table.askAgain([kind]);
        table.record(outcome('o0', nothing), 9_000);
        assert.equal(table.at(0)?.kind, kind);
        assert.equal(table.answeredAt(0), 1_000);
        assert.deepEqual(table.openidsToAsk(), ['o0']);
      });
    }
  }

  for (const nothing of ['failed', 'notReturned'] as const) {
    it(`lets a second “${nothing}” take the place of a first, and an answer of both`, () => {
      const table = tableOf(nothing);
      table.askAgain([nothing]);
      table.record(outcome('o0', nothing), 9_000);
      assert.deepEqual([table.answeredAt(0), table.openidsToAsk()], [9_000, []]);
      table.record(outcome('o0', 'following'), 9_500);
      assert.deepEqual([table.counts[nothing], table.counts.following], [0, 1]);
    });
  }

  it('takes no notice of an openid that was not asked for', () => {
    const table = tableOf('following');
    table.record(outcome('o9', 'following'), 1);
    assert.deepEqual(table.counts, { ...table.counts, following: 1, pending: 0 });
  });

  it('names the openids of some kinds in the order of the list', () => {
    const table = tableOf('following', 'invalid', 'following', 'pending');
    assert.deepEqual(table.openidsOf(['following', 'pending']), ['o0', 'o2', 'o3']);
    assert.equal(table.indexOf('o2'), 2);
    assert.equal(table.indexOf('o9'), undefined);
  });

  it('takes no more openids than were announced', () => {
    const table = new OutcomeTable(['a'], 2);
    table.list(['b']);
    assert.throws(() => table.list(['c']), RangeError);
    assert.deepEqual(table.openids, ['a', 'b']);
  });

  it('finds each row of a long list, in whatever order answers come', () => {
    const openids = Array.from({ length: 10_000 }, (_, index) => `o${index}`);
    const table = new OutcomeTable(openids);
    for (const openid of ['o0', 'o9999', 'o500']) table.record(outcome(openid, 'following'));
    assert.deepEqual(table.openidsOf(['following']), ['o0', 'o500', 'o9999']);
    assert.equal(table.counts.pending, 9_997);
  });
});
