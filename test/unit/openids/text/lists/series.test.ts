import assert from 'node:assert/strict';
import { type LeftOutKind } from '../../../../../src/openids/findings';
import { Series } from '../../../../../src/openids/text/lists/series';
import { ada, union, union2 } from '../../samples';

/** What a value is that stands behind another, which was left out. */
function kindBehind(between: string, value = union2, kind: LeftOutKind = 'unionid', before = '') {
  const text = `${before}${union}${between}${value}`;
  const series = new Series(text);
  const end = before.length + union.length;
  series.begin(kind, before.length, end);
  return series.kindAt(end + between.length);
}

describe('Series', () => {
  const gaps = [
    ',',
    ', ',
    '，',
    '、',
    ';',
    '；',
    ' | ',
    '/',
    '+',
    ' ',
    '\t',
    '\n',
    '\r\n',
    ',\n  ',
    '", "',
    `','`,
    '],',
    ' 和',
    '和',
    '与',
    '以及',
  ];
  for (const between of [...gaps, ', and ', '\n2. ', '\n10、', ', or ', '\n3) ', '" "']) {
    it(`goes on behind ${JSON.stringify(between)}`, () => assert.equal(kindBehind(between), 'unionid'));
  }

  for (const between of ['', '.', ': ', '=', ', x ', '（', ' the ', '、、', '}{', '\n12345. ', '&', ' -> ']) {
    it(`ends at ${JSON.stringify(between)}`, () => assert.equal(kindBehind(between), undefined));
  }

  it('ends at a value that begins otherwise', () => assert.equal(kindBehind(', ', ada), undefined));

  it('is of the kind that the first was said to be, if its name said one', () => {
    assert.equal(kindBehind(', ', union2, 'token'), 'token');
    assert.equal(kindBehind(', ', union2, 'otherColumn'), undefined);
    assert.equal(kindBehind(', ', union2, 'notOpenid'), undefined);
  });

  it('goes no further than 12 characters', () => {
    assert.equal(kindBehind(' '.repeat(12)), 'unionid');
    assert.equal(kindBehind(' '.repeat(13)), undefined);
  });

  it('begins with a value that was left out, and says nothing of those before it', () => {
    const text = `${union2}, ${union}, ${union2}`;
    const series = new Series(text);
    assert.equal(series.kindAt(30), undefined);
    series.begin('unionid', 30, 58);
    assert.deepEqual(
      [series.kindAt(0), series.kindAt(57), series.kindAt(60)],
      [undefined, undefined, 'unionid'],
    );
  });

  for (const between of [
    '变成',
    ' 改为了',
    '更新成 ',
    '，变更为：',
    '" 换成 "',
    ' but got ',
    ', got ',
    ' actual: ',
    ') but got (',
  ]) {
    it(`goes on with any value behind ${JSON.stringify(between)}, which says that it changed`, () => {
      assert.equal(kindBehind(between, ada), 'unionid');
    });
  }

  for (const between of ['变', ' get ', ' forgot ', ' gotten ', '换 ', ' x got ']) {
    it(`says nothing of another behind ${JSON.stringify(between)}`, () => {
      assert.equal(kindBehind(between, ada), undefined);
    });
  }

  it('goes on from one value to another, where the first stands behind "from"', () => {
    for (const between of [' to ', '" to "', ' into ', "' to '"]) {
      assert.equal(kindBehind(between, ada, 'unionid', 'from "'), 'unionid');
    }
    assert.equal(kindBehind(' to ', ada, 'unionid', 'changed From '), 'unionid');
    assert.equal(kindBehind(' to ', ada, 'unionid', 'unionid '), undefined);
    assert.equal(kindBehind(' to ', ada, 'unionid', 'xfrom '), undefined);
    assert.equal(kindBehind(' to ', ada), undefined);
    assert.equal(kindBehind(' too ', ada, 'unionid', 'from '), undefined);
  });
});
