import assert from 'node:assert/strict';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Uri } from 'vscode';

import { Problem } from '../../../../src/ui/problems/problem';
import { isWorkbook, readTexts } from '../../../../src/ui/files/readTexts';
import { workbook } from '../../openids/workbook/workbooks';

describe('readTexts', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'texts-'));
  });
  after(() => rm(folder, { recursive: true }));

  const file = async (name: string, content: string | Uint8Array) => {
    const at = path.join(folder, name);
    await writeFile(at, content);
    return Uri.file(at);
  };
  const textsOf = async (uri: Uri) => {
    const texts: string[] = [];
    for await (const text of readTexts(uri)) texts.push(text);
    return texts;
  };
  const refusal = (uri: Uri) =>
    textsOf(uri).then(
      () => assert.fail('It was read.'),
      (error: unknown) => {
        assert.ok(error instanceof Problem);
        return error.message;
      },
    );

  it('gives a text file as one text', async () => {
    assert.deepEqual(await textsOf(await file('list.csv', 'openid\noA\n')), ['openid\noA\n']);
  });

  it('gives each sheet of a workbook as a text of its own, however its name is written', async () => {
    const bytes = workbook([['openid'], ['oA']], [['openid'], ['oB']]);
    const texts = await textsOf(await file('Fans.XLSX', bytes));
    assert.equal(texts.length, 2);
    assert.match(texts[0] ?? '', /openid[\s\S]*oA/);
    assert.match(texts[1] ?? '', /openid[\s\S]*oB/);
  });

  it('says what to do with one that has a password', async () => {
    const compound = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const uri = await file('locked.xlsx', compound);
    assert.match(
      await refusal(uri),
      /locked\.xlsx is protected with a password.+ Save it without a password/,
    );
  });

  it('says what to do with a damaged one', async () => {
    const uri = await file('half.xlsx', workbook([['openid'], ['oA']]).subarray(0, 400));
    assert.match(
      await refusal(uri),
      /half\.xlsx is not a whole Excel workbook\. Open it in Excel, save it again/,
    );
  });

  it('says what to do with one that is too large, without reading it', async () => {
    const uri = await file('huge.xlsx', '');
    // Sparse: it takes no room on the disk.
    await truncate(uri.fsPath, 300 * 1024 * 1024 + 1);
    assert.match(await refusal(uri), /huge\.xlsx holds more than 300 MB of cells\. Save the sheet .+ as CSV/);
  });

  it('says that a file is not to be had', async () => {
    assert.match(await refusal(Uri.file(path.join(folder, 'none.xlsx'))), /none\.xlsx could not be read/);
  });

  it('takes no other file for a workbook', () => {
    const names = ['a.xlsx', 'a.xlsx.csv', 'xlsx', 'a.xls'];
    assert.deepEqual(
      names.filter(name => isWorkbook(Uri.file(`/${name}`))),
      ['a.xlsx'],
    );
  });
});
