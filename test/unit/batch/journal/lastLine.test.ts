import assert from 'node:assert/strict';
import { endOfLastLine, lastLine } from '../../../../src/batch/journal/lastLine';
import { textOf } from '../../../../src/batch/line';
import { journalPath, WatchedFiles } from './watchedFiles';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

async function read(text: string, until?: string) {
  const files = await WatchedFiles.with(text);
  const lines: string[] = [];
  const found = await lastLine(await files.open(journalPath, 'r'), line => {
    lines.push(textOf(line));
    return textOf(line) === until ? lines.length : undefined;
  });
  return { found, lines, from: Math.min(...files.reads.map(([from]) => from)) };
}

describe('the lines of a file from its end', () => {
  it('come until one of them means something', async () => {
    assert.deepEqual(await read('a\nb\n张\nd\n', 'b'), { found: 3, lines: ['d', '张', 'b'], from: 0 });
    assert.deepEqual((await read('a\nb\n', 'b')).lines, ['b']);
  });

  it('come all where none does, the first one too', async () => {
    const { found, lines } = await read('a\n\nb\n');
    assert.deepEqual([found, lines], [undefined, ['b', '', 'a']]);
    assert.deepEqual(await read('only\n', 'only').then(({ found: one }) => one), 1);
  });

  it('do not begin with text that is no complete line', async () => {
    assert.deepEqual((await read('a\nb\ntorn')).lines, ['b', 'a']);
    assert.deepEqual((await read('torn')).lines, []);
    assert.deepEqual((await read('')).lines, []);
  });

  it('are whole over the edges of what is read at once, and empty where nothing stands in them', async () => {
    const long = ['x'.repeat(100 * kilobyte), '', 'y'.repeat(300 * kilobyte), 'z'];
    assert.deepEqual((await read(long.map(line => `${line}\n`).join(''))).lines, long.reverse());
    const edge = 'x'.repeat(64 * kilobyte - 1);
    assert.deepEqual((await read(`a\n${edge}\n`)).lines, [edge, 'a']);
    assert.deepEqual((await read(`a\n\n${edge}\n`)).lines, [edge, '', 'a']);
  });

  it('are read no further than to what means something', async () => {
    const text = `${'x'.repeat(megabyte)}\nend\n`;
    assert.equal((await read(text, 'end')).from, text.length - 64 * kilobyte);
  });

  it('are looked for in the last 4 MB and no further, be they many or one', async () => {
    const longest = 'x'.repeat(4 * megabyte - 1);
    assert.deepEqual((await read(`${longest}\n`)).lines, [longest]);
    assert.deepEqual((await read(`x${longest}\n`)).lines, []);
    const many = 'x'.repeat(999);
    const text = `first\n${`${many}\n`.repeat(5_000)}`;
    const { found, lines, from } = await read(text, 'first');
    assert.deepEqual([found, from], [undefined, text.length - 4 * megabyte]);
    assert.deepEqual([lines.length, lines.at(-1)], [Math.floor((4 * megabyte) / 1_000), many]);
  });
});

describe('the end of the last line', () => {
  const end = async (text: string) =>
    endOfLastLine(await (await WatchedFiles.with(text)).open(journalPath, 'r'));

  it('is behind the last newline', async () => {
    assert.equal(await end('a\nb\n'), 4);
    assert.equal(await end('张\nb\ntorn'), 6);
    assert.equal(await end('\n'), 1);
  });

  it('is the beginning where there is none', async () => {
    assert.equal(await end(''), 0);
    assert.equal(await end('torn'), 0);
    assert.equal(await end('x'.repeat(200 * kilobyte)), 0);
  });

  it('is found however much was torn off', async () => {
    assert.equal(await end(`ab\n${'x'.repeat(200 * kilobyte)}`), 3);
    assert.equal(await end(`\n${'x'.repeat(64 * kilobyte)}`), 1);
    assert.equal(await end(`\n${'x'.repeat(64 * kilobyte - 1)}`), 1);
  });
});
