import assert from 'node:assert/strict';

import { type ColumnLayout, columnIds } from '../../../../../src/protocol/views/batchView';
import {
  completed,
  moved,
  resized,
  shownColumns,
  toggled,
  widthOf,
} from '../../../../../src/webview/table/columns/columns';

const saved: ColumnLayout = { order: ['outcome', 'openid', 'scene'], hidden: ['scene'], widths: {} };
const layout = completed(saved, columnIds);
const standard = () => 100;

describe('columns', () => {
  it('include those that a saved layout does not know', () => {
    assert.deepEqual(new Set(layout.order), new Set(columnIds));
    assert.deepEqual(layout.order.slice(0, 3), saved.order);
  });

  it('leave out those of a saved layout that there are no more', () => {
    assert.deepEqual(completed(saved, ['scene', 'openid']).order, ['openid', 'scene']);
  });

  it('are hidden and shown, but never all hidden', () => {
    assert.ok(!shownColumns(layout).includes('scene'));
    assert.ok(shownColumns(toggled(layout, 'scene')).includes('scene'));
    const single: ColumnLayout = { ...layout, hidden: columnIds.filter(column => column !== 'openid') };
    assert.deepEqual(shownColumns(toggled(single, 'openid')), ['openid']);
  });

  it('move to where another one is, either way', () => {
    assert.deepEqual(moved(layout, 'outcome', 'scene').order.slice(0, 3), ['openid', 'scene', 'outcome']);
    assert.deepEqual(moved(layout, 'scene', 'outcome').order.slice(0, 3), ['scene', 'outcome', 'openid']);
  });

  it('keep a width within reason', () => {
    assert.equal(widthOf('openid', layout, standard), 100);
    assert.equal(widthOf('openid', resized(layout, 'openid', 300.4), standard), 300);
    assert.ok(widthOf('openid', resized(layout, 'openid', -50), standard) > 24);
    assert.ok(widthOf('openid', resized(layout, 'openid', 1e9), standard) <= 2000);
  });
});
