import assert from 'node:assert/strict';
import { listHolds } from '../../../../src/batch/journal/journalSearch';
import { headOf, journalPath, linesOf, WatchedFiles } from './watchedFiles';

const block = 256 * 1024;

describe('whether the list of a journal holds an openid', () => {
  async function holds(text: string, openid: string): Promise<boolean> {
    const files = await WatchedFiles.with(text);
    const found = await listHolds(files, journalPath, openid);
    assert.equal(files.opened, 0, 'it is closed');
    return found;
  }

  const few = linesOf(headOf(3), { openids: ['o1', 'o2'] }, { openids: ['o3'] }, { at: 5 });

  it('is so of each that is listed, in whichever line', async () => {
    for (const openid of ['o1', 'o2', 'o3']) assert.equal(await holds(few, openid), true, openid);
    assert.equal(await holds(linesOf(headOf(1), { openids: ['"张\\'] }), '"张\\'), true);
    assert.equal(await holds(linesOf(headOf(1), { openids: ['o1'] }).trimEnd(), 'o1'), true);
  });

  it('is not so of a part of one, of the head, or of outcomes', async () => {
    for (const openid of ['o', '1', 'o12', 'wx1', 'list.json']) assert.equal(await holds(few, openid), false);
    const outcome = '{"subscribe":1,"openid":"o4"}';
    assert.equal(await holds(few + linesOf(outcome), 'o4'), false);
    assert.equal(await holds(few + linesOf(outcome, { openids: ['o4'] }), 'o4'), false);
  });

  it('is not so where there is no list', async () => {
    for (const text of ['', 'o1', '"o1"', '\n', '\n"o1"\n', linesOf(headOf(0)), linesOf(headOf(1), '["o1"]')])
      assert.equal(await holds(text, 'o1'), false, JSON.stringify(text));
  });

  it('is found over the edge of two blocks, of the list and of its lines', async () => {
    for (let before = 0; before <= 24; before++) {
      const start = linesOf(headOf(2)).length + '{"openids":["'.length;
      const bytes = Buffer.byteLength(linesOf(headOf(2))) - linesOf(headOf(2)).length;
      const filler = 'x'.repeat(block - start - bytes - before);
      assert.equal(
        await holds(linesOf(headOf(2), { openids: [filler, 'oAbCd'] }), 'oAbCd'),
        true,
        `${before}`,
      );
      const lines = linesOf(headOf(2), { openids: [filler] }, { openids: ['oAbCd'] });
      assert.equal(await holds(lines, 'oAbCd'), true, `${before}`);
      const others = linesOf(headOf(2), { openids: [filler] }, { subscribe: 1, openid: 'oAbCd' });
      assert.equal(await holds(others, 'oAbCd'), false, `${before}`);
    }
  });

  it('is found over the edge of two blocks, however long it is, and where the list is torn behind it', async () => {
    const long = 'o'.repeat(60);
    const start = linesOf(headOf(2), '{"openids":["').length;
    for (let before = 0; before <= 70; before += 5) {
      const openids = ['x'.repeat(block - start - before), long];
      assert.equal(await holds(linesOf(headOf(2), { openids }), long), true, `${before}`);
    }
    assert.equal(await holds(linesOf(headOf(2), '{"openids":["o1"').trimEnd(), 'o1'), true);
  });

  it('is found behind a head of more than a block', async () => {
    const head = { ...headOf(1), source: 'x'.repeat(3 * block) };
    assert.equal(await holds(linesOf(head, { openids: ['o1'] }), 'o1'), true);
    assert.equal(await holds(linesOf(head, { openids: ['o1'] }), 'o2'), false);
  });

  it('is found where the line of the list spans many blocks', async () => {
    const openids = Array.from({ length: 40_000 }, (_, index) => `o${String(index).padStart(20, '0')}`);
    const text = linesOf(headOf(40_000), { openids });
    assert.equal(await holds(text, openids.at(-1) ?? ''), true);
    assert.equal(await holds(text, 'o40000'), false);
  });

  it('is told without reading the outcomes', async () => {
    const files = await WatchedFiles.with(few + linesOf('x'.repeat(8 * block)));
    assert.equal(await listHolds(files, journalPath, 'o9'), false);
    assert.equal(files.reads.length, 1);
  });

  it('cannot be told of a journal that cannot be read', () =>
    assert.rejects(listHolds(new WatchedFiles(), journalPath, 'o1'), { code: 'ENOENT' }));
});
