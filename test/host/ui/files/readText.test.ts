import assert from 'node:assert/strict';
import * as vscode from 'vscode';

import { Problem } from '../../../../src/ui/problems/problem';
import { isKeptWhole } from '../../../../src/ui/files/encodeText';
import { checkTotalSize, readDecoded, readText } from '../../../../src/ui/files/readText';
import { MemoryFiles } from '../../memoryFiles';

const scheme = 'lens-memory';
const openid = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';

describe('readText', () => {
  let provider: vscode.Disposable;

  before(() => {
    provider = vscode.workspace.registerFileSystemProvider(scheme, new MemoryFiles(), {
      isCaseSensitive: true,
    });
  });

  after(() => {
    provider.dispose();
  });

  it('reads UTF-8 through VS Code, so that remote files work', async () => {
    assert.equal(await readBytes('list.json', utf8(`["${openid}"]`)), `["${openid}"]`);
  });

  it('takes a byte order mark at its word', async () => {
    assert.equal(await readBytes('utf8.csv', [0xef, 0xbb, 0xbf, ...utf8('备注')]), '备注');
    assert.equal(await readBytes('le.csv', [0xff, 0xfe, ...Buffer.from('备注', 'utf16le')]), '备注');
    const bigEndian = Buffer.from('备注', 'utf16le').swap16();
    assert.equal(await readBytes('be.csv', [0xfe, 0xff, ...bigEndian]), '备注');
  });

  it('reads the GB18030 that Excel writes on Chinese Windows', async () => {
    // 备注,openid as GB18030
    const bytes = [0xb1, 0xb8, 0xd7, 0xa2, 0x2c, ...utf8('openid\n'), ...utf8(openid)];
    assert.equal(await readBytes('gbk.csv', bytes), `备注,openid\n${openid}`);
  });

  it('says what a file is written in, so that a copy may be written the same', async () => {
    const text = 'openid,备注\r\n';
    for (const encoding of ['utf8', 'utf8bom', 'utf16le', 'utf16be', 'gb18030']) {
      const bytes = await vscode.workspace.encode(text, { encoding });
      const decoded = await readDecoded(await write(`${encoding}.csv`, bytes));
      assert.deepEqual([decoded.text, decoded.encoding], [text, encoding]);
      assert.ok(await isKeptWhole(decoded), encoding);
    }
    const damaged = await readDecoded(await write('damaged.csv', [...utf8('openid'), 0xff, 0xff, 0x0a]));
    assert.equal(await isKeptWhole(damaged), false);
  });

  it('reads 60 MB, for which VS Code makes no document', async () => {
    const text = `${openid}\n`.repeat(2_100_000);
    assert.equal((await readBytes('big.txt', utf8(text))).length, text.length);
  });

  it('refuses a binary file with a sentence', async () => {
    await assert.rejects(readBytes('photo.json', [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), (error: unknown) => {
      assert.ok(error instanceof Problem);
      assert.match(error.sentence, /photo\.json is not a text file/);
      return true;
    });
  });

  it('refuses more than 100 MB with a sentence, without reading it', async () => {
    await assert.rejects(readBytes('huge.log', new Uint8Array(100 * 1024 * 1024 + 1)), /larger than 100 MB/);
  });

  it('says that a file is gone', async () => {
    await assert.rejects(readText(vscode.Uri.from({ scheme, path: '/gone.json' })), Problem);
  });
  it('refuses files of more than 100 MB together, but not one after the other', async () => {
    const half = new Uint8Array(50 * 1024 * 1024);
    const first = await write('first.log', half);
    const second = await write('second.log', half);
    const third = await write('third.log', utf8('x'));
    await checkTotalSize([first, second]);
    await assert.rejects(checkTotalSize([first, second, third]), /larger than 100 MB together/);
  });
});

async function readBytes(name: string, bytes: ArrayLike<number>): Promise<string> {
  return readText(await write(name, bytes));
}

async function write(name: string, bytes: ArrayLike<number>): Promise<vscode.Uri> {
  const uri = vscode.Uri.from({ scheme, path: `/${name}` });
  await vscode.workspace.fs.writeFile(uri, Uint8Array.from(bytes));
  return uri;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
