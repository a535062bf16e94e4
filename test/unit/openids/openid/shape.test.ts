import assert from 'node:assert/strict';
import {
  holdsUsualOpenid,
  isUsual,
  openidPrefix,
  openidShape,
  usualOpenidsIn,
} from '../../../../src/openids/openid/shape';
import { ada, bo, short, strange } from '../samples';

describe('the shape of an openid', () => {
  it('is usual where it has 28 characters of which the first is a small o', () => {
    assert.deepEqual([ada, bo].map(openidShape), ['usual', 'usual']);
    for (const odd of [short, strange, `${ada}x`, `O${ada.slice(1)}`, `${ada.slice(0, -1)}.`, ''])
      assert.equal(openidShape(odd), 'odd', odd);
  });

  it('is that of a part of a text, to its last character', () => {
    const text = `"${ada}!`;
    assert.ok(isUsual(text, 1, 29));
    for (const [start, end] of [
      [0, 28],
      [2, 30],
      [1, 28],
      [1, 30],
    ] as const)
      assert.ok(!isUsual(text, start, end), `${start} to ${end}`);
  });

  it('is looked for in words of their own alone', () => {
    for (const text of [ada, `(${ada})`, `user=${ada};`]) assert.ok(holdsUsualOpenid(text), text);
    for (const text of [`x${ada}`, `${ada}x`, `-${ada}`, `${ada}_`, short, 'o', ''])
      assert.ok(!holdsUsualOpenid(text), text);
  });

  it('is found wherever it stands, and again at the next call', () => {
    const text = `${ada}, x${bo}, ${short}\n${bo}`;
    const found = [
      { value: ada, at: 0 },
      { value: bo, at: text.length - bo.length },
    ];
    assert.deepEqual([...usualOpenidsIn(text)], found);
    assert.deepEqual([...usualOpenidsIn(text)], found);
  });

  it('begins with six characters that tell its account', () => assert.equal(openidPrefix(ada), 'o6_bmj'));
});
