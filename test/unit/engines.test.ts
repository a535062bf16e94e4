import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');

/** The newest version that may be asked for: Trae 1.104 and Cursor 1.105 are what many have (2026-05). */
const mostMinor = 104;

describe('the oldest VS Code', () => {
  const { engines, devDependencies } = JSON.parse(read('package.json')) as {
    readonly engines: { readonly vscode: string };
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const [, version = '', minor = ''] = /^\^(1\.(\d+)\.\d+)$/.exec(engines.vscode) ?? [];

  it('is not newer than the editors built on VS Code', () => {
    assert.ok(Number(minor) > 0 && Number(minor) <= mostMinor, engines.vscode);
  });

  it('is the one whose types the code is compiled against', () => {
    assert.equal(devDependencies['@types/vscode'], version);
    const installed = JSON.parse(read('node_modules/@types/vscode/package.json')) as {
      readonly version: string;
    };
    assert.equal(installed.version, version);
  });

  it('is the one in which the main job is proved, and the suite of every system is run', () => {
    assert.match(
      read('test/vscode/install/versions.ts'),
      new RegExp(`oldest = \\{ codeServer: '4\\.${minor}\\.`),
    );
    assert.match(
      read('.github/workflows/check.yml'),
      new RegExp(`vscode: \\['1\\.${minor}\\.\\d+', stable\\]`),
    );
  });

  it('is the one that the README names', () => {
    for (const file of ['README.md', 'README.zh-CN.md'])
      assert.match(read(file), new RegExp(`VS Code 1\\.${minor}\\b`));
  });
});

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}
