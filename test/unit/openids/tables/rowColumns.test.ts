import assert from 'node:assert/strict';
import { type Row, RowColumns } from '../../../../src/openids/tables/rowColumns';
import { Schema } from '../../../../src/openids/tables/schema';
import { Mentions } from '../../../../src/openids/text/names/mentions';

/** Tells of the words and brackets of a text, as its reader does. */
function columnsOf(text: string, end = text.length): RowColumns {
  const columns = new RowColumns(text, new Schema(text), new Mentions(text));
  for (const { 0: token, index } of text.slice(0, end).matchAll(/\w+|[()[\];]/g)) {
    if (token === '(' || token === '[') columns.open(token, index);
    else if (token === ')' || token === ']') columns.close(token, index);
    else if (token === ';') columns.end();
    else columns.word(index, index + token.length);
  }
  return columns;
}

/** What is known of a row that opens behind this text. */
function rowAfter(before: string, inList = false, opener = '('): Row | undefined {
  const columns = columnsOf(`${before}${opener}`, before.length);
  return columns.rowAt(before.length + opener.length, inList);
}

const rules = ['openid', 'unionid'];

describe('RowColumns, of INSERT', () => {
  for (const before of [
    '(openid, unionid) VALUES ',
    '(openid, unionid)values',
    '(openid,unionid) Value ',
    '(`openid`,\n"unionid")\nVALUES\n',
  ]) {
    it(`knows the columns behind ${JSON.stringify(before)}`, () => {
      assert.deepEqual(rowAfter(before), { rules });
    });
  }

  const others = [
    '(openid, unionid) ',
    '(openid, unionid) SELECT ',
    '(openid, unionid) x VALUES ',
    '(openid, unionid) VALUES x ',
    '(openid, unionid) VALUES; ',
    '(openid, unionid) valued ',
    '(openid, unionid) (VALUES ',
    '(openid, unionid)) VALUES ',
    'openid, unionid) VALUES ',
    'x (openid), unionid) VALUES ',
    '[openid, unionid] VALUES ',
    '(id, name) VALUES ',
    'VALUES ',
  ];
  for (const before of others) {
    it(`knows none behind ${JSON.stringify(before)}`, () => assert.equal(rowAfter(before), undefined));
  }

  it('knows each row of the same statement', () => {
    assert.equal(rowAfter('(openid, unionid) VALUES x, '), undefined);
    const columns = columnsOf('(openid, unionid) VALUES ');
    columns.readTo(30);
    assert.deepEqual(columns.rowAt(32, false), { rules });
  });

  it('takes the columns of the statement at hand', () => {
    assert.deepEqual(rowAfter('(openid, unionid) VALUES ; (unionid, openid) VALUES '), {
      rules: ['unionid', 'openid'],
    });
    assert.deepEqual(rowAfter('(openid, unionid) VALUES ; (openid, unionid) VALUES '), { rules });
  });

  it('reads lists of columns of 10 000 characters, wherever they stand', () => {
    const list = (length: number) => `openid,unionid,${'x'.repeat(length - 15)}`;
    const before = ' '.repeat(20_000);
    assert.deepEqual(rowAfter(`${before}(${list(10_000)}) VALUES `), { rules: [...rules, 'otherColumn'] });
    assert.equal(rowAfter(`${before}(${list(10_001)}) VALUES `), undefined);
  });
});

describe('RowColumns, of an error of PostgreSQL', () => {
  for (const sign of ['=', ' = ', '= ']) {
    it(`knows the columns of a key behind ${JSON.stringify(sign)}`, () => {
      assert.deepEqual(rowAfter(`Key (openid, unionid)${sign}`), { rules });
    });
  }

  it('knows none where no bracket follows the sign', () => {
    assert.equal(rowAfter('Key (openid, unionid)=', false, 'x'), undefined);
    assert.equal(rowAfter('Key [openid, unionid]='), undefined);
  });
});

describe('RowColumns, of INSERT without columns', () => {
  const table = 'CREATE TABLE fans (openid text, unionid text); ';

  for (const before of ['INSERT INTO fans VALUES ', 'REPLACE INTO fans VALUES ', 'insert fans value ']) {
    it(`takes those of the table's definition behind ${JSON.stringify(before)}`, () => {
      assert.deepEqual(rowAfter(`${table}${before}`), { rules });
    });
  }

  it('takes them where a stray bracket stands between', () => {
    assert.deepEqual(rowAfter(`${table}INSERT INTO fans ) VALUES `), { rules });
  });

  const others = [
    'INSERT INTO fan VALUES ',
    'INSERT INTO fans; VALUES ',
    'INSERT INTO fans (id, name) VALUES ',
    'INSERT INTO fans (id, name) VALUES VALUES ',
    'INSERT INTO fans ',
    'SELECT fans VALUES ',
  ];
  for (const before of others) {
    it(`knows none behind ${JSON.stringify(before)}`, () => {
      assert.equal(rowAfter(`${table}${before}`), undefined);
    });
  }

  it('prefers the columns that the statement names', () => {
    assert.deepEqual(rowAfter(`${table}INSERT INTO fans (unionid, openid) VALUES `), {
      rules: ['unionid', 'openid'],
    });
  });
});

describe('RowColumns, of a list of names before lists of values', () => {
  const row = { rules, count: 2 };

  for (const list of [
    '["openid", "unionid"]',
    "('openid','unionid')",
    '[openid, unionid]',
    '[`a.openid`,\n`a.unionid` ]',
    String.raw`[\"openid\", \"unionid\"]`,
    String.raw`[\\\"openid\\\", \\\"unionid\\\"]`,
    '[_openid, unionid_2]',
  ]) {
    it(`knows the columns below ${JSON.stringify(list)}`, () => {
      assert.deepEqual(rowAfter(`[${list}, `, true, '['), row);
    });
  }

  for (const list of [
    '["unionid"]',
    '["openid", "name"]',
    '["openid", "unionid", "7"]',
    '["openid", "unionid", 1]',
    '["openid", "the unionid"]',
    '["openid", "unionid", ""]',
    '["openid": "unionid", "x": "y"]',
    String.raw`[\\\\"openid\\\\", \\\\"unionid\\\\"]`,
    '"openid", "unionid"]',
    '["token", "x"',
  ]) {
    it(`knows none below ${JSON.stringify(list)}`, () => {
      assert.equal(rowAfter(`${list}, `, true, '['), undefined);
    });
  }

  it('heads only rows that stand in a list', () => {
    assert.equal(rowAfter('[["openid", "unionid"], '), undefined);
  });

  it('goes on to head them where other brackets close', () => {
    assert.deepEqual(rowAfter('[["openid", "unionid"]] ', true), row);
    assert.deepEqual(rowAfter('["openid", "unionid"], ["a", "b"], ', true), row);
  });

  it('heads rows of which none is 2000 characters from the one before', () => {
    const columns = columnsOf('["openid","unionid"]');
    const at = 19;
    assert.deepEqual(columns.rowAt(at + 2000, true), row);
    assert.equal(columns.rowAt(at + 2001, true), undefined);
    columns.readTo(at + 1500);
    assert.deepEqual(columns.rowAt(at + 3500, true), row);
    assert.equal(columns.rowAt(at + 3501, true), undefined);
  });

  it('looks for names in lists of 2000 characters, wherever they stand', () => {
    const list = (length: number) => `[${'"openid","unionid"'.padEnd(length)}]`;
    const before = ' '.repeat(5000);
    assert.deepEqual(rowAfter(`${before}${list(2000)}`, true), row);
    assert.equal(rowAfter(`${before}${list(2001)}`, true), undefined);
  });

  it('knows names of 61 characters', () => {
    const list = (length: number) => `["unionid", "${'x'.repeat(length)}"]`;
    assert.deepEqual(rowAfter(list(61), true), { rules: ['unionid', 'text'], count: 2 });
    assert.equal(rowAfter(list(62), true), undefined);
  });
});

describe('RowColumns, once a row was read', () => {
  const text = '(openid, unionid) VALUES ';

  it('takes nothing within it for a list of names', () => {
    for (const opener of ['(', '['] as const) {
      const columns = new RowColumns(text, new Schema(text), new Mentions(text));
      columns.open(opener, 0);
      columns.readTo(10);
      columns.close(opener === '(' ? ')' : ']', 16);
      assert.equal(columns.rowAt(20, true), undefined);
      columns.word(18, 24);
      assert.equal(columns.rowAt(25, false), undefined);
    }
  });

  it('takes no list before it for one of columns', () => {
    const columns = columnsOf(text, 17);
    columns.readTo(17);
    columns.word(18, 24);
    assert.equal(columns.rowAt(25, false), undefined);
  });
});
