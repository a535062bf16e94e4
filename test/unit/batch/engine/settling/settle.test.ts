import assert from 'node:assert/strict';
import { recordLines } from '../../../../../src/batch/journal/journalRecord';
import { settleRows } from '../../../../../src/batch/engine/settle';
import { readProfileRows } from '../../../../../src/wechat/profile/profileRows';
import { outcomeIn } from '../../scenario';

const row = {
  second: '{"openid":"o2","subscribe":0,"remark":"a\\u0062\\/"}',
  first: '{"openid":"o1","subscribe":1,"subscribe_time":1.5e9,"kind":"failed","state":"done"}',
  doubtful: '{"openid":"o3"}',
  blank: '{"openid":"o4"}',
  thenWhole: '{"openid":"o4","subscribe":0}',
  foreign: '{"openid":"o9","subscribe":0}',
};

function settle(openids: readonly string[], ...rows: readonly string[]) {
  return settleRows(openids, readProfileRows(Buffer.from(`{"user_info_list":[${rows.join()}]}`)) ?? []);
}

describe('the lines of an answer', () => {
  it('are its rows as WeChat wrote them, and read as their outcomes', () => {
    const { outcomes, lines = Buffer.alloc(0) } = settle(['o1', 'o2'], row.second, row.first);
    const texts = lines.toString().split('\n');
    assert.deepEqual(texts, [row.second, row.first, '']);
    assert.deepEqual([outcomeIn(row.first), outcomeIn(row.second)], outcomes);
  });

  it('are those of the rows that answer, where others are still to be asked for', () => {
    const { outcomes, lines, singles } = settle(['o1', 'o2', 'o5'], row.second, row.first);
    assert.equal(lines?.toString(), `${row.second}\n${row.first}\n`);
    assert.equal(outcomes.length, 2);
    assert.deepEqual(singles, [{ openid: 'o5' }]);
  });

  for (const [what, openids, rows] of [
    ['is foreign', ['o1'], [row.first, row.foreign]],
    ['cannot be trusted', ['o1', 'o3'], [row.first, row.doubtful]],
    ['comes twice', ['o1', 'o4'], [row.first, row.blank, row.thenWhole]],
  ] as const) {
    it(`are none where a row ${what}; the outcomes are written instead`, () => {
      const { outcomes, lines } = settle(openids, ...rows);
      assert.equal(lines, undefined);
      const written = recordLines(outcomes).trimEnd().split('\n');
      assert.deepEqual(
        written.map(line => outcomeIn(line)),
        outcomes,
      );
    });
  }
});
