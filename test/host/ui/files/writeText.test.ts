import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';

import { Problem } from '../../../../src/ui/problems/problem';
import { writeText } from '../../../../src/ui/files/writeText';
import { MemoryFiles } from '../../memoryFiles';

const scheme = 'lens-memory-out';

describe('writeText', () => {
  let provider: vscode.Disposable;
  let folder: string;
  const memory = new MemoryFiles();

  before(() => {
    provider = vscode.workspace.registerFileSystemProvider(scheme, memory, { isCaseSensitive: true });
  });
  after(() => {
    provider.dispose();
  });
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lens-export-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const target = (name: string) => vscode.Uri.file(path.join(folder, name));
  const never = new AbortController().signal;

  it('writes all pieces in place of what was there', async () => {
    const uri = target('profiles.csv');
    await writeFile(uri.fsPath, 'of yesterday, and longer than what comes now');
    await writeText(uri, pieces('openid\n', '张三\n'), never);
    assert.equal(await readFile(uri.fsPath, 'utf8'), 'openid\n张三\n');
    assert.deepEqual(await readdir(folder), ['profiles.csv']);
  });

  it('writes through VS Code where the target is no local file', async () => {
    const uri = vscode.Uri.from({ scheme, path: '/profiles.json' });
    await writeText(uri, pieces('[', ']'), never);
    assert.equal(new TextDecoder().decode(memory.readFile(uri)), '[]');
  });

  it('leaves the old file and no other when it is cancelled', async () => {
    const uri = target('profiles.csv');
    await writeFile(uri.fsPath, 'of yesterday');
    const cancelling = new AbortController();
    async function* cancelled() {
      yield* pieces('openid\n');
      cancelling.abort();
      yield 'never written';
    }
    await assert.rejects(writeText(uri, cancelled(), cancelling.signal), { name: 'AbortError' });
    assert.equal(await readFile(uri.fsPath, 'utf8'), 'of yesterday');
    assert.deepEqual(await readdir(folder), ['profiles.csv']);
  });

  it('says why a file cannot be written, and leaves nothing behind', async () => {
    await mkdir(path.join(folder, 'taken'));
    await writeFile(path.join(folder, 'taken', 'by-a-folder'), '');
    for (const name of ['taken', 'missing/profiles.csv']) {
      await assert.rejects(writeText(target(name), pieces('openid\n'), never), (error: unknown) => {
        assert.ok(error instanceof Problem);
        assert.match(error.sentence, /could not be written: E(ISDIR|NOTEMPTY|EXIST|NOENT)/);
        return true;
      });
    }
    assert.deepEqual(await readdir(folder), ['taken']);
  });
});

async function* pieces(...texts: readonly string[]): AsyncGenerator<string> {
  for (const text of texts) {
    await Promise.resolve();
    yield text;
  }
}
