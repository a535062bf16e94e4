import assert from 'node:assert/strict';
import { JournalWriter } from '../../../../src/batch/journal/journalWriter';
import { journalPath, WatchedFiles } from './watchedFiles';

describe('JournalWriter', () => {
  const failure = (code: string) => (error: unknown) =>
    error instanceof Error && 'code' in error && error.code === code;

  it('appends lines behind what is there, texts and bytes, in the order of the calls', async () => {
    const files = await WatchedFiles.with('head\n');
    const writer = await JournalWriter.open(files, journalPath);
    assert.equal(writer.end, 5);
    writer.append('张\n', Buffer.from('b\n'));
    writer.append('c\n');
    assert.equal(writer.end, 13);
    await writer.close();
    assert.equal(await files.text(), 'head\n张\nb\nc\n');
    assert.equal(files.opened, 0);
  });

  it('cuts off what a crash has torn, and leaves a whole journal alone', async () => {
    const files = await WatchedFiles.with('head\n{"torn');
    const writer = await JournalWriter.open(files, journalPath);
    assert.deepEqual([writer.end, files.writes], [5, ['cut at 5']]);
    writer.append('a\n');
    await writer.close();
    assert.equal(await files.text(), 'head\na\n');
    files.writes.length = 0;
    await (await JournalWriter.open(files, journalPath)).close();
    assert.deepEqual([files.writes, files.opened], [[], 0]);
  });

  it('writes at once, and what gathers meanwhile in one piece', async () => {
    const files = await WatchedFiles.with('');
    const writer = await JournalWriter.open(files, journalPath);
    writer.append('a\n');
    writer.append('b\n');
    writer.append('c\n', 'd\n');
    assert.deepEqual(files.writes, ['a\n']);
    await writer.close();
    assert.deepEqual(files.writes, ['a\n', 'b\nc\nd\n']);
  });

  it('writes nothing where nothing came', async () => {
    const files = await WatchedFiles.with('');
    const writer = await JournalWriter.open(files, journalPath);
    writer.append();
    await writer.close();
    assert.deepEqual(files.writes, []);
  });

  it('tells a failed write with the next one, and at the end', async () => {
    const files = await WatchedFiles.with('');
    const writer = await JournalWriter.open(files, journalPath);
    files.refuse = operation => (operation === 'append' ? 'ENOSPC' : undefined);
    writer.append('a\n');
    await assert.rejects(writer.close(), failure('ENOSPC'));
    assert.throws(() => writer.append('b\n'), failure('ENOSPC'));
    assert.deepEqual([files.writes, files.opened], [[], 0]);
  });

  it('closes the file that it wanted to cut where that is refused', async () => {
    const files = await WatchedFiles.with('a\n');
    files.refuse = operation => (operation === 'open a' ? 'EROFS' : undefined);
    await assert.rejects(JournalWriter.open(files, journalPath), failure('EROFS'));
    assert.equal(files.opened, 0);
  });

  it('opens a journal that a scanner holds for a moment, and none that is not there', async () => {
    const files = await WatchedFiles.with('a\n');
    const refused = new Set<string>();
    files.refuse = operation => (refused.has(operation) ? undefined : (refused.add(operation), 'EBUSY'));
    await (await JournalWriter.open(files, journalPath)).close();
    assert.deepEqual([...refused], ['open r+', 'open a']);
    await assert.rejects(JournalWriter.open(new WatchedFiles(), journalPath), failure('ENOENT'));
  });
});
