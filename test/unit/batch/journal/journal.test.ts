import assert from 'node:assert/strict';
import { noCounts, type Outcome } from '../../../../src/batch';
import { unstarted } from '../../../../src/batch/batchFacts';
import { Journal } from '../../../../src/batch/journal/journal';
import { wholeRecord } from '../../../../src/batch/journal/journalRecord';
import { isProblem } from '../scenario';
import { headOf, journalPath, linesOf, origin, WatchedFiles } from './watchedFiles';

const progress = { ...unstarted, counts: { ...noCounts, pending: 2 } };
const noted = { state: 'interrupted', counts: progress.counts, apiCalls: 0, duration: 0 };
const gone: Outcome = { kind: 'notFollowing', openid: 'o1', profile: { openid: 'o1', subscribe: 0 } };
const list = { openids: ['o1', 'o2'] };
const fresh = linesOf(headOf(2), list, noted);

describe('Journal', () => {
  async function given(text?: string) {
    const files = await WatchedFiles.with(text);
    return { files, journal: new Journal(files, journalPath, 'b') };
  }

  /** The kinds of records that are read of it now. */
  async function read(journal: Journal): Promise<string[]> {
    const kinds: string[] = [];
    for await (const { isAnew, records } of journal.read()) {
      if (isAnew) kinds.push('anew');
      kinds.push(...records.map(record => wholeRecord(record).kind));
    }
    return kinds;
  }

  it('is created whole, with its head, its openids and its progress, and known to its end', async () => {
    const { files, journal } = await given();
    await journal.create(origin, list.openids, progress);
    assert.equal(await files.text(), fresh);
    const line = JSON.stringify(headOf(2));
    assert.deepEqual(journal.position, {
      head: { version: 2, origin, total: 2, line, end: Buffer.byteLength(line) + 1 },
      ...{ offset: Buffer.byteLength(fresh), listed: 2 },
    });
    assert.equal(await journal.hasChanged(), false);
    assert.deepEqual(await read(journal), []);
  });

  it('that cannot be created is not there', async () => {
    const { files, journal } = await given();
    files.refuse = operation => (operation === 'append' ? 'ENOSPC' : undefined);
    await assert.rejects(journal.create(origin, [], progress), isProblem('cannotWrite'));
    assert.deepEqual([await files.readdir('/batches'), journal.position, files.opened], [[], undefined, 0]);
  });

  it('is read from its beginning at first, and then on from where that ended', async () => {
    const { files, journal } = await given(fresh);
    assert.equal(await journal.hasChanged(), true);
    assert.deepEqual(await read(journal), ['anew', 'openids', 'progress']);
    assert.equal(await journal.hasChanged(), false);
    const file = await files.open(journalPath, 'a');
    await file.appendFile('{"at":5}\n');
    assert.equal(await journal.hasChanged(), true);
    assert.deepEqual(await read(journal), ['at']);
    await file.truncate(Buffer.byteLength(fresh));
    assert.equal(await journal.hasChanged(), true, 'also where it has shrunk');
    assert.deepEqual(await read(journal), ['anew', 'openids', 'progress']);
  });

  it('that is not there has gone, and one that is refused cannot be read', async () => {
    const { files, journal } = await given();
    await assert.rejects(read(journal), isProblem('gone'));
    await assert.rejects(journal.hasChanged(), isProblem('gone'));
    files.refuse = () => 'EIO';
    await assert.rejects(read(journal), isProblem('cannotRead'));
    await assert.rejects(journal.hasChanged(), isProblem('cannotRead'));
  });

  it('takes note of marks, answers and progress, in this order', async () => {
    const { files, journal } = await given(fresh);
    await read(journal);
    await journal.begin();
    journal.note(progress, { still: ['failed'], outcomes: [gone], at: 7 });
    journal.note(progress);
    const lines = Buffer.from('{"subscribe":0,"openid":"o1"}\n');
    journal.note(progress, { outcomes: [gone], at: 8, lines });
    await journal.end();
    const answer = '{"openid":"o1","subscribe":0}';
    const all = [
      { still: ['failed'] },
      { at: 7 },
      answer,
      noted,
      noted,
      { at: 8 },
      lines.toString().trimEnd(),
      noted,
    ];
    assert.equal(await files.text(), fresh + linesOf(...all));
    assert.equal(files.opened, 0);
  });

  it('knows what it wrote itself, and dates what others add behind it', async () => {
    const { files, journal } = await given(fresh);
    await read(journal);
    await journal.begin();
    journal.note(progress, { outcomes: [gone], at: 7 });
    journal.note(progress, { at: 9 });
    assert.equal(journal.position?.at, 7, 'a note without answers has no time');
    await journal.end();
    assert.equal(await journal.hasChanged(), false);
    await (await files.open(journalPath, 'a')).appendFile('{"subscribe":0,"openid":"o2"}\n');
    for await (const { records } of journal.read())
      for (const record of records) assert.ok(record.kind === 'profile' && record.at === 7);
  });

  it('is not written where nobody has begun, and has nothing to end', async () => {
    const { files, journal } = await given(fresh);
    journal.note(progress, { outcomes: [gone], at: 7 });
    await journal.end();
    assert.equal(await files.text(), fresh);
    assert.equal(journal.position, undefined);
  });

  it('tells at its end, once, what could not be written', async () => {
    const { files, journal } = await given(fresh);
    await read(journal);
    const { position } = journal;
    await journal.begin();
    files.refuse = operation => (operation === 'append' ? 'ENOSPC' : undefined);
    journal.note(progress);
    await assert.rejects(journal.end(), { code: 'ENOSPC' });
    assert.equal(journal.position, position);
    await journal.end();
  });

  it('cannot be run where it cannot be opened or locked', async () => {
    const { files, journal } = await given(fresh);
    files.refuse = () => 'EROFS';
    await assert.rejects(journal.begin(), isProblem('cannotRun'));
    await assert.rejects(journal.lock(), isProblem('cannotRun'));
  });

  it('is locked beside itself, by its id', async () => {
    const { files, journal } = await given(fresh);
    const lock = await journal.lock();
    const [, name = ''] = await files.readdir('/batches');
    assert.match(name, /^b\.[\w-]+\.lock$/);
    await assert.rejects(journal.lock(), isProblem('busy'));
    await lock.release();
    assert.deepEqual(await files.readdir('/batches'), ['b.ndjson']);
  });

  it('of version 1 becomes one of version 2 when it is begun, and is known to its end', async () => {
    const { files, journal } = await given(linesOf(headOf(2, 1), list, { again: ['failed'] }));
    await read(journal);
    await journal.begin();
    journal.note(progress);
    await journal.end();
    assert.equal(await files.text(), linesOf(headOf(2), list, { still: ['failed'] }, noted));
    const line = JSON.stringify(headOf(2));
    assert.deepEqual(journal.position?.head, {
      ...{ version: 2, origin, total: 2, line, end: Buffer.byteLength(line) + 1 },
    });
    assert.deepEqual([await journal.hasChanged(), await read(journal)], [false, []]);
  });

  it('is removed, and is gone then', async () => {
    const { files, journal } = await given(fresh);
    await journal.remove();
    assert.deepEqual(await files.readdir('/batches'), []);
    await assert.rejects(journal.remove(), isProblem('gone'));
    const { files: others, journal: other } = await given(fresh);
    others.refuse = operation => (operation === 'unlink' ? 'EIO' : undefined);
    await assert.rejects(other.remove(), isProblem('cannotRemove'));
  });
});
