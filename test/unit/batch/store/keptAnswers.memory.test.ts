import assert from 'node:assert/strict';
import { type AnswerPositions, Batch, type Outcome } from '../../../../src/batch';
import { JournalFolder } from '../../../../src/batch/journal/journalFolder';
import { OutcomeTable } from '../../../../src/batch/rows/outcomeTable';
import { BatchObjects } from '../../../../src/batch/store/batchObjects';
import { keptAnswers } from '../../../../src/batch/store/keptAnswers';
import { Verdicts } from '../../../../src/batch/store/verdicts';
import { headOf, journalPath, linesOf, origin, WatchedFiles } from '../journal/watchedFiles';

const gone = (openid: string): Outcome => ({
  kind: 'notFollowing',
  openid,
  profile: { openid, subscribe: 0 },
});
const answer = { subscribe: 0, openid: 'o1' };
const start = linesOf(headOf(2), { openids: ['o1', 'o2'] });

describe('every answer that is kept', () => {
  let files: WatchedFiles;
  let folder: JournalFolder;
  let objects: BatchObjects;
  let positions: AnswerPositions;

  beforeEach(() => {
    files = new WatchedFiles();
    folder = new JournalFolder(files, '/batches');
    objects = new BatchObjects(folder, new Verdicts(files, '/verdicts.json'), () => 0);
    positions = new Map();
  });

  /** What is given: of which batch, whether anew, and whose answers with their times; or what has gone. */
  async function given() {
    const found: (
      | string
      | readonly [id: string, isAnew: boolean, answers: readonly (readonly [string, number | undefined])[]]
    )[] = [];
    for await (const block of keptAnswers(folder, objects, positions)) {
      if (block.kind === 'gone') found.push(`gone ${block.batchId}`);
      else {
        assert.deepEqual(block.batch, { ...origin, id: block.batch.id });
        found.push([
          block.batch.id,
          block.isAnew,
          block.answers.map(({ outcome, at }) => [outcome.openid, at] as const),
        ]);
      }
    }
    return found;
  }

  const write = async (text: string) => (await files.open(journalPath, 'a')).appendFile(text);

  function hold(openids: readonly string[], id = 'b'): Batch {
    const batch = new Batch({ ...origin, id }, new OutcomeTable(openids), () => 0);
    objects.hold(batch);
    return batch;
  }

  describe('in a journal', () => {
    it('is given once, and then what was added', async () => {
      await write(start + linesOf({ at: 5 }, answer, { later: 1 }));
      assert.deepEqual(await given(), [['b', true, [['o1', 5]]]]);
      files.reads.length = 0;
      assert.deepEqual([await given(), files.reads], [[], []]);
      await write(linesOf({ still: ['notFollowing'] }));
      assert.deepEqual(await given(), [], 'that is no answer');
      await write(linesOf(answer));
      assert.deepEqual(await given(), [['b', false, [['o1', 5]]]]);
    });

    it('is nothing where it has none yet', async () => {
      await write(start);
      assert.deepEqual(await given(), []);
      await write(linesOf(answer));
      assert.deepEqual(await given(), [['b', false, [['o1', undefined]]]]);
    });

    it('is void where the journal is another one, be that without any', async () => {
      await write(start + linesOf(answer));
      await given();
      await files.unlink(journalPath);
      await write(start);
      assert.deepEqual(await given(), [['b', true, []]]);
      await files.unlink(journalPath);
      await write(start + linesOf({ at: 7 }, answer, answer));
      assert.deepEqual(await given(), [
        [
          'b',
          false,
          [
            ['o1', 7],
            ['o1', 7],
          ],
        ],
      ]);
    });

    it('has gone with it, and where it is damaged or refused, once', async () => {
      await write(start + linesOf(answer));
      await given();
      files.refuse = operation => (operation === 'readdir' ? undefined : 'EIO');
      assert.deepEqual([await given(), await given()], [['gone b'], []]);
      files.refuse = () => undefined;
      await given();
      await files.unlink(journalPath);
      assert.deepEqual([await given(), await given()], [['gone b'], []]);
    });
  });

  describe('in memory', () => {
    it('is given whenever it has changed, anew each time, without those who are pending', async () => {
      const batch = hold(['o1', 'o2', 'o3']);
      assert.deepEqual(await given(), [['b', true, []]]);
      batch.record([gone('o3'), gone('o1')], 7);
      assert.deepEqual(await given(), [
        [
          'b',
          true,
          [
            ['o1', 7],
            ['o3', 7],
          ],
        ],
      ]);
      assert.deepEqual(await given(), []);
      const rows = new OutcomeTable(['o2']);
      rows.record(gone('o2'));
      batch.reread(undefined, rows);
      assert.deepEqual(await given(), [['b', true, [['o2', undefined]]]]);
    });

    it('is given a thousand rows at a time, of which the first are anew', async () => {
      for (const [count, sizes] of [
        [0, [0]],
        [999, [999]],
        [1_000, [1_000]],
        [1_001, [1_000, 1]],
        [2_500, [1_000, 1_000, 500]],
      ] as const) {
        const openids = Array.from({ length: count }, (_, index) => `o${index}`);
        hold(openids).record(openids.map(gone), 7);
        positions = new Map();
        const blocks = (await given()).flatMap(block => (typeof block === 'string' ? [] : [block]));
        assert.deepEqual(
          blocks.map(([, isAnew, answers]) => [isAnew, answers.length]),
          sizes.map((size, at) => [at === 0, size]),
        );
        assert.deepEqual(
          blocks.flatMap(([, , answers]) => answers.map(([openid]) => openid)),
          openids,
        );
      }
    });

    it('is not given of its journal too, and is given anew of that once it is the only one', async () => {
      await write(start + linesOf(answer));
      hold(['o9']).record([gone('o9')], 7);
      assert.deepEqual(await given(), [['b', true, [['o9', 7]]]]);
      objects.forget('b');
      assert.deepEqual(await given(), [
        ['b', true, []],
        ['b', false, [['o1', undefined]]],
      ]);
      hold(['o9']).record([gone('o9')], 7);
      assert.deepEqual(await given(), [['b', true, [['o9', 7]]]]);
    });

    it('has gone with its window’s batch', async () => {
      hold(['o1'], 'm').record([gone('o1')], 7);
      await given();
      objects.forget('m');
      assert.deepEqual([await given(), positions.size], [['gone m'], 0]);
    });
  });
});
