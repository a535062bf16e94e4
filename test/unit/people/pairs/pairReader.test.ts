import assert from 'node:assert/strict';
import { PairReader, type PairRow } from '../../../../src/people';
import { rejection } from '../../wechat/rejection';
import { id, mini, official, planOf, tableOf } from '../scenario';

const unionid = id('oUnion', 1);
const openid = id('oOffic', 1);

async function read(rows: readonly (readonly string[])[], plan = planOf([official, mini], ['user_id'])) {
  const table = tableOf(
    plan.map(({ name }) => name),
    rows,
  );
  const reader = new PairReader(table, plan);
  const pairs: PairRow[] = [];
  for await (const slice of reader.slices()) pairs.push(...slice);
  return { pairs, counts: reader.counts(), leftOut: reader.leftOut };
}

describe('pairs', () => {
  it('are what the plan says, row by row', async () => {
    const { pairs, counts } = await read([
      [unionid, openid, id('oMini', 1), '42'],
      [unionid, '', id('oMini', 2), ''],
      ['', openid, '', '7'],
    ]);
    assert.deepEqual(pairs, [
      {
        unionid,
        openids: [
          { appId: official, openid },
          { appId: mini, openid: id('oMini', 1) },
        ],
        keys: [{ name: 'user_id', value: '42' }],
      },
      { unionid, openids: [{ appId: mini, openid: id('oMini', 2) }], keys: [] },
      { openids: [{ appId: official, openid }], keys: [{ name: 'user_id', value: '7' }] },
    ]);
    assert.deepEqual(counts, { rows: 3, pairs: 2, withoutUnionid: 1, leftOut: {} });
  });

  for (const { reason, row } of [
    { reason: 'empty', row: ['', '', '', '42'] },
    { reason: 'withoutOpenid', row: [unionid, '', '', '42'] },
    { reason: 'notAnId', row: [unionid, '微信', '', '42'] },
    { reason: 'notAnId', row: ['13800000000x!', openid, '', '42'] },
    { reason: 'sameId', row: [openid, openid, '', '42'] },
    { reason: 'unusableKey', row: [unionid, openid, '', 'x'.repeat(201)] },
  ])
    it(`are none, and counted, where a row is ${reason}: ${row.join().slice(0, 20)}`, async () => {
      const { pairs, counts, leftOut } = await read([[unionid, openid, '', ''], row]);
      assert.equal(pairs.length, 1);
      assert.deepEqual(counts.leftOut, { [reason]: 1 });
      assert.deepEqual(
        leftOut.map(({ row: at, reason: why }) => [at, why]),
        [[2, reason]],
      );
    });

  it('are cleaned of blanks, quotes and what nobody sees', async () => {
    const { pairs } = await read([[`\u200b ${unionid} `, `"${openid}"`, '', '']]);
    assert.deepEqual([pairs[0]?.unionid, pairs[0]?.openids[0]?.openid], [unionid, openid]);
  });

  it('belong to the account that their row names', async () => {
    const plan = [
      ...planOf([]),
      { name: 'openid', meaning: { kind: 'openid', of: { kind: 'row' } } },
      { name: 'appid', meaning: { kind: 'appId' } },
    ] as const;
    const { pairs, counts } = await read(
      [
        [unionid, openid, 'wx1'],
        [unionid, openid, ''],
      ],
      [...plan],
    );
    assert.deepEqual(pairs[0]?.openids, [{ appId: 'wx1', openid }]);
    assert.deepEqual(counts.leftOut, { withoutAppId: 1 });
  });

  it('show the first twenty rows that were left out, and nothing of columns that are left out', async () => {
    const plan = [...planOf([official]), { name: 'phone', meaning: { kind: 'leaveOut' } as const }];
    const { counts, leftOut } = await read(
      Array.from({ length: 30 }, () => [unionid, '', '13800000000']),
      plan,
    );
    assert.deepEqual([counts.leftOut, leftOut.length], [{ withoutOpenid: 30 }, 20]);
    assert.ok(leftOut.every(({ text }) => text.includes(unionid) && !text.includes('138')));
  });

  it('end at the signal', async () => {
    const reader = new PairReader(tableOf(['unionid'], [[unionid]]), planOf([]));
    const reading = reader.slices(AbortSignal.abort(new Error('enough'))).next();
    assert.equal(((await rejection(reading)) as Error).message, 'enough');
  });
});
