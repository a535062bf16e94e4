import assert from 'node:assert/strict';
import { parseRecord, recordLines } from '../../../src/batch/journalRecord';
import { settleChunk } from '../../../src/batch/settle';
import { readProfileRows } from '../../../src/wechat/profileRows';

describe('the journal of an answer', () => {
  const row = {
    second: '{"openid":"o2","subscribe":0,"remark":"a\\u0062\\/"}',
    first: '{"openid":"o1","subscribe":1,"subscribe_time":1.5e9}',
    doubtful: '{"openid":"o3"}',
    blankFirst: '{"openid":"o4"}',
    thenWhole: '{"openid":"o4","subscribe":0}',
    foreign: '{"openid":"o9","subscribe":0}',
  };
  const rows = readProfileRows(`{"user_info_list":[${Object.values(row).join()}]}`) ?? [];
  const { outcomes, texts, next } = settleChunk(['o1', 'o2', 'o3', 'o4', 'o5'], rows);
  const lines = recordLines([...outcomes, { again: ['failed'] }], texts).split('\n');

  it('holds each row as WeChat wrote it, whatever the order, beside the right openid', () => {
    assert.deepEqual(
      next.map(task => task.kind === 'single' && task.openid),
      ['o3', 'o5'],
    );
    assert.deepEqual(lines, [
      `{"kind":"following","openid":"o1","profile":${row.first}}`,
      `{"kind":"notFollowing","openid":"o2","profile":${row.second}}`,
      `{"kind":"notFollowing","openid":"o4","profile":${row.thenWhole}}`,
      '{"again":["failed"]}',
      '',
    ]);
  });

  it('reads as the same outcomes, and as those of an answer without texts', () => {
    assert.deepEqual(
      lines.slice(0, 3).map(line => parseRecord(line)),
      outcomes,
    );
    const rewritten = recordLines(outcomes).trimEnd().split('\n');
    assert.deepEqual(
      rewritten.map(line => parseRecord(line)),
      outcomes,
    );
  });
});
