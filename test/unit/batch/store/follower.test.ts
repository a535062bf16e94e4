import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Batch, StoreError } from '../../../../src/batch';
import { JournalFolder } from '../../../../src/batch/journal/journalFolder';
import { type BatchLock } from '../../../../src/batch/journal/lock/batchLock';
import { OutcomeTable } from '../../../../src/batch/rows/outcomeTable';
import { type Every, Follower } from '../../../../src/batch/store/follower';
import { headOf, linesOf, origin, WatchedFiles } from '../journal/watchedFiles';

describe('the follower of other windows', () => {
  let files: WatchedFiles;
  let folder: JournalFolder;
  let batch: Batch;
  let lock: BatchLock | undefined;
  let caughtUp: number;
  let catchUp: () => Promise<void>;
  let timers: { milliseconds: number; act: () => Promise<void> }[];

  const every: Every = (milliseconds, act) => {
    const timer = { milliseconds, act };
    timers.push(timer);
    return { dispose: () => void (timers = timers.filter(each => each !== timer)) };
  };

  beforeEach(async () => {
    files = await WatchedFiles.with(linesOf(headOf(0)));
    folder = new JournalFolder(files, '/batches');
    batch = new Batch(origin, new OutcomeTable(['o1']), () => 0, folder.journal('b'));
    [caughtUp, timers, lock] = [0, [], undefined];
    catchUp = () => {
      caughtUp++;
      return Promise.resolve();
    };
  });
  afterEach(() => lock?.release());

  const begin = (timer?: Every) => new Follower(folder, () => catchUp(), Date.now, timer);
  const runElsewhere = async () => (lock = await folder.journal('b').lock());

  it('looks once at a batch that no window runs', async () => {
    await begin(every).look(batch);
    assert.deepEqual([caughtUp, timers, batch.state], [1, [], 'interrupted']);
  });

  it('leaves alone a batch that runs here', async () => {
    await runElsewhere();
    batch.begin([]);
    await begin(every).look(batch);
    assert.deepEqual([caughtUp, timers], [0, []]);
  });

  it('looks every two seconds at one that another window runs, for those who listen', async () => {
    await runElsewhere();
    const follower = begin(every);
    await follower.look(batch);
    assert.deepEqual(
      [caughtUp, timers.map(({ milliseconds }) => milliseconds), batch.state],
      [1, [2_000], 'running'],
    );
    await follower.look(batch);
    assert.deepEqual([caughtUp, timers.length], [1, 1], 'it is followed already');
    await timers[0]?.act();
    assert.deepEqual([caughtUp, timers.length], [1, 1], 'nobody listens');
    batch.onDidChange(() => undefined);
    await timers[0]?.act();
    assert.deepEqual([caughtUp, timers.length, batch.state], [2, 1, 'running']);
  });

  it('reads the last of it once the other window has let go, and follows it again when it is begun again', async () => {
    const held = await runElsewhere();
    const follower = begin(every);
    await follower.look(batch);
    batch.onDidChange(() => undefined);
    await held.release();
    await timers[0]?.act();
    assert.deepEqual([caughtUp, timers.length, batch.state], [2, 0, 'interrupted']);
    await runElsewhere();
    await follower.look(batch);
    assert.deepEqual([timers.length, batch.state], [1, 'running']);
  });

  it('ends with a batch that runs here, or is in memory only', async () => {
    await runElsewhere();
    const follower = begin(every);
    batch.onDidChange(() => undefined);
    for (const end of [() => batch.begin([]), () => batch.detach(new StoreError('cannotWrite'))]) {
      await follower.look(batch);
      assert.equal(timers.length, 1);
      end();
      await timers[0]?.act();
      assert.deepEqual([caughtUp, timers.length], [1, 0]);
      batch.end('cancelled');
      caughtUp = 0;
    }
  });

  it('ends with a journal that has gone, and goes on where one cannot be read for now', async () => {
    await runElsewhere();
    batch.onDidChange(() => undefined);
    await begin(every).look(batch);
    catchUp = () => Promise.reject(new StoreError('cannotRead'));
    await timers[0]?.act();
    assert.deepEqual([timers.length, batch.state], [1, 'running']);
    catchUp = () => Promise.reject(new StoreError('gone'));
    await timers[0]?.act();
    assert.deepEqual([timers.length, batch.state], [0, 'interrupted']);
  });

  it('follows nothing any more once it is disposed of', async () => {
    await runElsewhere();
    const follower = begin(every);
    await follower.look(batch);
    follower.dispose();
    assert.deepEqual(timers, []);
  });

  it('waits for one look before it plans the next, on its own clock too', async () => {
    await runElsewhere();
    batch.onDidChange(() => undefined);
    mock.timers.enable({ apis: ['setTimeout'] });
    const pass = async (milliseconds: number) => {
      mock.timers.tick(milliseconds);
      for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate);
      return caughtUp;
    };
    try {
      const follower = begin();
      await follower.look(batch);
      assert.deepEqual([await pass(1_999), await pass(1)], [1, 2]);
      assert.equal(await pass(2_000), 3);
      let end = () => {};
      catchUp = () => {
        caughtUp++;
        return new Promise<void>(resolve => (end = resolve));
      };
      assert.deepEqual([await pass(2_000), await pass(10_000)], [4, 4]);
      end();
      assert.deepEqual([await pass(0), await pass(2_000)], [4, 5]);
      follower.dispose();
      end();
      assert.deepEqual([await pass(0), await pass(10_000)], [5, 5]);
    } finally {
      mock.timers.reset();
    }
  });
});
