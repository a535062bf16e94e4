import assert from 'node:assert/strict';
import { noCounts } from '../../../../src/batch';
import { type JournalPosition, readJournal } from '../../../../src/batch/journal/journalReader';
import { wholeRecord } from '../../../../src/batch/journal/journalRecord';
import { isProblem } from '../scenario';
import { headOf, journalPath, linesOf, origin, WatchedFiles } from './watchedFiles';

const list = { openids: ['o1', 'o2'] };
const answer = '{"subscribe":0,"openid":"o1"}';
const progress = { state: 'running', counts: noCounts, apiCalls: 1, duration: 1 };

describe('readJournal', () => {
  async function blocksOf(text: string, from?: JournalPosition) {
    const files = await WatchedFiles.with(text);
    const blocks: { isAnew: boolean; records: object[]; position: JournalPosition }[] = [];
    try {
      for await (const { isAnew, records, position } of readJournal(files, journalPath, 'b', from))
        blocks.push({ isAnew, records: records.map(record => wholeRecord(record)), position });
    } finally {
      assert.equal(files.opened, 0, 'it is closed');
    }
    return blocks;
  }

  const headLength = Buffer.byteLength(linesOf(headOf(2)));
  const whole = linesOf(headOf(2), list, { at: 5 }, answer, progress);

  it('gives the head first, without any record, and then the rest', async () => {
    const [first, second, ...more] = await blocksOf(whole);
    const head = {
      ...{ version: 2, origin, total: 2, line: JSON.stringify(headOf(2)), end: headLength },
    };
    assert.deepEqual(first, { isAnew: true, records: [], position: { head, offset: headLength, listed: 0 } });
    assert.deepEqual(
      second?.records.map(record => ('kind' in record ? record.kind : undefined)),
      ['openids', 'at', 'answer', 'progress'],
    );
    const position = { head, offset: Buffer.byteLength(whole), listed: 2, at: 5 };
    assert.deepEqual([second.isAnew, second.position, more], [false, position, []]);
  });

  it('dates answers by the last time before them', async () => {
    const [, block] = await blocksOf(
      linesOf(headOf(2), list, answer, { at: 5 }, answer, { at: 6 }, { kind: 'notReturned', openid: 'o2' }),
    );
    const times = block?.records.flatMap(record =>
      'outcome' in record && 'at' in record ? [record.at] : [],
    );
    assert.deepEqual(times, [undefined, 5, 6]);
  });

  it('goes on where it was before, and dates the first answers by what it had read then', async () => {
    const position = (await blocksOf(whole)).at(-1)?.position;
    const [same, ...none] = await blocksOf(whole, position);
    assert.deepEqual([same?.isAnew, same?.position, none], [false, position, []]);
    const [, more] = await blocksOf(whole + linesOf(answer), position);
    assert.equal(more?.isAnew, false);
    const outcome = { kind: 'notFollowing', openid: 'o1', profile: { subscribe: 0, openid: 'o1' } };
    assert.deepEqual(more.records, [{ kind: 'answer', outcome, at: 5 }]);
  });

  it('begins anew where the journal has shrunk, or is another one', async () => {
    const position = (await blocksOf(whole)).at(-1)?.position;
    const shorter = await blocksOf(linesOf(headOf(2), list, answer), position);
    assert.deepEqual([shorter[0]?.isAnew, shorter[1]?.records.length], [true, 2]);
    const other = await blocksOf(whole.replace('list.json', 'last.json'), position);
    assert.deepEqual([other[0]?.isAnew, other[1]?.records.length], [true, 4]);
    assert.equal(other[0]?.position.at, undefined);
  });

  it('leaves out a last line that is torn', async () => {
    const blocks = await blocksOf(`${whole}{"subscribe":1,"op`);
    assert.equal(blocks.at(-1)?.position.offset, Buffer.byteLength(whole));
  });

  it('reads a list of nobody, and one of several lines', async () => {
    assert.deepEqual((await blocksOf(linesOf(headOf(0)))).length, 1);
    const two = await blocksOf(linesOf(headOf(2), { openids: ['o1'] }, { openids: ['o2'] }, answer));
    assert.equal(two.at(-1)?.position.listed, 2);
  });

  it('reads version 1, whose list is a block of its own', async () => {
    const text = linesOf(headOf(2, 1), list, answer, { again: ['failed'] });
    const blocks = await blocksOf(text);
    assert.deepEqual(
      blocks.map(({ isAnew, records, position }) => [isAnew, records.length, position.listed]),
      [
        [true, 0, 0],
        [false, 1, 2],
        [false, 2, 2],
      ],
    );
    assert.deepEqual(blocks[1]?.records, [{ kind: 'openids', openids: ['o1', 'o2'] }]);
    assert.equal(blocks[1]?.position.offset, Buffer.byteLength(linesOf(headOf(2, 1), list)));
    const last = blocks.at(-1)?.position;
    const more = await blocksOf(text + linesOf(answer), last);
    assert.deepEqual(
      more.map(({ isAnew, records }) => [isAnew, records.length]),
      [
        [false, 0],
        [false, 1],
      ],
    );
  });

  for (const [what, ...lines] of [
    ['lists fewer openids than it says', headOf(3), list],
    ['lists more', headOf(1), list],
    ['lists one more behind its answers', headOf(2), list, answer, { openids: ['o3'] }],
    ['has answers before its list', headOf(2), answer, list],
    ['has answers in the middle of its list', headOf(2), { openids: ['o1'] }, answer, { openids: ['o2'] }],
    ['lists nobody', headOf(2)],
    ['is of version 1 and lists fewer', headOf(3, 1), list],
    ['is of version 1 and lists more', headOf(1, 1), list],
    ['has no head', 'hello'],
  ] as const)
    it(`finds it damaged where it ${what}`, () =>
      assert.rejects(blocksOf(linesOf(...lines)), isProblem('damaged')));

  it('closes the file where its reader has enough', async () => {
    const files = await WatchedFiles.with(whole);
    for await (const { isAnew } of readJournal(files, journalPath, 'b')) if (isAnew) break;
    assert.equal(files.opened, 0);
  });
});
