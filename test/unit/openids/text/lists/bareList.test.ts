import assert from 'node:assert/strict';
import { beginsWithPiece, endsWithPiece, isBareList } from '../../../../../src/openids/text/lists/bareList';
import { preambleEnd } from '../../../../../src/openids/text/lists/preamble';
import { ada, bo, short } from '../../samples';

const isList = (text: string, start = 0, limit = text.length) => isBareList(text, start, limit);

describe('isBareList', () => {
  for (const text of [
    `"${ada}"`,
    `"${ada}", "odd"`,
    `'odd', '${ada}'`,
    `\`odd\`,\n\`${ada}\`]`,
    `"odd" , "${ada}",`,
    `"${ada}"]}, x`,
    `"${ada}")`,
    `"${ada}", "${short}`,
    `"${ada}", "`,
    `"${ada}`,
    `"a","b","${ada}"`,
  ]) {
    it(`knows ${JSON.stringify(text)}`, () => assert.ok(isList(text)));
  }

  for (const text of [
    '"odd", "other"',
    '"odd"]',
    `"${ada}": 1`,
    `"${ada}" "x"`,
    `"odd", ${ada}`,
    `“${ada}”`,
    `"odd", "${short}`,
    `"x${ada}"`,
    `"${ada}x`,
    '',
  ]) {
    it(`takes ${JSON.stringify(text)} for none`, () => assert.ok(!isList(text)));
  }

  it('looks at its part of a text alone', () => {
    const text = `x "odd", "${ada}", x`;
    assert.ok(isList(text, 2, text.length - 3) && !isList(text) && !isList(text, 2));
    assert.ok(!isList(text, 2, 8));
    assert.ok(isList(`"${ada}"`, 0, 29));
  });

  it('wants an openid among the first 20 strings', () => {
    assert.ok(isList(`${'"a",'.repeat(19)}"${ada}"`));
    assert.ok(!isList(`${'"a",'.repeat(20)}"${ada}"`));
    assert.ok(isList(`"${ada}",${'"a",'.repeat(19)}:`));
  });

  it('takes no string of more than 200 characters, open or closed', () => {
    assert.ok(isList(`"${ada}","${'x'.repeat(200)}"`));
    assert.ok(!isList(`"${ada}","${'x'.repeat(201)}"`));
    assert.ok(isList(`"${ada}","${'x'.repeat(199)}`));
    assert.ok(!isList(`"${ada}","${'x'.repeat(200)}`));
  });
});

describe('beginsWithPiece', () => {
  const begins = (piece: string, rest: string) =>
    beginsWithPiece(`${piece}${rest}`, piece.length, piece.length + rest.length);

  it('knows the end of a string before a list', () => {
    assert.ok(begins(short, `","${ada}"`) && begins('mjrPT', `' ,\n '${bo}', 'x'`));
    assert.ok(begins('-', `","${ada}`));
  });

  it('takes nothing else for it', () => {
    assert.ok(!begins(ada, `","${bo}"`));
    assert.ok(!begins('a b', `","${ada}"`));
    assert.ok(!begins('', `","${ada}"`));
    assert.ok(!begins('mjr', `": "${ada}"`));
    assert.ok(!begins('mjr', '","odd"'));
    assert.ok(!begins('mjr', '"'));
  });

  it('takes what is left of an escape for none', () => {
    for (const rest of ['u200b', '200b', 'b', 'U3A', '0', 'u22']) assert.ok(!begins(rest, `","${ada}"`));
    for (const piece of ['u200bc', 'xb', '0123a', 'uu1', 'g']) assert.ok(begins(piece, `","${ada}"`));
  });
});

describe('endsWithPiece', () => {
  it('knows the beginning of an openid at the end of a text', () => {
    assert.ok(endsWithPiece(`"${short}`, 1) && endsWithPiece('"o', 1) && endsWithPiece(`${ada}"x`, 29));
  });

  it('takes nothing else for it', () => {
    assert.ok(!endsWithPiece(`"${ada}`, 1));
    assert.ok(!endsWithPiece('"', 1));
    assert.ok(!endsWithPiece('"o b', 1));
    assert.ok(!endsWithPiece('"o\n', 1));
  });
});

describe('preambleEnd', () => {
  const rest = (text: string) => text.slice(preambleEnd(text, 0, text.length));

  it('goes past white space and comments', () => {
    assert.equal(rest(' \n// a [b]\n/* c\n* d **/ /**/["x"]'), '["x"]');
    assert.equal(rest('[1] // a'), '[1] // a');
    assert.equal(rest('/ a'), '/ a');
    assert.equal(rest('/* a'), '/* a');
    assert.equal(rest('// a'), '');
  });

  it('stays in its part of a text, and looks at 10 000 characters of it', () => {
    assert.equal(preambleEnd('x  y', 1, 4), 3);
    assert.equal(preambleEnd('x    y', 1, 3), 3);
    assert.equal(preambleEnd(' '.repeat(20_000), 1, 20_000), 10_001);
  });
});
