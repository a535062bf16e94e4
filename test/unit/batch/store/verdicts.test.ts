import assert from 'node:assert/strict';
import { noCounts } from '../../../../src/batch';
import { unstarted } from '../../../../src/batch/batchFacts';
import { Verdicts } from '../../../../src/batch/store/verdicts';
import { WatchedFiles } from '../journal/watchedFiles';

const path = '/batches/verdicts.json';
const stat = { size: 10, mtimeMs: 20 };
const progress = { ...unstarted, counts: noCounts };

describe('the verdicts on journals', () => {
  let files: WatchedFiles;
  let verdicts: Verdicts;

  beforeEach(() => {
    files = new WatchedFiles();
    verdicts = new Verdicts(files, path);
  });

  /** What is on the disk once all is written. */
  async function kept(): Promise<unknown> {
    await verdicts.saved();
    return files.readFile(path).then(
      text => JSON.parse(text) as unknown,
      () => undefined,
    );
  }

  const afterARestart = () => new Verdicts(files, path);

  it('are known as long as a file has its size and its time', async () => {
    assert.equal(await verdicts.of('b', stat), undefined);
    await verdicts.note('b', stat, { damaged: 0, progress });
    const verdict = await verdicts.of('b', stat);
    assert.deepEqual([verdict?.damaged, verdict?.progress], [0, progress]);
    assert.equal(await verdicts.of('b', { ...stat, size: 11 }), undefined);
    assert.equal(await verdicts.of('b', { ...stat, mtimeMs: 21 }), undefined);
    assert.equal(await verdicts.of('a', stat), undefined);
  });

  it('end with the window where they tell of no damage', async () => {
    await verdicts.note('b', stat, { damaged: 0, progress });
    assert.equal(await kept(), undefined);
    assert.deepEqual(files.writes, []);
  });

  it('outlive the window where they tell of damage, without the progress', async () => {
    await verdicts.note('b', stat, { damaged: 2, progress });
    assert.deepEqual(await kept(), { b: { ...stat, damaged: 2 } });
    const again = await afterARestart().of('b', stat);
    assert.deepEqual([again?.damaged, again?.progress], [2, undefined]);
  });

  it('outlive it also where they are to last, and do so from then on', async () => {
    await verdicts.note('b', stat, { damaged: 0, lasts: true });
    assert.deepEqual(await kept(), { b: { ...stat, damaged: 0 } });
    const later = { ...stat, mtimeMs: 21 };
    await verdicts.note('b', later, { damaged: 0, progress });
    assert.deepEqual(await kept(), { b: { ...later, damaged: 0 } });
    const next = afterARestart();
    await next.note('b', { ...stat, mtimeMs: 22 }, { damaged: 0 });
    await next.saved();
    assert.deepEqual(await kept(), { b: { ...stat, mtimeMs: 22, damaged: 0 } });
  });

  it('lose their file with the last of them that outlives the window', async () => {
    await verdicts.note('a', stat, { damaged: 1 });
    await verdicts.note('b', stat, { damaged: 2 });
    await verdicts.note('a', stat, { damaged: 0 });
    assert.deepEqual(await kept(), { b: { ...stat, damaged: 2 } });
    await verdicts.forget('b');
    assert.equal(await kept(), undefined);
    assert.equal(await verdicts.of('b', stat), undefined);
  });

  it('are forgotten without a write where they were not on the disk', async () => {
    await verdicts.note('a', stat, { damaged: 1 });
    await verdicts.note('b', stat, { damaged: 0 });
    await verdicts.saved();
    files.writes.length = 0;
    await verdicts.forget('b');
    await verdicts.forget('c');
    assert.deepEqual(files.writes, []);
    assert.equal(await verdicts.of('b', stat), undefined);
  });

  for (const text of [
    '',
    'hello',
    '[]',
    '{"b":7}',
    '{"b":{"size":10,"mtimeMs":20}}',
    '{"b":{"size":10,"mtimeMs":20,"damaged":-1}}',
  ])
    it(`are none in a file that says ${text}`, async () => {
      await (await files.open(path, 'wx')).appendFile(text);
      assert.equal(await verdicts.of('b', stat), undefined);
      await verdicts.note('b', stat, { damaged: 1 });
      assert.deepEqual(await kept(), { b: { ...stat, damaged: 1 } });
    });

  it('stay known in the window where they cannot be written, and are written with the next', async () => {
    files.refuse = operation => (operation === 'append' ? 'ENOSPC' : undefined);
    await verdicts.note('b', stat, { damaged: 1 });
    assert.equal(await kept(), undefined);
    assert.equal((await verdicts.of('b', stat))?.damaged, 1);
    files.refuse = () => undefined;
    await verdicts.note('a', stat, { damaged: 2 });
    assert.deepEqual(await kept(), { b: { ...stat, damaged: 1 }, a: { ...stat, damaged: 2 } });
  });
});
