import assert from 'node:assert/strict';
import {
  columnKind,
  type ColumnRule,
  columnRules,
  headingRules,
  kindOfRule,
  takeRow,
} from '../../../../src/openids/tables/columns';
import { cellTexts, readRow } from '../../../../src/openids/tables/rows';
import { Values } from '../../../../src/openids/text/values';
import { Heard } from '../heard';
import { ada, bo, short, union } from '../samples';

describe('columnKind', () => {
  const kinds: Readonly<Record<string, ReturnType<typeof columnKind>>> = {
    openid: 'openid',
    'Open ID': 'openid',
    用户openid: 'openid',
    'openid（公众号）': 'openid',
    'union_id (wx)': 'unionid',
    'wx unionid': 'unionid',
    'the users openid': undefined,
    access_token: 'token',
    name: undefined,
    '': undefined,
    '7': undefined,
  };
  for (const [name, kind] of Object.entries(kinds)) {
    it(`takes ${JSON.stringify(name)} for ${kind ?? 'none'}`, () => assert.equal(columnKind(name), kind));
  }
});

describe('columnRules', () => {
  it('reads a column of openids alone, if there is one', () => {
    assert.deepEqual(columnRules(['id', 'openid', 'unionid']), ['otherColumn', 'openid', 'unionid']);
  });

  it('reads all columns but those that hold something else, if there is none', () => {
    assert.deepEqual(columnRules(['id', 'unionid']), ['text', 'unionid']);
  });

  it('says nothing of columns of which no name is known', () => {
    assert.equal(columnRules(['id', 'name']), undefined);
    assert.equal(columnRules([]), undefined);
  });
});

describe('headingRules', () => {
  for (const line of [
    'openid',
    ' "OpenID" ',
    '用户openid列表',
    '微信open id',
    '以下的 openids：',
    '(openid)',
    'fans.openid',
    'openid如下：',
    '\ufeffopenid:',
  ]) {
    it(`takes ${JSON.stringify(line)} for the name of a column`, () => {
      assert.deepEqual(headingRules(line), ['openid']);
    });
  }

  for (const line of [
    'the openid',
    'openid of Ada',
    '没有openid',
    'openid: x',
    'name',
    '',
    '用户openid列表 7',
  ]) {
    it(`takes ${JSON.stringify(line)} for none`, () => assert.equal(headingRules(line), undefined));
  }

  it('knows a column of unionids', () => assert.deepEqual(headingRules('union ids'), ['unionid']));
});

describe('kindOfRule', () => {
  it('is what the name says, if it says what a value is', () => {
    const rules: readonly ColumnRule[] = ['openid', 'unionid', 'secret', 'list', 'text', 'otherColumn'];
    assert.deepEqual(rules.map(kindOfRule), ['openid', 'unionid', 'secret', undefined, undefined, undefined]);
  });
});

/** What is taken from a row of commas, and what of it is read as text. */
function taken(row: string, rules: readonly ColumnRule[]) {
  const heard = new Heard();
  const cells: number[] = [];
  // In the midst of a text, which cuts nothing.
  const text = `x\n${row}\nx`;
  readRow(text, 2, ',', cells);
  const texts: string[] = [];
  takeRow(cells, rules, new Values(text, heard), (start, end) => texts.push(text.slice(start, end)));
  return { found: heard.found, leftOut: heard.leftOut.map(([kind, value]) => [kind, value]), texts };
}

describe('takeRow', () => {
  it('takes from each column what its rule says', () => {
    assert.deepEqual(taken(`${ada},odd,${union},${bo}`, ['openid', 'openid', 'unionid', 'otherColumn']), {
      found: [ada, 'odd'],
      leftOut: [
        ['unionid', union],
        ['otherColumn', bo],
      ],
      texts: [],
    });
  });

  it('takes from a list only what is plausible, and reads the rest as text', () => {
    const sentence = 'a sentence of many words here';
    assert.deepEqual(taken(`${ada},${short}1,odd,${sentence}`, ['list', 'list', 'list', 'list']), {
      found: [ada, `${short}1`],
      leftOut: [],
      texts: [sentence],
    });
  });

  it('reads cells of text that can hold an openid', () => {
    assert.deepEqual(taken(`${ada},${short}`, ['text', 'text']).texts, [ada]);
    assert.deepEqual(taken(`${ada},${bo}`, ['text']).texts, [ada, bo]);
  });

  it('reads what an openid cannot be as text', () => {
    const value = `{"a":"${ada}"}`.replaceAll('"', "'");
    assert.deepEqual(taken(value, ['openid']).texts, [value]);
  });

  it('takes nothing of cells that are missing', () => {
    assert.deepEqual(taken(ada, ['openid', 'unionid']).found, [ada]);
    assert.deepEqual(cellTexts('', ','), ['']);
  });
});

describe('takeRow, of a row with a cell too many', () => {
  const rules: readonly ColumnRule[] = ['text', 'openid', 'unionid'];

  it('takes an openid that stands in its place', () => {
    assert.deepEqual(taken(`1,${ada},${union},x`, rules), { found: [ada], leftOut: [], texts: [] });
    assert.deepEqual(taken(`1,${ada},${union},x`, ['text', 'list', 'unionid']).found, [ada]);
  });

  it('reads the whole of it as text where none does', () => {
    const row = `Smith, J,${ada},${union}`;
    assert.deepEqual(taken(row, rules), { found: [], leftOut: [], texts: [row] });
    assert.deepEqual(taken(`1,odd,${union},x`, rules).texts, [`1,odd,${union},x`]);
  });

  it('takes each column for what it is where it does not matter which', () => {
    const row = `${union},${ada},${bo}`;
    assert.deepEqual(taken(row, ['unionid', 'text']), {
      found: [],
      leftOut: [['unionid', union]],
      texts: [ada, bo],
    });
    assert.deepEqual(taken(`odd,${ada},7`, ['openid', 'openid']).found, ['odd', ada]);
    assert.deepEqual(taken(`${ada},x,${bo}`, ['list', 'text']), { found: [ada], leftOut: [], texts: [bo] });
  });
});
