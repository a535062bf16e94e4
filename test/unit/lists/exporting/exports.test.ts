import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';

import { exportChanges, exportOpenids, sourceOf } from '../../../../src/lists';

const bom = '\uFEFF';

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

describe('a follower list as text', () => {
  const openids = ['oA', 'oB"quoted",with', '=1+1', '-oD'];
  const many = Array.from({ length: 12_000 }, (_, index) => `o${index}`);

  it('is a column with its head as CSV, in which nothing is a formula', async () => {
    const text = await textOf(exportOpenids(sourceOf(openids), 'csv'));
    assert.ok(text.startsWith(bom));
    assert.deepEqual(parse(text, { bom: true }), [
      ['openid'], ['oA'], ['oB"quoted",with'], ["'=1+1"], ["'-oD"],
    ]); // prettier-ignore
  });

  it('is one array as JSON, also of more than one piece, and of nobody', async () => {
    assert.deepEqual(JSON.parse(await textOf(exportOpenids(sourceOf(many), 'json'))), many);
    assert.equal(await textOf(exportOpenids(sourceOf([]), 'json')), '[]\n');
  });

  it('is an object a line as NDJSON', async () => {
    const lines = (await textOf(exportOpenids(sourceOf(openids), 'ndjson'))).split('\n');
    assert.deepEqual(
      lines.slice(0, -1).map(line => JSON.parse(line) as unknown),
      openids.map(openid => ({ openid })),
    );
    assert.equal(lines.at(-1), '');
  });
});

describe('changes between two batches as text', () => {
  const change = { openid: 'oA', field: 'remark', before: '', after: '@SUM(A1)' };
  const many = Array.from({ length: 5_000 }, (_, index) => ({ ...change, openid: `o${index}` }));

  it('are rows with their head as CSV, in which nothing is a formula', async () => {
    assert.deepEqual(parse(await textOf(exportChanges([change], 'csv')), { bom: true }), [
      ['openid', 'field', 'before', 'after'],
      ['oA', 'remark', '', "'@SUM(A1)"],
    ]);
  });

  it('are all there as JSON and NDJSON, also of more than one piece', async () => {
    assert.deepEqual(JSON.parse(await textOf(exportChanges(many, 'json'))), many);
    const lines = (await textOf(exportChanges(many, 'ndjson'))).trim().split('\n');
    assert.deepEqual(
      lines.map(line => JSON.parse(line) as unknown),
      many,
    );
    assert.equal(await textOf(exportChanges([], 'json')), '[]\n');
  });
});
