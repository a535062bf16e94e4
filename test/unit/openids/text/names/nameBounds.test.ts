import assert from 'node:assert/strict';
import {
  isEndTag,
  isItem,
  isLine,
  isQuote,
  isString,
  isTypeNote,
  remarkEndAt,
} from '../../../../../src/openids/text/names/nameBounds';

/** Asks about the name in a text, which is followed by `behind` up to a place. */
function ask(
  question: (text: string, start: number, end: number, at: number) => boolean,
  text: string,
  length = 0,
) {
  const start = text.indexOf('unionid');
  return question(text, start, start + 7, start + 7 + length);
}

describe('isQuote', () => {
  it('knows quotes alone', () => {
    assert.deepEqual(
      Array.from(`"'“a`, (_, at) => isQuote(`"'“a`, at)),
      [true, true, true, false],
    );
    assert.ok(!isQuote('"', 1));
  });
});

describe('isString', () => {
  it('knows a name that is a whole string', () => {
    assert.ok(
      ask(isString, '"unionid"', 1) && ask(isString, '"unionid\\\\\\"', 4) && ask(isString, '“unionid”', 1),
    );
    assert.ok(
      !ask(isString, '"unionid"', 0) && !ask(isString, 'unionid"', 1) && !ask(isString, '"unionid x', 2),
    );
    assert.ok(!ask(isString, '"unionid    "', 5));
  });
});

describe('isItem', () => {
  it('knows a name that a comma ends', () => {
    for (const text of [
      'unionid,x',
      'x,unionid,x',
      '{unionid,x',
      '[unionid,x',
      '<unionid,x',
      ':unionid,x',
      '\nunionid,x',
      '\runionid,x',
    ])
      assert.ok(ask(isItem, text), text);
    for (const text of ['(unionid,x', ' unionid,x', 'x.unionid,x']) assert.ok(!ask(isItem, text), text);
  });

  it('knows the first of a pair, a blank behind the comma, and a method of Java', () => {
    for (const text of ['(unionid, x', ' (unionid, x', '[unionid, x', 'eq(User::unionid, x', ' {unionid,\n'])
      assert.ok(ask(isItem, text), text);
    for (const text of [
      'f(unionid, x',
      '!(unionid, x',
      'x,unionid, x',
      'unionid, x',
      ' unionid, x',
      ':unionid, x',
    ])
      assert.ok(!ask(isItem, text), text);
  });

  it('knows a string', () => {
    assert.ok(ask(isItem, '"unionid",', 1) && !ask(isItem, '"unionid x,', 2));
  });
});

describe('isLine', () => {
  it('knows a name that is all of its line', () => {
    for (const before of [
      '',
      '\n',
      'x\n  ',
      '\r',
      '\n- ',
      '\n1. ',
      '\n123456) ',
      '\n* "',
      '\n> ',
      '\n$',
      '"',
      '- ',
      '#',
    ]) {
      assert.ok(ask(isLine, `${before}unionid\n`), JSON.stringify(before));
    }
    assert.ok(ask(isLine, '"unionid" \t\n', 3) && ask(isLine, '\nunionid\\"\n', 2));
  });

  it('knows a name beside which anything else stands', () => {
    for (const before of ['x ', 'x', '\n-- ', '\n1234567. ', '\nx: ', '""', ' - - '])
      assert.ok(!ask(isLine, `${before}unionid\n`), before);
    assert.ok(!ask(isLine, 'unionid:\n', 1) && !ask(isLine, 'unionid""\n', 2));
  });

  it('looks at 24 characters on either side', () => {
    const line = (before: number, behind: number) =>
      ask(isLine, `x\n${' '.repeat(before)}unionid${' '.repeat(behind)}\n`, behind);
    assert.ok(line(23, 24) && !line(24, 0) && !line(0, 25));
    assert.ok(ask(isLine, `${' '.repeat(24)}unionid`) && !ask(isLine, `${' '.repeat(25)}unionid`));
  });
});

describe('isTypeNote', () => {
  const isNote = (note: string, behind = ' "x"') => {
    const at = 7 + note.length;
    return isTypeNote(`unionid${note}=${behind}`, 7, at, at + 1);
  };

  it('knows a type between a name and the sign before a value', () => {
    for (const note of [
      ': string ',
      ':str',
      '?: string | null ',
      ': Optional[str] ',
      '": *string ',
      ': &str ',
      ': String! ',
      ': Map<K, V> ',
    ])
      assert.ok(isNote(note), note);
    for (const value of ['"x"', " 'x'", ' `x`', ' ["x"]', ' b"x"', ' new String(', ' of<A>('])
      assert.ok(isNote(': T ', value), value);
  });

  it('takes nothing else for one', () => {
    for (const note of ['', ' ', ' string ', ': a b ', ': "x" ', `: ${'x'.repeat(80)}`])
      assert.ok(!isNote(note), note);
    for (const value of ['', ' x', ' 7', '=x', ' {']) assert.ok(!isNote(': T ', value), value);
  });
});

describe('isEndTag', () => {
  const isEnd = (before: string) => isEndTag(`${before}unionid`, before.length);

  it('knows the name of an end tag, however it is escaped', () => {
    for (const before of [
      '</',
      'x</',
      '<\\/',
      '<\\\\\\/',
      '&lt;/',
      '&amp;lt;/',
      '&#60;/',
      '&#x3C;/',
      '%3C%2F',
      '%3c%2f',
      '%253C%252F',
      '\\u003c\\u002f',
      '\\x3C\\x2F',
      '\\u003c/',
      '%3C/',
    ])
      assert.ok(isEnd(before), before);
  });

  it('takes no path for one', () => {
    for (const before of ['', '/', 'a/', '<', 'x%2F', '<x/', '&gt;/', 'f', 'c/', '\\/', '2F'])
      assert.ok(!isEnd(before), before);
  });
});

describe('remarkEndAt', () => {
  it('goes past a remark before a sign', () => {
    assert.deepEqual(
      [
        remarkEndAt('(a b):', 0),
        remarkEndAt('x（微信）" =', 1),
        remarkEndAt('【a】：', 0),
        remarkEndAt('():', 0),
      ],
      [5, 5, 3, 2],
    );
    for (const text of ['(a) x', '(a', '("a"):', `(${'x'.repeat(21)}):`, '[a]:', 'x(a):'])
      assert.equal(remarkEndAt(text, 0), undefined);
  });
});
