import { type Outcome } from '../../../../../src/batch';
import { BatchTable } from '../../../../../src/panels/batch/table/batchTable';
import { type Query, wholeList } from '../../../../../src/protocol/views/batchView';
import { following, invalid, notFollowing, pending, rowsOf } from '../people';

export const people: Outcome[] = [
  following(0, {
    subscribe_time: 300,
    subscribe_scene: 'ADD_SCENE_QR_CODE',
    remark: '张三',
    tagid_list: [2, 100],
  }),
  notFollowing(1),
  following(2, {
    subscribe_time: 100,
    subscribe_scene: 'ADD_SCENE_SEARCH',
    unionid: 'oUnionB',
    remark: 'Zoe',
  }),
  invalid(3),
  following(4, {
    subscribe_time: 200,
    subscribe_scene: 'ADD_SCENE_QR_CODE',
    unionid: 'oUnionA',
    remark: 'amy',
  }),
  following(5, { subscribe_time: 200, subscribe_scene: 'ADD_SCENE_MOON', qr_scene_str: 'shop-10' }),
  pending(6),
];

export function tableOf(outcomes: Outcome[], change: Partial<Query> = {}): BatchTable {
  const table = new BatchTable(rowsOf(outcomes), 'en');
  table.tagNames = new Map([
    [2, '星标组'],
    [100, 'Members'],
  ]);
  table.query = { ...wholeList, ...change };
  table.find();
  return table;
}
