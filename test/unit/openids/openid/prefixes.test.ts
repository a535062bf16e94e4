import assert from 'node:assert/strict';
import { findOpenids, groupByPrefix, openidPrefix, openidShape } from '../../../../src/openids';
import { ada, bo, cy, short, strange, stranger, union } from '../samples';

describe('openidShape', () => {
  it('is usual for 28 characters that begin with o', () => {
    for (const openid of [ada, bo, cy, stranger, union]) assert.equal(openidShape(openid), 'usual');
  });

  it('is odd for all else', () => {
    for (const openid of [
      '',
      short,
      `${ada}x`,
      strange,
      ada.toUpperCase(),
      `${ada.slice(0, 27)}.`,
      `${ada.slice(0, 27)}\n`,
    ]) {
      assert.equal(openidShape(openid), 'odd', JSON.stringify(openid));
    }
  });
});

describe('openidPrefix', () => {
  it('is the first six characters', () => {
    assert.equal(openidPrefix(ada), 'o6_bmj');
  });
});

describe('groupByPrefix', () => {
  it('divides openids by account, the largest group first', () => {
    assert.deepEqual(groupByPrefix([stranger, ada, bo]), [
      { prefix: 'o6_bmj', openids: [ada, bo] },
      { prefix: 'oHHS77', openids: [stranger] },
    ]);
  });

  it('puts odd openids to those that they begin like, and the rest apart', () => {
    assert.deepEqual(groupByPrefix([short, strange, ada, 'OPENID1']), [
      { prefix: 'o6_bmj', openids: [ada, short] },
      { openids: [strange, 'OPENID1'] },
    ]);
  });

  it('gives nothing for nothing', () => {
    assert.deepEqual(groupByPrefix([]), []);
  });
});

describe('findOpenids', () => {
  it('counts the prefixes of the distinct openids of the usual shape', async () => {
    const { prefixes } = await findOpenids(JSON.stringify([stranger, ada, bo, ada, short, strange]));
    assert.deepEqual(prefixes, [
      { prefix: 'o6_bmj', count: 2 },
      { prefix: 'oHHS77', count: 1 },
    ]);
  });
});
