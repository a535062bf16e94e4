import assert from 'node:assert/strict';
import { csvHeader, csvRows } from '../../../../src/batch/export/csvExport';
import { type ExportRecord } from '../../../../src/batch/export/exportRecord';

const columns = [
  ...['openid', 'outcome', 'unionid', 'followed_at', 'scene', 'tags', 'language_name', 'fetched_at'],
  ...['to_ask_again', 'error_code', 'error_message', 'error_explained'],
  ...['subscribe', 'subscribe_time', 'subscribe_scene', 'qr_scene', 'qr_scene_str', 'remark', 'groupid'],
  ...['tagid_list', 'language', 'other_fields'],
];

describe('the CSV of an export', () => {
  /** The cells of one row that are not empty, by column. */
  function cellsOf(record: ExportRecord): Record<string, string> {
    const cells = csvRows([record]).slice(0, -'\r\n'.length).split(',');
    assert.equal(cells.length, columns.length);
    const filled = columns.map((name, at): [string, string] => [name, cells[at] ?? '']);
    return Object.fromEntries(filled.filter(([, cell]) => cell !== ''));
  }

  it('begins with a byte order mark and the names of its columns', () => {
    assert.equal(csvHeader(), `\uFEFF${columns.join(',')}\r\n`);
  });

  it('has empty cells for what is not known', () => {
    assert.deepEqual(cellsOf({ openid: 'oA', outcome: 'pending' }), { openid: 'oA', outcome: 'pending' });
    assert.equal(csvRows([{ openid: 'oA', outcome: 'pending' }]), `oA,pending${','.repeat(20)}\r\n`);
  });

  it('has a cell for each decoded value', () => {
    const record: ExportRecord = {
      openid: 'oA',
      outcome: 'failed',
      unionid: 'u1',
      followedAt: 'then',
      scene: 'Search',
      tags: ['VIP'],
      language: 'English',
      fetchedAt: 'now',
      toAskAgain: true,
      problem: { code: 45009, message: 'reach max', explanation: 'Quota' },
    };
    assert.deepEqual(cellsOf(record), {
      openid: 'oA',
      outcome: 'failed',
      unionid: 'u1',
      followed_at: 'then',
      scene: 'Search',
      tags: 'VIP',
      language_name: 'English',
      fetched_at: 'now',
      to_ask_again: 'true',
      error_code: '45009',
      error_message: 'reach max',
      error_explained: 'Quota',
    });
  });

  it('has several tags in one cell', () => {
    const row = csvRows([{ openid: 'oA', outcome: 'following', tags: ['VIP', '2'] }]);
    assert.ok(row.startsWith('oA,following,,,,"VIP, 2",'), row);
  });

  it('has WeChat’s own fields as they came, numbers as text', () => {
    const raw = {
      ...{ openid: 'oA', unionid: 'u1', subscribe: 1, subscribe_time: 5, subscribe_scene: 'S', qr_scene: 0 },
      ...{ qr_scene_str: 'q', remark: 'r', groupid: -1, tagid_list: [2], language: 'en' },
    };
    assert.deepEqual(cellsOf({ openid: 'oA', outcome: 'following', raw }), {
      ...{ openid: 'oA', outcome: 'following', subscribe: '1', subscribe_time: '5', subscribe_scene: 'S' },
      ...{
        qr_scene: '0',
        qr_scene_str: 'q',
        remark: 'r',
        groupid: `"'-1"`,
        tagid_list: '[2]',
        language: 'en',
      },
    });
  });

  it('leaves a field empty that WeChat sent as null', () => {
    const raw = { openid: 'oA', remark: null } as const;
    assert.deepEqual(cellsOf({ openid: 'oA', outcome: 'failed', raw }), { openid: 'oA', outcome: 'failed' });
  });

  it('gathers fields of later years in one cell', () => {
    const raw = { openid: 'oA', subscribe: 1, brand_new: true };
    const { other_fields: others } = cellsOf({ openid: 'oA', outcome: 'following', raw });
    assert.equal(others, '"{""brand_new"":true}"');
  });

  it('is one line a record, and nothing but a line end without any', () => {
    const record: ExportRecord = { openid: 'oA', outcome: 'pending' };
    assert.equal(csvRows([record, record]), csvRows([record]).repeat(2));
  });
});
