import assert from 'node:assert/strict';
import { type OddRule } from '../../../../src/openids/text/values';
import { ada, short, strange } from '../samples';
import { judged, noOpenid, nothing, standIn } from './judged';

const rules = ['any', 'named', 'plausible'] as const;
const takes = (value: string, odd: OddRule) =>
  judged(value, (values, start, end) => values.take(start, end, odd));

describe('Values.take', () => {
  it('takes the usual shape by any rule', () => {
    for (const odd of rules) {
      assert.deepEqual(takes(ada, odd), { ...nothing, taken: true, found: [ada] });
      assert.deepEqual(takes(`-${ada}`, odd), { ...nothing, taken: true, found: [ada] });
      assert.deepEqual(takes(standIn, odd), { taken: true, ...noOpenid });
    }
  });

  it('takes no value of more than 200 characters, and no odd one of more than 128', () => {
    assert.ok(takes(ada.padEnd(200), 'any').taken);
    assert.deepEqual(takes(ada.padEnd(201), 'any'), { taken: false, ...nothing });
    const longest = 'a1'.repeat(64);
    assert.deepEqual(takes(longest, 'any'), { ...nothing, taken: true, found: [longest] });
    assert.deepEqual(takes(`${longest}a`, 'any'), { taken: false, ...nothing });
    assert.deepEqual(takes(`${longest}a`, 'named'), { taken: false, ...noOpenid });
  });

  for (const value of ['a:b', 'a=b', 'a%b', "it's", 'a"b', 'a`b', 'a\\wb', 'a&b']) {
    it(`passes ${JSON.stringify(value)} on as text, and says so where it is named an openid`, () => {
      assert.deepEqual(takes(value, 'any'), { taken: false, ...nothing });
      assert.deepEqual(takes(value, 'plausible'), { taken: false, ...nothing });
      assert.deepEqual(takes(value, 'named'), { taken: false, ...noOpenid });
    });
  }

  it('passes text that holds an openid on', () => {
    for (const value of [`user ${ada}`, `a=${ada}`, `${ada} ${'x'.repeat(120)}`]) {
      for (const odd of rules) assert.deepEqual(takes(value, odd), { taken: false, ...nothing });
    }
  });

  it('takes nothing for the id of an account, for the name of an openid, or for nothing at all', () => {
    for (const value of ['gh_0123456789ab', 'openid', 'union_id', '', ' ', '""']) {
      assert.deepEqual(takes(value, 'any'), { taken: true, ...nothing });
      assert.deepEqual(takes(value, 'named'), { taken: true, ...nothing });
    }
  });

  it('takes what only resembles such', () => {
    for (const value of ['gh_0123456789abc', 'agh_0123456789ab', 'gh_0123456789ag', 'openid1', 'openi']) {
      assert.deepEqual(takes(value, 'any'), { ...nothing, taken: true, found: [value] });
    }
  });
});

describe('Values.take, of what is plausible', () => {
  it('takes 16 characters of which one is a digit', () => {
    for (const value of ['abcdefghijklmno1', '1bcdefghijklmno_', strange]) {
      assert.deepEqual(takes(value, 'plausible'), { ...nothing, taken: true, found: [value] });
    }
  });

  for (const value of ['abcdefghijklmn1', 'abcdefghijklmnop', 'abcdefgh ijklmno1', 'abcdefghijklmn.1']) {
    it(`passes ${value} on as text`, () => {
      assert.deepEqual(takes(value, 'plausible'), { taken: false, ...nothing });
    });
  }
});

describe('Values.take, of an item of a list', () => {
  for (const value of ['a', 'odd-1', '小明', 'é', '7', '\ud83d', 'two words', 'null']) {
    it(`takes ${JSON.stringify(value)}`, () => {
      assert.deepEqual(takes(value, 'any'), { ...nothing, taken: true, found: [value] });
    });
  }

  for (const value of ['...', '-', '_', '+!', '*']) {
    it(`says of ${value} that it is no openid`, () => {
      assert.deepEqual(takes(value, 'any'), { taken: true, ...noOpenid });
    });
  }

  for (const value of [
    'in',
    'nin',
    'not in',
    'eq',
    'neq',
    'ne',
    'like',
    'not like',
    'between',
    'EXP',
    '<>',
    '!',
  ]) {
    it(`takes ${value} for an operator`, () => {
      assert.deepEqual(takes(value, 'any'), { taken: true, ...nothing });
      assert.deepEqual(takes(value, 'named').found, []);
    });
  }

  it('takes words that only begin or end as an operator does', () => {
    for (const value of ['inn', 'kin', 'not', 'eqs', 'liken', 'a<']) {
      assert.deepEqual(takes(value, 'any').found, [value]);
    }
  });
});

describe('Values.take, of what a name calls an openid', () => {
  for (const value of ['OPENID1', 'a', 'user_7', `${short}!`, '!'.repeat(20), 'my_openid_1']) {
    it(`takes ${value}`, () => assert.deepEqual(takes(value, 'named').found, [value]));
  }

  const words = [
    'string',
    'VARCHAR',
    'nchar',
    'char',
    'int',
    'null',
    'nil',
    'none',
    'NaN',
    'n/a',
    'na',
    'test',
    'self',
  ];
  const standIns = [
    'xxxxxx',
    'OXXXXXX',
    'your_user_open-id',
    'my-openid-here',
    'openid_of_ada',
    'user_openid_value',
  ];
  for (const value of [...words, ...standIns, '小明', 'a b', '!'.repeat(19), `${'a'.repeat(20)}é`]) {
    it(`says of ${value} that it is no openid`, () => {
      assert.deepEqual(takes(value, 'named').found, []);
    });
  }

  it('says so of each that is no name', () => {
    for (const value of ['string', 'xxxxxx', 'a b', '小明']) {
      assert.deepEqual(takes(value, 'named'), { taken: true, ...noOpenid });
    }
  });
});
