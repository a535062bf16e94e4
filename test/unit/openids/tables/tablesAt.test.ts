import assert from 'node:assert/strict';
import { copyTableAt } from '../../../../src/openids/tables/copyTable';
import { namedTableAt, sureAtStart } from '../../../../src/openids/tables/namedTable';
import { type Table } from '../../../../src/openids/tables/table';
import { ada, bo, union } from '../samples';

/** The delimiter and the rules of a table, and what follows its header. */
function described(text: string, table: Table | undefined) {
  assert.ok(!table?.whole);
  return table && [table.delimiter, table.rules.join(' '), text.slice(table.body)];
}
const atStart = (text: string) => described(text, namedTableAt(text, 0, sureAtStart));
const inText = (text: string) => described(text, namedTableAt(text, 0));

describe('namedTableAt, where a text begins', () => {
  it('knows a header by any delimiter', () => {
    assert.deepEqual(atStart('id,openid\nx'), [',', 'otherColumn openid', 'x']);
    assert.deepEqual(atStart('id;openid\r\nx'), [';', 'otherColumn openid', 'x']);
    assert.deepEqual(atStart('id\topenid\rx'), ['\t', 'otherColumn openid', 'x']);
    assert.deepEqual(atStart('| id | unionid |\nx'), ['|', 'text text unionid text', 'x']);
  });

  it('knows names in quotes, also with line breaks in them', () => {
    assert.deepEqual(atStart('"open id","union id"\nx'), [',', 'openid unionid', 'x']);
    assert.deepEqual(atStart('"id\nof row","openid"\nx'), [',', 'otherColumn openid', 'x']);
    assert.deepEqual(atStart("'id','openid'\nx"), [',', 'otherColumn openid', 'x']);
  });

  it('knows one before which the numbers of rows have a column without a name', () => {
    assert.deepEqual(atStart(',openid\n0,x'), [',', 'otherColumn openid', '0,x']);
    assert.deepEqual(atStart('\tunionid\n0\tx'), ['\t', 'text unionid', '0\tx']);
  });

  it('knows the name of a single column', () => {
    assert.deepEqual(atStart('openid\nx'), ['', 'openid', 'x']);
    assert.deepEqual(atStart('用户unionid：\nx'), ['', 'unionid', 'x']);
  });

  for (const text of [
    ...[
      'id,name\nx',
      'openid,name',
      `openid,${ada}\nx`,
      'openid: a, b\nx',
      'select openid,name\nx',
      '  SELECT openid,name\nx',
    ],
    ...[
      '{"openid", 1\nx',
      'openid,f(a\nx',
      "openid,it's\nx",
      'the openid\nx',
      '',
      '\nopenid,name\n',
      'a,b,openid=\nx',
      'id\n',
    ],
  ]) {
    it(`takes ${JSON.stringify(text)} for none`, () => assert.equal(atStart(text), undefined));
  }

  it('begins at a place that it is told', () => {
    const text = 'x\nid,openid\ny';
    assert.deepEqual(described(text, namedTableAt(text, 2, sureAtStart)), [',', 'otherColumn openid', 'y']);
  });
});

describe('namedTableAt, in the midst of a text', () => {
  it('is sure of bars and tabs, and cautious where commas may be those of a sentence', () => {
    assert.deepEqual(inText('id|openid\nx'), ['|', 'otherColumn openid', 'x']);
    assert.deepEqual(inText('id\topenid\nx'), ['\t', 'otherColumn openid', 'x']);
    assert.deepEqual(inText('openid,unionid\nx'), [',', 'list unionid', 'x']);
    assert.deepEqual(inText('id;openid\nx'), [';', 'otherColumn list', 'x']);
  });

  it('knows a name that bars frame', () => {
    assert.deepEqual(inText('| unionid |\nx'), ['|', 'text unionid text', 'x']);
    assert.deepEqual(inText('|openid|\nx'), ['|', 'otherColumn openid otherColumn', 'x']);
  });

  it('knows a header of which Jira doubles the bars', () => {
    assert.deepEqual(inText('||id||openid||\n|1|x|'), [
      '|',
      'otherColumn otherColumn openid otherColumn',
      '|1|x|',
    ]);
  });

  for (const text of [
    'openid\nx',
    ',openid\nx',
    '\topenid\nx',
    '|the openid|\nx',
    ';openid;\nx',
    '|openid\nx',
    '"a\nb",openid\nx',
  ])
    it(`takes ${JSON.stringify(text)} for none`, () => assert.equal(inText(text), undefined));
});

describe('namedTableAt, of names with blanks between', () => {
  it('knows known names, or a wide gap between two of these and others', () => {
    assert.deepEqual(inText('openid unionid\nx'), [' ', 'list unionid', 'x']);
    assert.deepEqual(inText('id  openid unionid\nx'), [' ', 'otherColumn list unionid', 'x']);
    assert.deepEqual(inText('ID OPENID   UNIONID\nx'), [' ', 'otherColumn list unionid', 'x']);
  });

  it('knows one above a numbered row in which an openid stands', () => {
    assert.deepEqual(inText(`name unionid\n0 x ${union}\n`), [' ', 'text text unionid', `0 x ${union}\n`]);
    assert.deepEqual(inText(`name openid\n12 x ${ada}`), [' ', 'text otherColumn list', `12 x ${ada}`]);
    assert.deepEqual(inText(`openid unionid\n0 ${ada} ${union}`), [
      ' ',
      'text list unionid',
      `0 ${ada} ${union}`,
    ]);
  });

  for (const text of [
    'id openid unionid\nx',
    'id openid\nx',
    `name unionid\nx y ${union}`,
    `name unionid\n0 ${union}`,
    'name unionid\n0 x y',
    'the openid of unionid\nx',
    'openid  7unionid\nx',
    'openid unionid?\nx',
  ]) {
    it(`takes ${JSON.stringify(text)} for none`, () => assert.equal(inText(text), undefined));
  }
});

describe('copyTableAt', () => {
  const at = (text: string, start = 0) => described(text, copyTableAt(text, start));

  it('knows the columns of COPY', () => {
    assert.deepEqual(at('COPY public.fans (id, openid) FROM stdin;\n1'), ['\t', 'otherColumn openid', '1']);
    assert.deepEqual(at("copy fans(unionid,name) from STDIN with (format 'text') \r\n1"), [
      '\t',
      'unionid text',
      '1',
    ]);
    assert.deepEqual(at('COPY fans (openid) FROM stdin;\n1'), ['', 'openid', '1']);
    assert.deepEqual(at('x COPY fans (openid) FROM stdin\n1', 2), ['', 'openid', '1']);
  });

  for (const text of [
    'COPY fans (id, name) FROM stdin;\n1',
    'COPY fans (openid) FROM stdin;',
    'COPY fans FROM stdin;\n1',
    'copy fans (openid) to stdout;\n',
    'xCOPY fans (openid) FROM stdin;\n',
    'INTO fans (openid) FROM stdin;\n',
  ]) {
    it(`takes ${JSON.stringify(text)} for none`, () => assert.equal(at(text), undefined));
  }

  it('looks for it at its place alone', () => {
    assert.equal(at('COPY fans (openid) FROM stdin;\n1', 1), undefined);
    assert.equal(copyTableAt(`${bo}\nCOPY fans (openid) FROM stdin;\n1`, 0), undefined);
  });
});
