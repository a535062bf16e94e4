import assert from 'node:assert/strict';
import { readSharedStrings, readSheet } from '../../../../src/openids/workbook/sheet';
import { UnreadableWorkbook } from '../../../../src/openids/workbook/unreadableWorkbook';

describe('readSharedStrings', () => {
  const texts: Readonly<Record<string, readonly string[]>> = {
    '<si><t>a</t></si><si><t>b</t></si>': ['a', 'b'],
    '<si><r><t>a</t></r><r><rPr/><t xml:space="preserve"> b</t></r></si>': ['a b'],
    '<si/><si></si><si><t/></si><si><t></t></si><si><t>e</t></si>': ['', '', '', '', 'e'],
    '<si><t>a</t><rPh sb="0" eb="1"><t>kana</t></rPh><t>b</t></si>': ['ab'],
    '<si><t>a</t><rPh/><t>b</t></si>': ['ab'],
    '<x:si><x:t>a</x:t></x:si>': ['a'],
    '<si a="b"/><si><t>c</t><rPh sb="0"/><t>d</t></si>': ['', 'cd'],
    '<si><t>a</t>b</t></si>': ['a'],
    '<si><t/>a</t></si><si>b</t></si>': ['', ''],
    '</t>x</t><si><t>a</t></si>': ['a'],
    '<sst><table>x</table><si><text>x</text><t>a</t></si></sst>': ['a'],
    '<si><t>&lt;&#20013;</t></si>': ['<中'],
    '<si><t>a': [],
    '': [],
  };
  for (const [xml, strings] of Object.entries(texts)) {
    it(`reads ${JSON.stringify(strings)} from ${xml === '' ? 'nothing' : xml}`, () => {
      assert.deepEqual(readSharedStrings(xml), strings);
    });
  }
});

const tableOf = (xml: string, strings: readonly string[] = []) => readSheet(xml, strings, 1000).table;

describe('readSheet', () => {
  it('writes each row as a line that ends, an empty one too', () => {
    assert.equal(tableOf('<row><c><v>1</v></c><c><v>2</v></c></row><row/><row></row>'), '1\t2\n\n\n');
    assert.equal(tableOf('<row><c><v>1</v></c></row><row><c><v>2</v></c></row>'), '1\n2\n');
    assert.equal(tableOf('<row><c><v>1</v></c>'), '');
    assert.equal(tableOf(''), '');
  });

  it('puts a cell into the column that it names, or into the next', () => {
    assert.equal(
      tableOf('<row><c r="C1"><v>1</v></c><c><v>2</v></c><c r="A1"><v>0</v></c></row>'),
      '0\t\t1\t2\n',
    );
    assert.equal(tableOf(`<row><c s="1" r = 'B7' ><v>1</v></c><c/><c><v>2</v></c></row>`), '\t1\t\t2\n');
    assert.equal(
      tableOf('<row><c xr="C1"><v>1</v></c><c r="c1"><v>2</v></c><c r="D"><v>3</v></c></row>'),
      '1\t2\t3\n',
    );
    assert.equal(tableOf('<row><c r="AA1"><v>1</v></c></row>'), `${'\t'.repeat(26)}1\n`);
    assert.equal(tableOf('<row><c r="BC1"><v>1</v></c></row>'), `${'\t'.repeat(54)}1\n`);
  });

  it('begins anew with each row', () => {
    assert.equal(tableOf('<row><c r="B1"><v>1</v></c></row><row><c><v>2</v></c></row>'), '\t1\n2\n');
    assert.equal(tableOf('<row><c r="B1"><v>1</v></c></row><row/><row><c><v>2</v></c></row>'), '\t1\n\n2\n');
  });

  it('reads the last column of Excel, and none beyond', () => {
    assert.equal(
      readSheet('<row><c r="XFD1"><v>1</v></c></row>', [], 20_000).table,
      `${'\t'.repeat(16_383)}1\n`,
    );
    assert.equal(readSheet('<row><c r="XFE1"><v>1</v></c></row>', [], 20_000).table, '\n');
  });

  it('takes shared strings by their numbers, and nothing for a number that there is not', () => {
    const xml = '<row><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="str"><v>1</v></c><c><v>1</v></c></row>';
    assert.equal(tableOf(xml, ['a', 'b']), 'b\t\t1\t1\n');
    assert.equal(tableOf(`<row><c s="s" t = 's'><v>0</v></c><c xt="s"><v>0</v></c></row>`, ['a']), 'a\t0\n');
  });

  it('reads strings that stand in their cells, run by run, without a formula', () => {
    const xml =
      '<row><c t="inlineStr"><is><r><t>a</t></r><r><t> b</t></r></is></c><c t="str"><f>x</f><v>c</v></c></row>';
    assert.equal(tableOf(xml), 'a b\tc\n');
  });

  it('keeps a cell on one line', () => {
    const line = (value: string) => tableOf(`<row><c><v>${value}</v></c></row>`);
    assert.equal(line('a\tb\r\nc'), 'a b c\n');
    assert.equal(line('\na\n'), 'a\n');
    assert.equal(line(' a  b '), ' a  b \n');
    assert.equal(line('a&#10;b&#9;c'), 'a b c\n');
  });

  it('reads values without an end, or outside of cells, as none', () => {
    assert.equal(tableOf('<row><c><v/>x</v></c><c><v>2</v>3</v></c></row>'), '\t2\n');
    assert.equal(tableOf('<row><v>1</v><c><v>2</v></c></row>'), '2\n');
    assert.equal(tableOf('<row></v><c>x</v></c></row>'), '\n');
  });

  it('ignores elements that only begin alike', () => {
    assert.equal(
      tableOf('<rows><cols><col>x</col></cols><row><c><v>1</v><val>2</val></c></row></rows>'),
      '1\n',
    );
  });

  it('undoes entities', () => {
    const value = (text: string) => tableOf(`<row><c><v>${text}</v></c></row>`).slice(0, -1);
    assert.equal(value('&quot;&APOS;&lt;&gt;&amp;amp;'), `"'<>&amp;`);
    assert.equal(value('&#65;&#x42;&#X1f600;&#1114111;'), 'AB😀\u{10ffff}');
    assert.equal(value('&#1114112;&#x110000;&nbsp;&#;&amp'), '&#1114112;&#x110000;&nbsp;&#;&amp');
  });
});

describe('readSheet, of the cells that it counts', () => {
  const countOf = (xml: string) => readSheet(xml, [], 20_000).cells;

  it('counts those that are left out before another', () => {
    assert.equal(countOf('<row><c><v>1</v></c><c/></row><row/>'), 2);
    assert.equal(countOf('<row><c r="D1"/><c r="F1"/></row><row><c r="B2"/></row>'), 8);
  });

  it('counts one that stands before the last, as often as it stands there', () => {
    assert.equal(countOf('<row><c r="C1"/><c r="A1"/><c r="A1"/></row>'), 5);
  });

  it('counts no more than a row can have', () => {
    assert.equal(countOf('<row><c r="ZZZ1"/></row>'), 16_385);
  });

  it('refuses more than it may read', () => {
    const xml = '<row><c/><c/></row><row><c r="B2"/></row>';
    assert.equal(readSheet(xml, [], 4).cells, 4);
    assert.throws(
      () => readSheet(xml, [], 3),
      error =>
        error instanceof UnreadableWorkbook &&
        error.fault === 'tooManyCells' &&
        error.name === 'UnreadableWorkbook',
    );
  });
});
