import assert from 'node:assert/strict';
import { findOpenids, mergeFound, TooManyOpenids } from '../../../src/openids';
import { ada, bo, cy, stranger, union, union2 } from './samples';

const read = async (...texts: readonly string[]) => Promise.all(texts.map(async text => findOpenids(text)));

describe('mergeFound', () => {
  const files: Readonly<Record<string, { texts: readonly string[]; found: readonly string[] }>> = {
    'CSV and CSV with columns in another order': {
      texts: [`id,openid,unionid\n1,${ada},${union}`, `id,unionid,openid\n1,${union2},${bo}`],
      found: [ada, bo],
    },
    'CSV and JSON': {
      texts: [`id,openid,unionid\n1,${ada},${union}\n`, `{"openid":"${bo}","unionid":"${union2}"}`],
      found: [ada, bo],
    },
    'a list and CSV': {
      texts: [`${ada}\n${bo}\n`, `unionid,openid\n${union},${cy}\n`],
      found: [ada, bo, cy],
    },
    'files without any': { texts: ['', 'nothing'], found: [] },
    'no file': { texts: [], found: [] },
  };
  for (const [name, { texts, found }] of Object.entries(files)) {
    it(`reads each for itself: ${name}`, async () => {
      const { openids } = mergeFound(await read(...texts));
      assert.deepEqual(
        openids.map(({ openid }) => openid),
        found,
      );
    });
  }

  it('keeps each openid once, at its place in the first text that holds it', async () => {
    const { openids, duplicates } = mergeFound(await read(`x ${ada} ${ada}`, `${bo} ${ada}`));
    assert.deepEqual(openids, [
      { openid: ada, offset: 2, shape: 'usual' },
      { openid: bo, offset: 0, shape: 'usual' },
    ]);
    assert.equal(duplicates, 2);
  });

  it('adds up what was cleaned', async () => {
    const { cleaned, cleanedValues } = mergeFound(
      await read(`openid,a\n ${ada},x\n`, `openid,a\n ${bo},x\n1`, `“${cy}”\n`),
    );
    assert.deepEqual(cleaned, { spaces: 2, quotes: 1 });
    assert.equal(cleanedValues, 3);
  });

  it('counts the prefixes of distinct openids', async () => {
    const { prefixes } = mergeFound(await read(`${stranger} ${ada}`, `${ada} ${bo}`));
    assert.deepEqual(prefixes, [
      { prefix: 'o6_bmj', count: 2 },
      { prefix: 'oHHS77', count: 1 },
    ]);
  });

  it('refuses more distinct openids than the limit, over all texts', async () => {
    const parts = await read(`${ada} ${bo}`, `${bo} ${cy}`);
    assert.throws(() => mergeFound(parts, 2), TooManyOpenids);
    assert.equal(mergeFound(parts, 3).openids.length, 3);
  });
});
