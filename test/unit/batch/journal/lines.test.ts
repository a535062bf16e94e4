import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { StoreError } from '../../../../src/batch';
import { openidLines } from '../../../../src/batch/journal/journalHead';
import { textOf } from '../../../../src/batch/line';
import { lineBlocks } from '../../../../src/batch/journal/lineBlocks';
import { openidList } from '../../../../src/batch/journal/openidList';
import { nodeFiles, type OpenFile } from '../../../../src/files';

describe('reading a journal line by line', () => {
  let folder: string;
  before(async () => void (folder = await mkdtemp(join(tmpdir(), 'lens-lines-'))));
  after(() => rm(folder, { recursive: true, force: true }));

  async function withText<T>(text: string, act: (file: OpenFile) => Promise<T>): Promise<T> {
    const path = join(folder, 'text');
    await writeFile(path, text);
    const file = await nodeFiles.open(path, 'r');
    return act(file).finally(() => file.close());
  }

  const linesOf = (text: string, from = 0) =>
    withText(text, async file => {
      const lines: string[] = [];
      let last = from;
      for await (const block of lineBlocks(file, from)) {
        lines.push(...block.lines.map(textOf));
        last = block.end;
      }
      return { lines, last };
    });

  it('gives complete lines only, and where the next one begins', async () => {
    assert.deepEqual(await linesOf('a\n张\u2028b\n\nto'), { lines: ['a', '张\u2028b', ''], last: 11 });
    assert.deepEqual(await linesOf('a\nb\nc\n', 2), { lines: ['b', 'c'], last: 6 });
    assert.deepEqual(await linesOf('torn'), { lines: [], last: 0 });
  });

  it('joins lines over the edges of blocks, and passes over one that is too long to be parsed', async () => {
    const long = '张'.repeat(200_000);
    assert.deepEqual((await linesOf(`${long}\nb\n`)).lines, [long, 'b']);
    const tooLong = 'x'.repeat(3_000_000);
    const text = `a\n${tooLong}\nb\n`;
    assert.deepEqual(await linesOf(text), { lines: ['a', '', 'b'], last: text.length });
  });

  it('gives few lines at first, from the end of each of which it can be read on', async () => {
    // Lines of several lengths, over the edges of blocks.
    const all = Array.from({ length: 4_000 }, (_, index) => `${index} ${'x'.repeat(index % 400)}`);
    const text = all.map(line => `${line}\n`).join('');
    const blocks = await withText(text, async file => {
      const read: { count: number; end: number }[] = [];
      for await (const { lines, end } of lineBlocks(file, 0)) read.push({ count: lines.length, end });
      return read;
    });
    assert.deepEqual(
      blocks.slice(0, 3).map(({ count }) => count),
      [64, 128, 256],
    );
    let given = 0;
    for (const { count, end } of blocks) {
      given += count;
      assert.equal(text.slice(0, end).split('\n').length - 1, given);
      assert.deepEqual((await linesOf(text, end)).lines, all.slice(given));
    }
    assert.equal(given, all.length);
  });

  const listOf = (text: string) =>
    withText(text, async file => {
      const openids: string[] = [];
      let end = 0;
      for await (const block of openidList(file, 0)) {
        openids.push(...block.openids);
        end = block.end;
      }
      return { openids, end };
    });

  it('gives the openids of a line of any length, whatever they are made of', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 20 }), async openids => {
        const line = `${JSON.stringify({ openids })}\n`;
        assert.deepEqual(await listOf(`${line}{"state":1}\n`), { openids, end: Buffer.byteLength(line) });
      }),
      { numRuns: 100 },
    );
    const many = Array.from({ length: 60_000 }, (_, index) => `o${String(index).padStart(27, '0')}`);
    assert.deepEqual((await listOf(`${JSON.stringify({ openids: many })}\n`)).openids, many);
  });

  for (const text of [
    '',
    '{"openids":["a"',
    '{"openids":["a",7]}\n',
    '{"openids":"a"}\n',
    '{"openids":["a"]}',
    'hello\n',
  ]) {
    it(`says that ${JSON.stringify(text)} is no list`, () =>
      assert.rejects(
        listOf(text),
        (error: unknown) => error instanceof StoreError && error.problem === 'damaged',
      ));
  }

  it('writes lists in lines that can be parsed in one go', () => {
    const openids = [...Array.from({ length: 25_000 }, (_, index) => `o${index}`), '张'.repeat(300_000), 'z'];
    const lines = [...openidLines(openids)];
    const lists = lines.map(line => (JSON.parse(line) as { openids: string[] }).openids);
    assert.deepEqual(lists.flat(), openids);
    assert.ok(lists.every(list => list.length <= 10_000));
    assert.equal(lists.length, 4);
  });
});
