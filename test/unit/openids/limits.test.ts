import assert from 'node:assert/strict';
import { findOpenids, maxOpenids, maxTextLength, TooManyOpenids, TooMuchText } from '../../../src/openids';
import { sized } from '../../form';
import { ada, bo, cy } from './samples';

const line = `${ada} and other words\n`;
const megabytes = (count: number) => line.repeat(Math.ceil((count * 1_000_000) / line.length));

describe('findOpenids, at its limits', function () {
  this.timeout(60_000);

  it('takes 100 MB of text and a million openids', () => {
    assert.deepEqual([maxTextLength, maxOpenids], [100_000_000, 1_000_000]);
  });

  it('refuses longer text before reading it', async () => {
    await assert.rejects(findOpenids(ada, { textLimit: 27 }), error => {
      assert.ok(error instanceof TooMuchText);
      assert.deepEqual([error.limit, error.length], [27, 28]);
      return true;
    });
    assert.equal((await findOpenids(ada, { textLimit: 28 })).openids.length, 1);
  });

  it('refuses more distinct openids', async () => {
    const text = `${ada} ${bo} ${ada} ${cy}`;
    await assert.rejects(findOpenids(text, { openidLimit: 2 }), error => {
      assert.ok(error instanceof TooManyOpenids);
      assert.equal(error.limit, 2);
      return true;
    });
    assert.equal((await findOpenids(text, { openidLimit: 3 })).openids.length, 3);
  });

  it('names no openid in its errors', async () => {
    const errors = await Promise.all([
      findOpenids(ada, { textLimit: 1 }).catch(String),
      findOpenids(ada, { openidLimit: 0 }).catch(String),
    ]);
    assert.deepEqual(errors, [
      'TooMuchText: The text has 28 characters, more than 1.',
      'TooManyOpenids: The text holds more than 0 openids.',
    ]);
  });

  it('reads a short text without a pause', async () => {
    let pauses = 0;
    await findOpenids(megabytes(0.9), { breathe: () => Promise.resolve(pauses++) });
    assert.equal(pauses, 0);
  });

  it('lets other work run while it reads a long one', async () => {
    let others = 0;
    const other = () => {
      others++;
      timer = setImmediate(other);
    };
    let timer = setImmediate(other);
    const { openids, duplicates } = await findOpenids(megabytes(3));
    clearImmediate(timer);
    assert.equal(openids.length, 1);
    assert.ok(duplicates > 60_000);
    assert.ok(others >= 10, `other work ran ${others} times`);
  });

  it('pauses within a line, a word, a row and a string of megabytes', async () => {
    const long = 3_000_000;
    for (const text of [
      `[${`"${ada}",`.repeat(long / 31)}]`,
      'o'.repeat(long),
      `openid,b\n${'x,'.repeat(long / 2)}`,
      `openid,b\n"${'x'.repeat(long)}`,
      `${ada}\n${bo}\n${'x'.repeat(long)}`,
      `["${'\\'.repeat(long)}"]`,
    ]) {
      let pauses = 0;
      await findOpenids(text, { breathe: () => Promise.resolve(pauses++) });
      assert.ok(pauses >= 5, `${pauses} pauses`);
    }
  });

  it('does not begin once it is cancelled', async () => {
    const reason = new Error('closed');
    await assert.rejects(findOpenids(ada, { signal: AbortSignal.abort(reason) }), error => error === reason);
  });

  it('stops at the next pause when it is cancelled', async () => {
    const reason = new Error('closed');
    const controller = new AbortController();
    let pauses = 0;
    const finding = findOpenids(megabytes(3), {
      signal: controller.signal,
      breathe: () => {
        if (++pauses === 2) controller.abort(reason);
        return Promise.resolve();
      },
    });
    await assert.rejects(finding, error => error === reason);
    assert.equal(pauses, 2);
  });
});

/** Of 2 MB each would take hours, of the short form minutes, if any of its parts were read again for every other. */
const hostile: Readonly<Record<string, string>> = {
  brackets: '[',
  'brackets of three kinds': '[{(',
  'brackets that do not fit': '(]',
  quotes: '"',
  'quotes in brackets': '["',
  'names with quotes': 'openid:"',
  'secrets with quotes': 'secret:"',
  'SQL lists': "IN('",
  'SQL tuples in tuples': '(openid) VALUES (',
  'SQL strings': "(openid) VALUES ('",
  'SQL escapes': "(openid) VALUES ('\\'', ",
  'XML tags': '<openid><![CDATA[',
  'unionid elements': '<unionid><b>',
  'HTML cells': '<td>',
  'HTML rows': '<tr><td>unionid',
  'objects of unionids': '{"unionid":{}',
  'names with remarks': 'openid(x',
  'table headers': 'openid|a\n',
  'table headers of blanks': 'openid unionid\n',
  'titles with blanks after them': `unionid${' '.repeat(1900)}x\n`,
  'names in Chinese text': 'unionid的',
  'quoted cells': 'openid,b\n"a,\n',
  'doubled quotes': 'openid,b\n"",""a',
  'line breaks': '\n',
  blanks: ' ',
  comments: '/*',
  'cells of comments': `a;b;${'/*'.repeat(20)}\n`,
  'rows of names': '[["unionid","a"],',
  'placeholders of unionids': 'unionid = ? ',
  'definitions of tables': 'create table t (a, ',
  'colours cut off': '\x1b[3',
  'elements of names': '<b>unionid</b>x',
  'names and values': '{"name":"unionid","value":"x"},',
  'names of names': '"unionid",',
  'sentences of names': 'no unionid ',
  'PHP strings': 's:7:"unionid";',
  'types of names': 'unionid: a<',
  'openids that are nowhere named': `${ada} unionid `,
  'openids in assertions': `assert("${ada}", unionid `,
  'lists of placeholders': 'a IN (?, ',
  'placeholders without an end': '?, ',
  'types in brackets': 'unionid: (2) (string) ',
  'lists of PHP': 'unionid => Array ',
  'choices of SQL': 'unionid = CASE 1 END ',
  'three quotes': 'unionid="""',
  'lines of boxes': '│─',
  'headers with double bars': '||openid||a\n',
  'headers on two lines': '"openid\n',
  'lines of a diff': `-${ada}\n`,
  'escaped end tags': 'unionid&lt;/unionid&gt;',
  'labels in brackets': '(unionid):x ',
  'comment ends': '*/',
  backslashes: '\\',
  percents: '%25',
  entities: '&amp;',
  letters: 'o',
  dashes: '-',
  'YAML items': 'a:\n- ',
  'zero-width characters': '\u200b',
  'zero-width characters in words': 'o\u200b',
  NUL: '\0',
  'lone surrogates': '\ud800',
};

describe('findOpenids, on hostile text of megabytes', function () {
  this.timeout(60_000);
  const size = sized(2_000_000, 500_000);

  for (const [name, piece] of Object.entries(hostile)) {
    it(`ends with ${name}`, async () => {
      const { openids } = await findOpenids(`${piece.repeat(size / piece.length)}\n${ada}\n`);
      assert.equal(openids.at(-1)?.openid, ada);
    });
  }
});
