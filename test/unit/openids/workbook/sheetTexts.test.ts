import assert from 'node:assert/strict';
import { findOpenids, mergeFound, sheetTexts, UnreadableWorkbook } from '../../../../src/openids';
import { type WorkbookLimits } from '../../../../src/openids/workbook/sheetTexts';
import { ada, bo, cy, union, union2 } from '../samples';
import { archive, workbook } from './workbooks';

async function textsOf(bytes: Uint8Array, limits?: WorkbookLimits): Promise<string[]> {
  const texts: string[] = [];
  for await (const text of sheetTexts(bytes, limits)) texts.push(text);
  return texts;
}

const sheet = (content: string) =>
  archive({ 'xl/worksheets/sheet1.xml': `<worksheet>${content}</worksheet>` });
const faultOf = (bytes: Uint8Array, limits?: WorkbookLimits) =>
  textsOf(bytes, limits).then(
    () => 'none',
    (error: unknown) => (error instanceof UnreadableWorkbook ? error.fault : error),
  );

describe('sheetTexts', () => {
  it('gives each sheet as a table of its own, of which the columns are known', async () => {
    const bytes = workbook(
      [
        ['id', 'unionid', 'openid'],
        [1, union, ada],
        [2, union2, 'odd-1'],
      ],
      [['openid'], [bo]],
      [['x'], [cy], [ada]],
    );
    const found = mergeFound(await Promise.all((await textsOf(bytes)).map(text => findOpenids(text))));
    assert.deepEqual(
      found.openids.map(({ openid }) => openid),
      [ada, 'odd-1', bo, cy],
    );
    assert.deepEqual(
      found.leftOut.map(({ kind, count }) => [kind, count]),
      [['unionid', 2]],
    );
  });

  it('keeps each cell in its column, and its line in one', async () => {
    assert.deepEqual(await textsOf(workbook([['a', undefined, 'b\tc\nd'], [undefined, 7], []])), [
      'a\t\tb c d\n\t7\n\n',
    ]);
  });

  it('reads columns beyond Z', async () => {
    const row = Array.from({ length: 28 }, (_, index) => (index === 27 ? 'last' : undefined));
    assert.deepEqual(await textsOf(workbook([row])), [`${'\t'.repeat(27)}last\n`]);
  });

  it('gives sheets in the order of their numbers', async () => {
    const sheets = Array.from({ length: 11 }, (_, index) => [[index]]);
    assert.deepEqual(
      await textsOf(workbook(...sheets)),
      sheets.map((_, index) => `${index}\n`),
    );
  });

  it('undoes entities, in shared strings and others', async () => {
    assert.deepEqual(await textsOf(workbook([['a & b < c']])), ['a & b < c\n']);
    const inline =
      '<row><c t="inlineStr"><is><t>&#65;&#x42;&quot;&apos;&gt;&amp;lt;&#9999999;</t></is></c></row>';
    assert.deepEqual(await textsOf(sheet(inline)), [`AB"'>&lt;&#9999999;\n`]);
  });

  it('joins the runs of a string, without how it is pronounced', async () => {
    const bytes = archive({
      'xl/sharedStrings.xml':
        '<sst><si><r><t>ab</t></r><r><t xml:space="preserve"> c</t></r><rPh><t>kana</t></rPh></si><si/><si><t/></si><si><t>d</t></si></sst>',
      'xl/worksheets/sheet1.xml':
        '<x:worksheet><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c/><x:c t="s"><x:v>3</x:v></x:c><x:c t="s"><x:v>99</x:v></x:c></x:row><x:row/></x:worksheet>',
    });
    assert.deepEqual(await textsOf(bytes), ['ab c\t\td\t\n\n']);
  });

  it('ignores columns that no Excel has', async () => {
    assert.deepEqual(await textsOf(sheet('<row><c r="ZZZ1"><v>1</v></c><c r="A1"><v>2</v></c></row>')), [
      '2\n',
    ]);
  });

  const broken: Readonly<Record<string, Uint8Array>> = {
    nothing: new Uint8Array(),
    text: new TextEncoder().encode('openid,unionid'),
    'half of one': workbook([['openid'], [ada]]).slice(0, 300),
    'one with a hole': workbook([Array.from({ length: 999 }, (_, i) => `${i * 7919}`)]).map((byte, at) =>
      at > 60 && at < 400 ? 255 : byte,
    ),
    'another archive': archive({ 'readme.txt': 'x' }),
  };
  for (const [name, bytes] of Object.entries(broken)) {
    it(`says of ${name} that it is no whole workbook`, async () => {
      assert.equal(await faultOf(bytes), 'damaged');
    });
  }

  it('says of one with a password that it is locked', async () => {
    assert.equal(await faultOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)), 'locked');
  });

  it('inflates no more than the limit, whatever the size of the file', async () => {
    const bytes = workbook([[' '.repeat(100_000)]]);
    assert.ok(bytes.length < 5000);
    assert.equal(await faultOf(bytes, { inflatedBytes: 100_000, cells: 10 }), 'tooLarge');
    assert.equal(await faultOf(bytes, { inflatedBytes: 101_000, cells: 10 }), 'none');
  });

  it('reads no more cells than the limit, over all sheets, and counts the empty ones before them', async () => {
    const bytes = workbook([[1, 2]], [[undefined, 3]]);
    assert.equal(await faultOf(bytes, { inflatedBytes: 1e6, cells: 3 }), 'tooManyCells');
    assert.equal(await faultOf(bytes, { inflatedBytes: 1e6, cells: 4 }), 'none');
  });

  it('names what is wrong in its message', () => {
    assert.equal(new UnreadableWorkbook('damaged').message, 'The workbook was not read: damaged.');
  });
});
