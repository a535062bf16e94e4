import assert from 'node:assert/strict';

import { type ExportRecord } from '../../../src/batch';
import { isProfileColumn, profileColumns, valueOf } from '../../../src/enriching';

describe('the columns of a profile', () => {
  const record: ExportRecord = {
    openid: 'oA',
    outcome: 'following',
    unionid: 'oU',
    followedAt: '2024-05-01T08:00:00+08:00',
    scene: 'QR code',
    tags: ['VIP'],
    fetchedAt: '2024-06-01T08:00:00+08:00',
    raw: { openid: 'oA', subscribe_scene: 'ADD_SCENE_QR_CODE', remark: 'Ada', qr_scene: 7, qr_scene_str: '' },
  };
  const values = (of: ExportRecord) => profileColumns.map(column => valueOf(column, of));

  it('are what the export has', () => {
    assert.deepEqual(values(record), [
      'following', '2024-05-01T08:00:00+08:00', 'QR code', 'ADD_SCENE_QR_CODE', 'oU', ['VIP'], 'Ada', 7,
      '2024-06-01T08:00:00+08:00',
    ]); // prettier-ignore
  });

  it('are empty but for the outcome of who was not asked', () => {
    const [outcome, ...others] = values({ openid: 'oA', outcome: 'pending' });
    assert.equal(outcome, 'pending');
    assert.ok(others.every(value => value === undefined));
  });

  it('name the text of a code before its number, and no number 0', () => {
    const scene = (qr: Readonly<Record<string, unknown>>) =>
      valueOf('qr_scene', { ...record, raw: { openid: 'oA', ...qr } });
    assert.equal(scene({ qr_scene: 0, qr_scene_str: 'spring' }), 'spring');
    assert.deepEqual(
      [scene({ qr_scene: 0 }), scene({ qr_scene: '0' }), scene({})],
      [undefined, undefined, undefined],
    );
  });

  it('are known by their names', () => {
    assert.ok(isProfileColumn('tags'));
    assert.ok(!isProfileColumn('openid') && !isProfileColumn(7));
  });
});
