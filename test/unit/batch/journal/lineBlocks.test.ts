import assert from 'node:assert/strict';
import { lineBlocks } from '../../../../src/batch/journal/lineBlocks';
import { textOf } from '../../../../src/batch/line';
import { journalPath, WatchedFiles } from './watchedFiles';

const size = 256 * 1024;
const longest = 1024 * 1024;

describe('the lines of a journal, block by block', () => {
  async function blocksOf(text: string, from = 0) {
    const file = await (await WatchedFiles.with(text)).open(journalPath, 'r');
    const blocks: { lines: string[]; end: number }[] = [];
    for await (const { lines, end } of lineBlocks(file, from)) blocks.push({ lines: lines.map(textOf), end });
    return blocks;
  }

  it('are none where no line is complete', async () => {
    for (const text of ['', 'torn', 'x'.repeat(3 * size)]) assert.deepEqual(await blocksOf(text), []);
  });

  it('come in one block where they are few, up to 64', async () => {
    const text = 'ab\n'.repeat(64);
    assert.deepEqual(await blocksOf(text), [{ lines: Array<string>(64).fill('ab'), end: text.length }]);
    const more = await blocksOf(`${text}c\n`);
    assert.deepEqual(
      more.map(({ lines, end }) => [lines.length, end]),
      [
        [64, text.length],
        [1, text.length + 2],
      ],
    );
    assert.deepEqual(more[1]?.lines, ['c']);
  });

  it('come in portions that double, each with its end', async () => {
    const text = 'ab\n'.repeat(500);
    assert.deepEqual(
      (await blocksOf(`head\n${text}`, 5)).map(({ lines, end }) => [lines.length, end]),
      [
        [64, 5 + 64 * 3],
        [128, 5 + 192 * 3],
        [256, 5 + 448 * 3],
        [52, 5 + 500 * 3],
      ],
    );
  });

  it('are whole where they end or begin at the edge of what is read at once', async () => {
    for (const length of [size - 2, size - 1, size, size + 1, 2 * size, 2 * size - 1]) {
      const line = 'x'.repeat(length);
      const blocks = await blocksOf(`${line}\n\nb\ntorn`);
      assert.deepEqual(
        blocks.flatMap(({ lines }) => lines),
        [line, '', 'b'],
        `${length}`,
      );
      assert.equal(blocks.at(-1)?.end, length + 4);
      assert.deepEqual(
        (await blocksOf(`${line}\n`)).map(({ end }) => end),
        [length + 1],
      );
    }
  });

  it('are whole up to a megabyte, and empty above', async () => {
    for (const [length, expected] of [
      [longest - 1, longest - 1],
      [longest + size, 0],
      [3 * longest, 0],
    ] as const) {
      const blocks = await blocksOf(`a\n${'x'.repeat(length)}\nb\n`);
      assert.deepEqual(
        blocks.flatMap(({ lines }) => lines.map(line => line.length)),
        [1, expected, 1],
      );
      assert.equal(blocks.at(-1)?.end, length + 5);
    }
  });

  it('are whole where they have a megabyte just so', async () => {
    const blocks = await blocksOf(`${'x'.repeat(longest)}\n`);
    assert.deepEqual(
      blocks.flatMap(({ lines }) => lines.map(line => line.length)),
      [longest],
    );
  });

  it('are those behind an empty one again', async () => {
    const text = `${'x'.repeat(2 * longest)}\n${'y'.repeat(size)}\nz\n`;
    const lines = (await blocksOf(text)).flatMap(block => block.lines);
    assert.deepEqual(lines, ['', 'y'.repeat(size), 'z']);
  });
});
