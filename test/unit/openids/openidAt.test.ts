import assert from 'node:assert/strict';
import { openidAt } from '../../../src/openids';
import { ada, bo, union, union2 } from './samples';

describe('openidAt', () => {
  const text = `{"openid":"${ada}","unionid":"${union}"}\n{"openid":"OPENID2"} ${bo}`;
  const at = (openid: string, inside = 0) => openidAt(text, text.indexOf(openid) + inside);

  it('gives the openid from its first character to just after its last', () => {
    const found = { openid: ada, offset: text.indexOf(ada), shape: 'usual' };
    for (const inside of [0, 1, 27, 28]) assert.deepEqual(at(ada, inside), found);
  });

  it('gives nothing beside it', () => {
    assert.equal(at(ada, -1), undefined);
    assert.equal(at(ada, 29), undefined);
  });

  it('gives an odd openid by its name', () => {
    assert.deepEqual(at('OPENID2', 3), { openid: 'OPENID2', offset: text.indexOf('OPENID2'), shape: 'odd' });
  });

  it('gives the openid at the end of the text', () => {
    assert.equal(openidAt(text, text.length)?.openid, bo);
  });

  it('gives no unionid, also where its name is some lines above', () => {
    assert.equal(at(union, 5), undefined);
    const list = `{\n  "unionids": [\n    "${union2}",\n    "${union}"\n  ]\n}`;
    assert.equal(openidAt(list, list.indexOf(union) + 5), undefined);
  });

  it('gives the second of two of the same where the second is meant', () => {
    const twice = `${ada} ${ada}`;
    assert.equal(openidAt(twice, 40)?.offset, 29);
  });

  it('covers what was cleaned inside', () => {
    const dirty = `${ada.slice(0, 5)}\u200b${ada.slice(5)}`;
    assert.deepEqual(openidAt(dirty, 29), { openid: ada, offset: 0, shape: 'usual' });
  });

  it('reads only around the place, in a text of any size', () => {
    for (const filler of ['x', '\n', `"${bo}",`, 'a b ']) {
      const before = filler.repeat(5_000_000 / filler.length);
      const huge = `${before} ${ada} ${before}`;
      assert.equal(openidAt(huge, before.length + 10)?.offset, before.length + 1);
    }
  });

  it('takes no piece of a long word for an openid', () => {
    const word = ada.repeat(1000);
    for (const offset of [0, 13_000, 27_990, word.length]) assert.equal(openidAt(word, offset), undefined);
  });

  it('gives nothing outside the text', () => {
    for (const offset of [-1, 0, 1]) assert.equal(openidAt('', offset), undefined);
    assert.equal(openidAt(ada, 1000), undefined);
  });
});
