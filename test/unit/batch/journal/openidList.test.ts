import assert from 'node:assert/strict';
import { openidList } from '../../../../src/batch/journal/openidList';
import { isProblem } from '../scenario';
import { journalPath, WatchedFiles } from './watchedFiles';

const block = 256 * 1024;

describe('the list of a journal of version 1', () => {
  async function blocksOf(text: string, from = 0) {
    const file = await (await WatchedFiles.with(text)).open(journalPath, 'r');
    const blocks: { count: number; end: number }[] = [];
    const openids: string[] = [];
    for await (const { openids: some, end } of openidList(file, from)) {
      blocks.push({ count: some.length, end });
      openids.push(...some);
    }
    return { blocks, openids };
  }

  it('ends behind its line, wherever that begins', async () => {
    assert.deepEqual(await blocksOf('head\n{"openids":["a","b"]}\nmore\n', 5), {
      blocks: [{ count: 2, end: 5 + 22 }],
      openids: ['a', 'b'],
    });
    assert.deepEqual(await blocksOf('{"openids":[]}\n'), { blocks: [{ count: 0, end: 15 }], openids: [] });
  });

  it('takes quotes and backslashes in an openid for what they are', async () => {
    const openids = ['"', '\\', '\\"', 'a\\\\"b', '","', ']}\n', '张'];
    assert.deepEqual((await blocksOf(`${JSON.stringify({ openids })}\n`)).openids, openids);
  });

  it('is given block by block, each of which tells where the next openid begins', async () => {
    const openids = Array.from({ length: 30_000 }, (_, index) => `o${String(index).padStart(20, '0')}`);
    const text = `${JSON.stringify({ openids })}\n`;
    const { blocks, openids: found } = await blocksOf(text);
    assert.deepEqual(found, openids);
    assert.equal(blocks.length, Math.ceil(text.length / block));
    const [first] = blocks;
    assert.ok(first);
    assert.equal(first.end, 12 + first.count * 24);
    assert.equal(blocks.at(-1)?.end, text.length);
  });

  it('may have an openid over the edge of two blocks, or of three', async () => {
    for (const long of ['x'.repeat(block), 'x'.repeat(3 * block), '\\'.repeat(block)]) {
      const openids = ['a', long, 'b'];
      assert.deepEqual((await blocksOf(`${JSON.stringify({ openids })}\n`)).openids, openids);
    }
  });

  it('may end at the edge of a block, or with its last bracket behind it', async () => {
    for (const over of [0, 1, 2, 3]) {
      const openids = ['x'.repeat(block - 17 + over)];
      const text = `${JSON.stringify({ openids })}\n`;
      assert.equal(text.length, block + over);
      assert.deepEqual((await blocksOf(`${text}{"at":5}\n`)).blocks.at(-1)?.end, text.length);
    }
  });

  for (const text of [
    '{"openids":[',
    '{"openids":["a"]',
    '{"openids":["a"]}',
    '{"openids":["a"}\n',
    '{"openids":["a" ,"b"]}\n',
    '{"openids":["a",]}x\n',
    '{"openids":["a"b"]}\n',
    '{"openids":["\u0001"]}\n',
    '{"openids":[a]}\n',
    '{"OPENIDS":["a"]}\n',
    `{"openids":["${'x'.repeat(2 * 1024 * 1024)}`,
  ])
    it(`is damaged: ${JSON.stringify(text.slice(0, 40))}`, () =>
      assert.rejects(blocksOf(text), isProblem('damaged')));

  it('has no openid above a megabyte, and is not read on behind one', async () => {
    const files = await WatchedFiles.with(`{"openids":["${'x'.repeat(9 * block)}`);
    const file = await files.open(journalPath, 'r');
    await assert.rejects(async () => {
      for await (const some of openidList(file, 0)) assert.fail(`${some.openids.length}`);
    }, isProblem('damaged'));
    assert.equal(files.reads.length, 5);
  });
});
