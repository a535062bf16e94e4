import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rankTexts } from '../../../../src/panels/table/rankTexts';
import { finish } from '../../../../src/panels/steps';

const rank = (texts: readonly (string | undefined)[]) => [
  ...finish(rankTexts(texts.length, row => texts[row])),
];

describe('ranking texts', () => {
  it('goes by code units, with equal texts alike and no rank for none', () => {
    assert.deepEqual(rank(['oAb2', 'oAb1', undefined, 'oAb2', 'oAbz', '']), [1, 0, NaN, 1, 2, NaN]);
  });

  it('puts a text before those that it begins', () => {
    assert.deepEqual(rank(['ab', 'a', 'abc']), [1, 0, 2]);
  });

  it('agrees with a plain sort, whatever the texts', () => {
    const character = fc.constantFrom('a', 'b', 'Z', '\0', '~', '\x7f', '\x80', '张', '三', '🙂');
    const text = fc
      .tuple(fc.constantFrom('', 'oAbCd1'), fc.array(character))
      .map(([start, rest]) => start + rest.join(''));
    fc.assert(
      fc.property(fc.array(text), texts => {
        const sorted = [...new Set(texts)].filter(each => each !== '').sort();
        assert.deepEqual(
          rank(texts),
          texts.map(each => (each === '' ? NaN : sorted.indexOf(each))),
        );
      }),
    );
  });
});
