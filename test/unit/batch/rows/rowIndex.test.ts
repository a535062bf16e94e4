import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RowIndex } from '../../../../src/batch/rows/rowIndex';

function indexOf(openids: readonly string[], total = openids.length): RowIndex {
  const index = new RowIndex(openids, total);
  for (const row of openids.keys()) index.add(row);
  return index;
}

describe('RowIndex', () => {
  it('finds each openid where it stands, and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { maxLength: 300 }), fc.string(), (openids, other) => {
        const index = indexOf(openids);
        for (const [row, openid] of openids.entries()) assert.equal(index.get(openid), row);
        if (!openids.includes(other)) assert.equal(index.get(other), undefined);
      }),
    );
  });

  it('takes the later row of an openid that is listed twice', () => {
    assert.equal(indexOf(['oA', 'oB', 'oA']).get('oA'), 2);
  });

  it('knows those of a list that is not whole yet', () => {
    const openids = ['oA'];
    const index = indexOf(openids, 2);
    assert.equal(index.get('oB'), undefined);
    openids.push('oB');
    index.add(1);
    assert.equal(index.get('oB'), 1);
  });

  it('takes no more than were announced', () => {
    assert.throws(() => indexOf(['oA', 'oB'], 1), RangeError);
  });
});
