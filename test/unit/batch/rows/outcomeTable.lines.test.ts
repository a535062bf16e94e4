import assert from 'node:assert/strict';
import { type OutcomeCounts } from '../../../../src/batch';
import { OutcomeTable } from '../../../../src/batch/rows/outcomeTable';
import { asLine } from '../scenario';

const line = (openid: string, subscribe = 1, more = '') =>
  asLine(`{"subscribe":${subscribe},"openid":"${openid}"${more}}`);

/** Of how many outcomes, without the kinds of which there are none. */
const some = (counts: OutcomeCounts) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));

describe('an OutcomeTable that takes profiles as WeChat wrote them', () => {
  it('knows each by its openid, in the order of the list or any other', () => {
    for (const order of [
      ['oA', 'oB', 'oC'],
      ['oC', 'oA', 'oB'],
      ['oB', 'oB', 'oA', 'oC'],
    ]) {
      const table = new OutcomeTable(['oA', 'oB', 'oC']);
      for (const openid of order)
        assert.equal(table.recordLine(line(openid, 1, `,"remark":"${openid}"`), 5), true);
      for (const [row, openid] of table.openids.entries())
        assert.deepEqual(table.at(row), {
          kind: 'following',
          openid,
          profile: { subscribe: 1, openid, remark: openid },
        });
      assert.deepEqual(some(table.counts), { following: 3 });
    }
  });

  it('tells openids of one length, and of one beginning, from each other', () => {
    const table = new OutcomeTable(['oAA', 'oAB', 'oA', 'oABC']);
    for (const openid of ['oAB', 'oABC', 'oA']) table.recordLine(line(openid, 0));
    assert.deepEqual(table.openidsOf(['notFollowing']), ['oAB', 'oA', 'oABC']);
    assert.deepEqual(table.openidsToAsk(), ['oAA']);
  });

  it('takes no notice of an openid that was not asked for, nor looks into its line again', () => {
    const table = new OutcomeTable(['oA']);
    assert.equal(table.recordLine(line('oX'), 5), true);
    assert.deepEqual([some(table.counts), table.changeOf(0)], [{ pending: 1 }, 0]);
  });

  it('leaves a line to others that had better be parsed', () => {
    const table = new OutcomeTable(['oA']);
    assert.equal(table.recordLine(asLine('{"subscribe":1,"openid":"oA",}'), 5), false);
    assert.deepEqual(table.at(0), { kind: 'pending', openid: 'oA' });
  });

  it('knows when each came, and how often a row has changed', () => {
    const table = new OutcomeTable(['oA', 'oB']);
    table.recordLine(line('oA'), 5);
    table.recordLine(line('oA', 0));
    assert.deepEqual([table.answeredAt(0), table.changeOf(0)], [undefined, 2]);
    assert.deepEqual(table.at(0)?.kind, 'notFollowing');
    table.record({ kind: 'notReturned', openid: 'oA' }, 6);
    assert.deepEqual([table.answeredAt(0), table.changeOf(0)], [undefined, 2]);
    table.record({ kind: 'invalid', openid: 'oA', fault: { errcode: 40003, errmsg: '' } }, 7);
    assert.deepEqual([table.at(0)?.kind, table.answeredAt(0), table.changeOf(0)], ['invalid', 7, 3]);
    table.recordLine(line('oA'), 8);
    assert.deepEqual([table.at(0)?.kind, table.answeredAt(0), table.changeOf(0)], ['following', 8, 4]);
    assert.deepEqual([table.changeOf(1), table.changeOf(9)], [0, 0]);
  });

  it('takes its mark off a row that is answered anew, and counts it among the others', () => {
    const table = new OutcomeTable(['oA', 'oB']);
    for (const openid of ['oA', 'oB']) table.recordLine(line(openid, 0));
    table.askAgain(['notFollowing']);
    assert.deepEqual([some(table.toAskAgain), table.changeOf(0)], [{ notFollowing: 2 }, 2]);
    table.recordLine(line('oA'));
    assert.deepEqual(
      [some(table.toAskAgain), some(table.counts)],
      [{ notFollowing: 1 }, { notFollowing: 1, following: 1 }],
    );
    assert.deepEqual([table.isToAskAgain(0), table.isToAskAgain(1)], [false, true]);
  });

  it('gives copies of its counts', () => {
    const table = new OutcomeTable(['oA']);
    const { counts, toAskAgain } = table;
    table.recordLine(line('oA'));
    table.askAgain(['following']);
    assert.deepEqual([counts.pending, counts.following, toAskAgain.following], [1, 0, 0]);
  });

  it('indexes all of its list where that is wanted, with turns for others in between', async () => {
    const openids = Array.from({ length: 9_000 }, (_, index) => `o${index}`);
    const table = new OutcomeTable(openids);
    let hadATurn = false;
    setImmediate(() => (hadATurn = true));
    await table.indexAll();
    assert.ok(hadATurn);
    assert.deepEqual([table.indexOf('o8999'), table.indexOf('nobody')], [8_999, undefined]);
  });
});
