import assert from 'node:assert/strict';
import { type MigratedOpenid, mappingCsv } from '../../../../src/lists';

describe('the file of translated openids', () => {
  it('is made of a table with more rows than a call has arguments', async () => {
    const rows = Array.from({ length: 200_000 }, (_, row) => `${row},o${String(row).padStart(27, '0')}`);
    const openids = rows.map(row => row.slice(row.indexOf(',') + 1));
    const mapping = new Map(
      openids.map((old): [string, MigratedOpenid] => [
        old,
        { kind: 'migrated', old, new: `${old.slice(0, -1)}x` },
      ]),
    );
    const text = `id,openid\n${rows.join('\n')}\n`;
    let lines = 0;
    for await (const piece of mappingCsv({ openids, text, clean: cell => cell.trim() }, mapping))
      lines += piece.split('\n').length - 1;
    assert.equal(lines, 200_001);
  });
});
