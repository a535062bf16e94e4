import assert from 'node:assert/strict';
import path from 'node:path';

import { MemoryFiles } from '../../../src/files';

for (const [system, paths] of [
  ['Linux', path.posix],
  ['Windows', path.win32],
] as const)
  describe(`MemoryFiles with the paths of ${system}`, () => {
    const folder = '/memory';
    const name = (...parts: string[]) => paths.join(folder, ...parts);
    let files: MemoryFiles;

    beforeEach(() => {
      files = new MemoryFiles(paths);
    });

    const write = async (file: string, text: string) => {
      const open = await files.open(file, 'a');
      await open.appendFile(text);
      await open.close();
    };

    it('lists what was written into a folder, and not what is below it', async () => {
      await write(name('one.ndjson'), '1');
      await write(name('deeper', 'two.ndjson'), '2');
      assert.deepEqual(await files.readdir(folder), ['one.ndjson']);
      assert.deepEqual(await files.readdir(name('deeper')), ['two.ndjson']);
      assert.deepEqual(await files.readdir('/mem'), []);
    });

    it('finds a file again however its path is written', async () => {
      await write(name('one.ndjson'), '客户 1');
      assert.equal(await files.readFile('/memory/one.ndjson'), '客户 1');
      assert.equal((await files.stat('/memory/./one.ndjson')).size, Buffer.byteLength('客户 1'));
    });

    it('appends to what is there, and makes nothing anew that is there', async () => {
      await write(name('a'), '1');
      await write(name('a'), '2');
      assert.equal(await files.readFile(name('a')), '12');
      await assert.rejects(files.open(name('a'), 'wx'), { code: 'EEXIST' });
      assert.equal(await files.readFile(name('a')), '12');
    });

    it('says that a file is not there', async () => {
      for (const act of [
        () => files.open(name('a'), 'r'),
        () => files.open(name('a'), 'r+'),
        () => files.readFile(name('a')),
        () => files.stat(name('a')),
        () => files.unlink(name('a')),
        () => files.rename(name('a'), name('b')),
      ])
        await assert.rejects(act, { code: 'ENOENT' });
    });

    it('renames over what is there, and removes one file or a whole folder', async () => {
      await write(name('a'), 'a');
      await write(name('b'), 'b');
      await files.rename(name('a'), name('b'));
      assert.deepEqual([await files.readdir(folder), await files.readFile(name('b'))], [['b'], 'a']);
      await files.unlink(name('b'));
      assert.deepEqual(await files.readdir(folder), []);
      await write(name('gone', 'c'), 'c');
      await write(name('goneNot', 'd'), 'd');
      await files.removeFolder(name('gone'));
      assert.deepEqual(
        [await files.readdir(name('gone')), await files.readdir(name('goneNot'))],
        [[], ['d']],
      );
    });

    it('reads across the pieces that were appended, and what was cut is gone', async () => {
      for (const text of ['abc', 'def', 'ghi']) await write(name('a'), text);
      const file = await files.open(name('a'), 'r+');
      const buffer = Buffer.alloc(10);
      const read = async (length: number, position: number) =>
        buffer.toString('utf8', 1, 1 + (await file.read(buffer, 1, length, position)).bytesRead);
      assert.deepEqual(
        [await read(5, 2), await read(1, 3), await read(9, 7), await read(2, 9)],
        ['cdefg', 'd', 'hi', ''],
      );
      await file.truncate(4);
      await file.appendFile('!');
      assert.deepEqual([await read(9, 0), (await file.stat()).size], ['abcd!', 5]);
    });
  });
