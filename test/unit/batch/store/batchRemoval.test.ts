import assert from 'node:assert/strict';
import { Batch } from '../../../../src/batch';
import { JournalFolder } from '../../../../src/batch/journal/journalFolder';
import { OutcomeTable } from '../../../../src/batch/rows/outcomeTable';
import { BatchObjects } from '../../../../src/batch/store/batchObjects';
import { BatchRemoval } from '../../../../src/batch/store/batchRemoval';
import { Verdicts } from '../../../../src/batch/store/verdicts';
import { headOf, linesOf, origin, WatchedFiles } from '../journal/watchedFiles';
import { isProblem } from '../scenario';

const day = 86_400_000;

describe('the removal of batches', () => {
  /** Files that were written when a test says. */
  class Dated extends WatchedFiles {
    readonly times = new Map<string, number>();

    override async stat(file: string): ReturnType<WatchedFiles['stat']> {
      const stat = await super.stat(file);
      const [, mtimeMs = stat.mtimeMs] =
        [...this.times].find(([name]) => file.endsWith(`${name}.ndjson`)) ?? [];
      return { ...stat, mtimeMs };
    }
  }

  let files: Dated;
  let folder: JournalFolder;
  let objects: BatchObjects;
  let verdicts: Verdicts;
  let running: Set<string>;
  let removal: BatchRemoval;
  let now: number;

  beforeEach(() => {
    files = new Dated();
    folder = new JournalFolder(files, '/batches');
    verdicts = new Verdicts(files, '/verdicts.json');
    objects = new BatchObjects(folder, verdicts, () => now);
    running = new Set();
    now = Date.now();
    removal = new BatchRemoval(folder, objects, running, verdicts, () => now);
  });

  async function write(id: string, age = 0): Promise<void> {
    const file = await files.open(`/batches/${id}.ndjson`, 'wx');
    await file.appendFile(linesOf(headOf(0)));
    files.times.set(id, now - age);
  }

  const left = () => folder.ids();

  it('takes the journal of one, its object and what is known of it', async () => {
    await write('b');
    await write('c');
    const stat = await files.stat('/batches/b.ndjson');
    await verdicts.note('b', stat, { damaged: 1 });
    const batch = await objects.open('b');
    assert.ok(batch && objects.get('b'));
    await removal.one('b');
    assert.deepEqual(
      [await left(), objects.get('b'), await verdicts.of('b', stat)],
      [['c'], undefined, undefined],
    );
  });

  it('takes one that is in memory, and what could be saved of it', async () => {
    const batch = new Batch(origin, new OutcomeTable([]), () => now);
    objects.hold(batch);
    await removal.one('b');
    assert.equal(objects.get('b'), undefined);
    objects.hold(batch);
    await write('b');
    await removal.one('b');
    assert.deepEqual([objects.get('b'), await left()], [undefined, []]);
  });

  it('takes none that runs here, or is not there', async () => {
    await write('b');
    running.add('b');
    await assert.rejects(removal.one('b'), isProblem('busy'));
    await assert.rejects(removal.one('c'), isProblem('gone'));
    assert.deepEqual(await left(), ['b']);
  });

  it('takes all that can be taken of several, and tells the first refusal then', async () => {
    for (const id of ['a', 'b', 'c']) await write(id);
    running.add('b');
    await assert.rejects(removal.all(['x', 'a', 'b', 'c']), isProblem('gone'));
    assert.deepEqual(await left(), ['b']);
    running.clear();
    await removal.all(['b']);
    await removal.all([]);
    assert.deepEqual(await left(), []);
  });

  describe('by their age', () => {
    const trusted = () => true;

    it('takes what was written last so many days ago, and nothing younger', async () => {
      await write('old', 3 * day);
      await write('new', 3 * day - 1);
      await removal.olderThan(3, trusted);
      assert.deepEqual(await left(), ['new']);
    });

    it('takes nothing where the clock cannot be believed, which is asked of the newest file', async () => {
      await write('old', 30 * day);
      await write('new', day);
      const asked: number[] = [];
      await removal.olderThan(3, newest => {
        asked.push(newest);
        return false;
      });
      assert.deepEqual([await left(), asked], [['old', 'new'], [now - day]]);
      await removal.olderThan(3, newest => newest === now - day);
      assert.deepEqual(await left(), ['new']);
    });

    it('asks nobody about the clock where nothing is there', () =>
      removal.olderThan(3, () => assert.fail('nothing is there')));

    it('leaves what some window runs, here or elsewhere, and says nothing of it', async () => {
      for (const id of ['here', 'there', 'old']) await write(id, 9 * day);
      running.add('here');
      const lock = await folder.journal('there').lock();
      await removal.olderThan(3, trusted);
      assert.deepEqual(await left(), ['here', 'there']);
      await lock.release();
    });

    it('takes the others where one is refused, and tells the first refusal then', async () => {
      for (const id of ['a', 'b', 'c']) await write(id, 9 * day);
      const codes: Record<string, string> = { a: 'EIO', b: 'EROFS' };
      files.refuse = (operation, file) =>
        operation === 'unlink' ? codes[/([ab])\.ndjson$/.exec(file)?.[1] ?? ''] : undefined;
      await assert.rejects(removal.olderThan(3, trusted), { problem: 'cannotRemove', code: 'EIO' });
      assert.deepEqual(await left(), ['a', 'b']);
    });

    it('takes what dead windows have left', async () => {
      await (await files.open('/batches/.x-1.tmp', 'wx')).close();
      now += 2 * 3_600_000;
      await removal.olderThan(3, trusted);
      assert.deepEqual(await files.readdir('/batches'), []);
    });
  });
});
