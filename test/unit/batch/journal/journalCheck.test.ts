import assert from 'node:assert/strict';
import { noCounts } from '../../../../src/batch';
import { unstarted } from '../../../../src/batch/batchFacts';
import { Journal } from '../../../../src/batch/journal/journal';
import { checkJournal } from '../../../../src/batch/journal/journalCheck';
import { isProblem } from '../scenario';
import { headOf, journalPath, linesOf, origin, WatchedFiles } from './watchedFiles';

const gone = (openid: string) => `{"subscribe":0,"openid":"${openid}"}`;
const progressOf = (counts: object) => ({
  ...{ state: 'done', counts: { ...noCounts, ...counts }, apiCalls: 3, duration: 4 },
});

describe('the check of a journal', () => {
  async function check(...lines: readonly (string | object)[]) {
    const files = await WatchedFiles.with(linesOf(...lines));
    return checkJournal(new Journal(files, journalPath, 'b'));
  }

  const list = { openids: ['o1', 'o2'] };

  it('tells what is in it, from when to when, and that it adds up', async () => {
    const notes = [{ at: 7 }, gone('o1'), { at: 5 }, gone('o1'), { at: 6 }, gone('o2')];
    assert.deepEqual(await check(headOf(2), list, ...notes, progressOf({ notFollowing: 2 })), {
      ...{ origin, version: 2, openids: 2, answers: 3, damaged: [], unknown: 0 },
      ...{ answeredFrom: 5, answeredTo: 7, addsUp: true },
      progress: {
        ...{ ...unstarted, ...progressOf({ notFollowing: 2 }), stoppedBy: undefined },
      },
    });
  });

  it('tells no times where none is noted, and one where there is one', async () => {
    const found = await check(headOf(2), list, gone('o1'), '{"kind":"notReturned","openid":"o2"}');
    assert.ok(!('answeredFrom' in found) && !('answeredTo' in found));
    assert.equal(found.answers, 2);
    const late = await check(headOf(2), list, gone('o1'), { at: 5 }, gone('o2'));
    assert.deepEqual([late.answeredFrom, late.answeredTo], [5, 5]);
    const one = await check(headOf(2), list, { at: 0 }, gone('o1'));
    assert.deepEqual([one.answeredFrom, one.answeredTo], [0, 0]);
  });

  it('adds up where nothing was noted, and not where the last counts are others', async () => {
    assert.equal((await check(headOf(2), list)).addsUp, true);
    const right = progressOf({ pending: 2 });
    const wrong = progressOf({ pending: 1, notFollowing: 1 });
    assert.equal((await check(headOf(2), list, right, wrong)).addsUp, false);
    assert.equal((await check(headOf(2), list, wrong, right)).addsUp, true);
  });

  it('tells which lines behind the openids are damaged, and how many are a later version’s', async () => {
    const lines = ['{"at":', { at: 5 }, gone('o1'), '{"later":1}', { still: ['failed'] }, 'x', '{"later":2}'];
    const found = await check(
      headOf(2),
      { openids: ['o1'] },
      { openids: ['o2'] },
      ...lines,
      '{"subscribe":1,"o',
    );
    assert.deepEqual([found.openids, found.answers, found.damaged, found.unknown], [2, 1, [1, 6, 8], 2]);
    assert.equal(found.failure, undefined);
  });

  it('reads version 1', async () => {
    const found = await check(headOf(2, 1), list, gone('o1'));
    assert.deepEqual([found.version, found.openids, found.answers, found.addsUp], [1, 2, 1, true]);
  });

  it('tells why nothing, or nothing more, can be read of it', async () => {
    for (const [problem, found, openids] of [
      ['damaged', await check(headOf(3), list), 2],
      ['damaged', await check(headOf(2), gone('o1')), 0],
    ] as const) {
      assert.ok(isProblem(problem)(found.failure));
      assert.deepEqual(
        [found.origin, found.version, found.openids, found.addsUp],
        [origin, 2, openids, false],
      );
      assert.equal(found.progress, undefined);
    }
    for (const [problem, head] of [
      ['tooNew', '{"journal":3}'],
      ['damaged', 'hello'],
    ] as const) {
      const found = await check(head);
      assert.ok(isProblem(problem)(found.failure));
      assert.ok(!('origin' in found) && !('version' in found));
    }
  });

  it('is none of a journal that is not there or cannot be read, and ends with its signal', async () => {
    const files = new WatchedFiles();
    const journal = () => new Journal(files, journalPath, 'b');
    await assert.rejects(checkJournal(journal()), isProblem('gone'));
    files.refuse = () => 'EIO';
    await assert.rejects(checkJournal(journal()), isProblem('cannotRead'));
    const reason = new Error('enough');
    const there = new Journal(await WatchedFiles.with(linesOf(headOf(2), list)), journalPath, 'b');
    await assert.rejects(checkJournal(there, AbortSignal.abort(reason)), reason);
  });
});
