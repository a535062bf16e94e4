import assert from 'node:assert/strict';
import { gatherOpenids, TooManyOpenids } from '../../../src/openids';
import { ada, bo, short, union } from './samples';

const openidsOf = (entries: readonly string[]) => gatherOpenids(entries).openids.map(({ openid }) => openid);

describe('gatherOpenids', () => {
  const lists: readonly (readonly string[])[] = [
    [ada, bo],
    ['openid', 'abc'],
    ['unionid', ada],
    [ada, union],
    [short, 'a{"openid":"x"}x', 'x'.repeat(600)],
    [],
  ];
  for (const list of lists) {
    it(`takes every entry of ${JSON.stringify(list).slice(0, 80)}`, () => {
      assert.deepEqual(openidsOf(list), list);
    });
  }

  it('cleans each, and takes each once', () => {
    const { openids, duplicates, cleaned } = gatherOpenids([`"${ada}" `, ada, '', ' ', `${bo}\n`]);
    assert.deepEqual(openids, [
      { openid: ada, offset: 0, shape: 'usual' },
      { openid: bo, offset: 4, shape: 'usual' },
    ]);
    assert.deepEqual([duplicates, cleaned], [1, { quotes: 1, spaces: 1, lineBreaks: 1 }]);
  });

  it('refuses more than the limit', () => {
    assert.throws(() => gatherOpenids([ada, bo], 1), TooManyOpenids);
  });
});
