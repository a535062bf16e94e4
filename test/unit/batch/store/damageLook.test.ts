import assert from 'node:assert/strict';
import { Batch } from '../../../../src/batch';
import { JournalFolder } from '../../../../src/batch/journal/journalFolder';
import { OutcomeTable } from '../../../../src/batch/rows/outcomeTable';
import { BatchObjects } from '../../../../src/batch/store/batchObjects';
import { DamageLook } from '../../../../src/batch/store/damageLook';
import { Verdicts } from '../../../../src/batch/store/verdicts';
import { headOf, linesOf, origin, WatchedFiles } from '../journal/watchedFiles';

const megabyte = 1024 * 1024;

describe('a look for damage', () => {
  /** Files that are as old and as large as a test says, and tell which of them were opened. */
  class Told extends WatchedFiles {
    readonly told = new Map<string, { size?: number; mtimeMs?: number }>();
    looked: string[] = [];

    override async stat(file: string): ReturnType<WatchedFiles['stat']> {
      return { ...(await super.stat(file)), ...this.told.get(nameOf(file)) };
    }

    override open(...[file, flags]: Parameters<WatchedFiles['open']>): ReturnType<WatchedFiles['open']> {
      if (flags === 'r') this.looked.push(nameOf(file));
      return super.open(file, flags);
    }
  }

  const nameOf = (file: string) => /([^/\\]+)\.ndjson$/.exec(file)?.[1] ?? '';

  let files: Told;
  let folder: JournalFolder;
  let objects: BatchObjects;
  let verdicts: Verdicts;
  let found: number;
  let look: DamageLook;

  const begin = () => {
    found = 0;
    return new DamageLook(folder, objects, verdicts, Date.now, () => {
      found++;
    });
  };

  beforeEach(() => {
    files = new Told();
    folder = new JournalFolder(files, '/batches');
    verdicts = new Verdicts(files, '/verdicts.json');
    objects = new BatchObjects(folder, verdicts, () => 0);
    look = begin();
  });

  async function write(
    id: string,
    text: string,
    stat: { size?: number; mtimeMs?: number } = {},
  ): Promise<void> {
    files.told.set(id, stat);
    await (await files.open(`/batches/${id}.ndjson`, 'wx')).appendFile(text);
  }

  const whole = linesOf(headOf(1), { openids: ['o1'] });
  const damaged = `${whole}{"subscribe":\n`;

  async function looked(): Promise<string[]> {
    files.looked = [];
    await look.look();
    return files.looked;
  }

  const verdictOf = async (id: string) =>
    (await verdicts.of(id, await files.stat(`/batches/${id}.ndjson`)))?.damaged;

  it('reads each journal once, the latest first, and tells of damage', async () => {
    await write('a', whole, { mtimeMs: 1 });
    await write('b', damaged, { mtimeMs: 3 });
    await write('c', whole, { mtimeMs: 2 });
    assert.deepEqual(await looked(), ['b', 'c', 'a']);
    assert.deepEqual([found, await verdictOf('a'), await verdictOf('b')], [1, 0, 1]);
    assert.deepEqual(await looked(), []);
  });

  it('has its findings on the disk when it ends, the good ones too', async () => {
    await write('a', whole);
    await look.look();
    look = begin();
    verdicts = new Verdicts(files, '/verdicts.json');
    assert.equal(await verdictOf('a'), 0);
    assert.deepEqual(await looked(), []);
  });

  it('reads again what has changed', async () => {
    await write('a', whole, { mtimeMs: 1 });
    await looked();
    for (const stat of [{ mtimeMs: 2 }, { mtimeMs: 2, size: 9 }]) {
      files.told.set('a', stat);
      assert.deepEqual(await looked(), ['a']);
    }
  });

  it('passes over what is open here, or what some window runs', async () => {
    await write('here', damaged);
    await write('there', damaged);
    objects.hold(new Batch({ ...origin, id: 'here' }, new OutcomeTable([]), () => 0, folder.journal('here')));
    const lock = await folder.journal('there').lock();
    assert.deepEqual(await looked(), []);
    await lock.release();
    assert.deepEqual(await looked(), ['there']);
  });

  it('reads no journal above 32 MB, and 256 MB in all', async () => {
    await write('large', whole, { size: 32 * megabyte + 1, mtimeMs: 100 });
    const ids = Array.from({ length: 9 }, (_, index) => `j${index}`);
    for (const [index, id] of ids.entries())
      await write(id, whole, { size: 32 * megabyte, mtimeMs: 90 - index });
    await write('small', whole, { size: 1, mtimeMs: 1 });
    assert.deepEqual(await looked(), ids.slice(0, 8), 'nothing is left of it');
  });

  it('passes over what cannot be read, and tells nothing of it', async () => {
    await write('a', 'hello\n', { mtimeMs: 2 });
    await write('b', damaged, { mtimeMs: 1 });
    assert.deepEqual(await looked(), ['a', 'b']);
    assert.deepEqual([await verdictOf('a'), await verdictOf('b'), found], [undefined, 1, 1]);
    assert.deepEqual(await looked(), []);
  });

  it('is one look for all who ask at the same time', async () => {
    await write('a', whole);
    const first = look.look();
    assert.equal(look.look(), first);
    await first;
    assert.notEqual(look.look(), first);
    assert.deepEqual(files.looked, ['a']);
  });

  it('finds nothing in a folder that cannot be listed, and passes any other error on', async () => {
    files.refuse = operation => (operation === 'readdir' ? 'EIO' : undefined);
    await look.look();
    files.refuse = () => undefined;
    await write('a', damaged);
    const odd = new Error('odd');
    look = new DamageLook(folder, objects, verdicts, Date.now, () => {
      throw odd;
    });
    await assert.rejects(look.look(), odd);
  });
});
