import assert from 'node:assert/strict';
import { unnamedTable } from '../../../../src/openids/tables/unnamedTable';
import { ada, bo, cy, short, stranger, union } from '../samples';

/** The delimiter and the rules of the table that a text is. */
function tableOf(...lines: readonly string[]): string | undefined {
  const table = unnamedTable(lines.join('\n'));
  if (!table) return undefined;
  assert.deepEqual([table.body, table.whole], [0, true]);
  return `${JSON.stringify(table.delimiter)} ${table.rules.join(' ')}`;
}

describe('unnamedTable', () => {
  it('knows rows by any delimiter, if all have as many cells', () => {
    assert.equal(tableOf(`1,${ada}`, `2,${bo}`), '"," text list');
    assert.equal(tableOf(`${ada};x;1`, `${bo};y;2`), '";" list text text');
    assert.equal(tableOf(`${ada}\t1`, `${short}\t2`), '"\\t" list text');
    assert.equal(tableOf(`|${ada}|1|`, `|${bo}|2|`), '"|" text list text text');
    assert.equal(tableOf(`${ada}|a,b`, `${bo}|c`), '"|" list text');
  });

  it('knows lines that are one cell each', () => {
    assert.equal(tableOf(ada, bo), '"" list');
    assert.equal(tableOf('a title', ada, bo, 'odd'), '"" list');
    assert.equal(tableOf(`${ada},`, `${bo},`), '"" list');
    assert.equal(tableOf('a, b', ada, bo, cy), '"" list');
  });

  it('wants openids in half of the rows', () => {
    assert.equal(tableOf(`1,${ada}`, '2,x'), '"," text list');
    assert.equal(tableOf(`1,${ada}`, '2,x', '3,y'), undefined);
    assert.equal(tableOf(ada, 'x', 'y'), undefined);
    assert.equal(tableOf('1,x', '2,y'), undefined);
  });

  it('wants them in one column alone', () => {
    assert.equal(tableOf(`${ada},${stranger}`, `${bo},`), undefined);
    assert.equal(tableOf(`${ada},x`, `y,${bo}`), undefined);
  });

  it('wants more than one line in which anything stands', () => {
    assert.equal(tableOf(ada), undefined);
    assert.equal(tableOf(ada, '', ' \t'), undefined);
    assert.equal(tableOf('', ada, ' ', bo, ''), '"" list');
    assert.equal(unnamedTable(`${ada}\r\n\r\n${bo}\r`)?.delimiter, '');
  });

  for (const line of [
    'f(x)',
    'a[1]',
    'a{',
    'x}',
    'a=b',
    '<a>',
    '"a"',
    "it's",
    '`a`',
    `openid: ${ada}`,
    `union_id："${union}`,
    `"openIds" : ${ada}`,
  ]) {
    it(`takes none with a line like ${line}`, () => assert.equal(tableOf(ada, bo, line), undefined));
  }

  it('takes none in which names stand beside values', () => {
    assert.equal(tableOf(`openid,${ada}`, `unionid,${union}`), undefined);
    assert.equal(tableOf('unionid', ada, bo), undefined);
    assert.equal(tableOf(`${ada},token`, `${bo},x`), undefined);
    assert.equal(tableOf('the unionid', ada, bo), '"" list');
  });

  it('keeps quotes in rows of several cells', () => {
    assert.equal(tableOf(`"1","${ada}"`, `"2","${bo}"`), '"," text list');
  });

  it('judges by the first 64 lines', () => {
    const lines = (count: number) => Array.from({ length: count }, () => ada);
    assert.equal(tableOf(...lines(64), '{'), '"" list');
    assert.equal(tableOf(...lines(63), '{'), undefined);
    assert.equal(tableOf(...lines(32), ...Array.from({ length: 99 }, () => 'x')), '"" list');
  });

  it('judges lines by 2000 characters, and a text by 100 000', () => {
    assert.equal(tableOf(ada.padEnd(2000), bo), '"" list');
    assert.equal(tableOf(ada, bo, `${' '.repeat(1990)}{`), undefined);
    assert.equal(tableOf(ada, bo, ...Array.from({ length: 50 }, () => ' '.repeat(1999)), '{'), '"" list');
    assert.equal(tableOf(ada, bo, ...Array.from({ length: 49 }, () => ' '.repeat(1999)), '{'), undefined);
  });
});
