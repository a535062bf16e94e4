import assert from 'node:assert/strict';
import { headLine, openidLines, readHead, readOwner } from '../../../../src/batch/journal/journalHead';
import { isProblem } from '../scenario';
import { headOf, journalPath, linesOf, origin, WatchedFiles } from './watchedFiles';

const fileWith = async (text: string) => (await WatchedFiles.with(text)).open(journalPath, 'r');

describe('the head of a journal', () => {
  const read = async (text: string) => readHead(await fileWith(text), 'b');

  it('is one line that names the batch, its account and how many openids follow', () => {
    assert.equal(headLine(origin, 3), linesOf(headOf(3)));
  });

  it('is read as it was written, and ends where the next line begins', async () => {
    const line = headLine(origin, 3);
    assert.deepEqual(await read(`${line}{"openids":["a"]}\n`), {
      ...{ version: 2, origin, total: 3, line: line.trimEnd() },
      end: Buffer.byteLength(line),
    });
  });

  it('names the batch by its file, whatever the line says', async () => {
    const head = await readHead(await fileWith(linesOf(headOf(0))), 'copy');
    assert.deepEqual(head.origin, { ...origin, id: 'copy' });
  });

  it('may be of version 1', async () => {
    assert.equal((await read(linesOf(headOf(0, 1)))).version, 1);
  });

  for (const lang of ['zh_CN', 'zh_TW', 'en'])
    it(`knows the language ${lang}`, async () => {
      assert.equal((await read(linesOf({ ...headOf(0), lang }))).origin.lang, lang);
    });

  for (const [what, change] of [
    ['an unknown language', { lang: 'fr' }],
    ['no AppID', { appId: undefined }],
    ['no account', { accountName: undefined }],
    ['no source', { source: undefined }],
    ['no beginning', { startedAt: undefined }],
    ['a beginning that is no time', { startedAt: 'yesterday' }],
    ['fewer openids than none', { total: -1 }],
    ['half an openid', { total: 1.5 }],
    ['more openids than a batch may hold', { total: 1_000_001 }],
    ['an older version', { journal: 0 }],
  ] as const)
    it(`is damaged where it has ${what}`, () =>
      assert.rejects(read(linesOf({ ...headOf(0), ...change })), isProblem('damaged')));

  for (const text of ['', '\n', 'hello\n', '{}\n', 'null\n', '{"journal":"3"}\n'])
    it(`is damaged where it is ${JSON.stringify(text)}`, () =>
      assert.rejects(read(text), isProblem('damaged')));

  it('is too new from version 3 on, whatever else stands in it', () =>
    assert.rejects(read('{"journal":3}\n'), isProblem('tooNew')));

  it('has 64 KB at the most', async () => {
    const length = (source: string) => JSON.stringify({ ...headOf(0), source }).length;
    const bytes = Buffer.byteLength(JSON.stringify(headOf(0))) - JSON.stringify(headOf(0)).length;
    const longest = 'x'.repeat(64 * 1024 - bytes - length(''));
    assert.equal((await read(linesOf({ ...headOf(0), source: longest }))).origin.source, longest);
    await assert.rejects(read(linesOf({ ...headOf(0), source: `${longest}x` })), isProblem('damaged'));
  });
});

describe('the owner of a journal', () => {
  const owner = async (text: string) => readOwner(await fileWith(text));

  it('is found in a first line that is torn, garbled or of a later version', async () => {
    assert.equal(await owner('{"journal":2,"id":"b","appId":"wx1","acc'), 'wx1');
    assert.equal(await owner('{"journal":9,"appId": \t"wx_1-a"}\n'), 'wx_1-a');
    assert.equal(await owner(`\0\0"appId":"${'x'.repeat(64)}"`), 'x'.repeat(64));
  });

  it('is nobody where that line does not say', async () => {
    for (const text of [
      '',
      'hello',
      '{"appId":"',
      '{"appId":""}',
      '{"appId":"a b"}',
      '{"appId":7}',
      `{"appId":"${'x'.repeat(65)}"}`,
      '{"journal":2}\n{"appId":"wx1"}\n',
    ])
      assert.equal(await owner(text), undefined, text);
  });
});

describe('the lines of the openids of a journal', () => {
  const counts = (openids: readonly string[]) =>
    [...openidLines(openids)].map(line => (JSON.parse(line) as { openids: string[] }).openids.length);

  it('are none for nobody, and one for a few', () => {
    assert.deepEqual([...openidLines([])], []);
    assert.deepEqual([...openidLines(['a', '张'])], ['{"openids":["a","张"]}\n']);
  });

  it('have 10 000 openids at the most', () => {
    const openids = Array.from({ length: 20_001 }, (_, index) => `o${index}`);
    assert.deepEqual(counts(openids.slice(0, 9_999)), [9_999]);
    assert.deepEqual(counts(openids.slice(0, 10_000)), [10_000]);
    assert.deepEqual(counts(openids.slice(0, 10_001)), [10_000, 1]);
    assert.deepEqual(counts(openids), [10_000, 10_000, 1]);
  });

  it('end where they have 256 KB of characters', () => {
    const half = 'x'.repeat(128 * 1024);
    assert.deepEqual(counts([half, half, 'a', 'b']), [2, 2]);
    assert.deepEqual(counts([half, half.slice(1), 'a', 'b']), [3, 1]);
    assert.deepEqual(counts(['a', half + half, half, half, half]), [2, 2, 1]);
  });
});
