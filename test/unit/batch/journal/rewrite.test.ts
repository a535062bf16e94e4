import assert from 'node:assert/strict';
import { rewritten } from '../../../../src/batch/journal/rewrite';
import { isProblem } from '../scenario';
import { headOf, journalPath, linesOf, WatchedFiles } from './watchedFiles';

describe('a journal of version 1 that becomes one of version 2', () => {
  async function rewrite(text: string): Promise<string> {
    const files = await WatchedFiles.with(text);
    let result = '';
    try {
      for await (const piece of rewritten(files, journalPath, 'b')) result += piece;
    } finally {
      assert.equal(files.opened, 0, 'it is closed');
    }
    return result;
  }

  it('has the same records in the same order, and marks in their new words', async () => {
    const old = [{ openids: ['o1', 'o2'] }, '{"subscribe":1,"openid":"o1"}', '{"at":1}'];
    const text = linesOf(headOf(2, 1), ...old, { again: ['failed', 'invalid'] }, '{"later":"张"}');
    assert.equal(
      await rewrite(text),
      linesOf(headOf(2), ...old, { still: ['failed', 'invalid'] }, '{"later":"张"}'),
    );
  });

  it('keeps what cannot be read as it is, and leaves out a torn end', async () => {
    const odd = ['{"again":["later"]}', '{"agai', '', '{"kind":', '{"a":1,"again":["failed"]}'];
    const text = linesOf(headOf(1, 1), { openids: ['o1'] }, ...odd);
    assert.equal(await rewrite(`${text}{"torn`), linesOf(headOf(1), { openids: ['o1'] }, ...odd));
  });

  it('has its openids in lines that can be parsed in one go', async () => {
    const openids = Array.from({ length: 25_000 }, (_, index) => `o${index}`);
    const lines = (await rewrite(linesOf(headOf(25_000, 1), { openids }))).trimEnd().split('\n');
    const lists = lines.slice(1).map(line => (JSON.parse(line) as { openids: string[] }).openids);
    assert.deepEqual(lists.flat(), openids);
    assert.ok(lists.every(({ length }) => length <= 10_000));
  });

  it('is none where its head or its list is damaged', async () => {
    for (const text of ['hello\n', linesOf(headOf(1, 1)), linesOf(headOf(1, 1), '{"openids":["o1"')])
      await assert.rejects(rewrite(text), isProblem('damaged'));
  });
});
