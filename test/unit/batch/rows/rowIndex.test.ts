import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RowIndex } from '../../../../src/batch/rows/rowIndex';

describe('RowIndex', () => {
  it('finds each openid where it stands, and no other, however much of the list it has taken in', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string(), { maxLength: 300 }),
        fc.string(),
        fc.nat(300),
        (openids, other, taken) => {
          const index = new RowIndex(openids, openids.length);
          index.takeIn(taken);
          for (const [row, openid] of openids.entries()) assert.equal(index.get(openid), row);
          if (!openids.includes(other)) assert.equal(index.get(other), undefined);
        },
      ),
    );
  });

  it('looks at no more of the list than it is told to, as long as that is enough', () => {
    const read: string[] = [];
    const openids = new Proxy(['oA', 'oB', 'oC'], {
      get(list, name) {
        if (/^\d+$/.test(String(name))) read.push(String(name));
        return Reflect.get(list, name) as unknown;
      },
    });
    const index = new RowIndex(openids, 3);
    assert.equal(read.length, 0);
    index.takeIn(2);
    assert.deepEqual(read, ['0', '1']);
    assert.equal(index.get('oB'), 1);
    assert.ok(!read.includes('2'));
    assert.equal(index.get('oC'), 2);
  });

  it('takes the later row of an openid that is listed twice', () => {
    assert.equal(indexOf(['oA', 'oB', 'oA']).get('oA'), 2);
  });

  it('knows those of a list that is not whole yet', () => {
    const openids = ['oA'];
    const index = new RowIndex(openids, 2);
    assert.equal(index.get('oB'), undefined);
    openids.push('oB');
    assert.equal(index.get('oB'), 1);
  });
});

function indexOf(openids: readonly string[]): RowIndex {
  const index = new RowIndex(openids, openids.length);
  index.takeIn(openids.length);
  return index;
}
