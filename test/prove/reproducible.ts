import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

import { unzipSync } from 'fflate';

import { projectFolder } from '../vscode/folders';
import { npm } from '../vscode/processes';

/** Machines differ in these, and none of them may be seen in what is released. */
const machines = [
  { name: 'one', umask: 0o022, env: { TZ: 'UTC', LC_ALL: 'C' } },
  { name: 'another, with a longer name', umask: 0o077, env: { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8' } },
];

/**
 * Two fresh clones of the last commit, two installations without install scripts, two packages: the same bytes, with
 * no path of this machine in them.
 */
function main(): void {
  const folder = mkdtempSync(path.join(tmpdir(), 'openid-lens-'));
  try {
    const packages = machines.map(({ name, umask, env }) => {
      const clone = path.join(folder, name);
      const old = process.umask(umask);
      try {
        run('git', ['clone', '--quiet', projectFolder, clone], folder, env);
        run(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], clone, env);
        run(npm, ['run', 'package', '--', '--out', 'out/release.vsix'], clone, env);
      } finally {
        process.umask(old);
      }
      return ['vsix', 'cdx.json'].map(ending => readFileSync(path.join(clone, `out/release.${ending}`)));
    });
    assert.deepEqual(packages[0], packages[1]);
    const [vsix = Buffer.of(), bill = Buffer.of()] = packages[0] ?? [];
    const forbidden = [folder, path.basename(folder), projectFolder, homedir()].filter(
      each => each.length > 1,
    );
    for (const [name, bytes] of [
      ...Object.entries(unzipSync(vsix)),
      ['the bill of materials', bill] as const,
    ])
      for (const each of forbidden) assert.ok(!Buffer.from(bytes).includes(each), `${name} names ${each}`);
    console.log(`${vsix.length} bytes each time, and none of them a path of this machine`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): void {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  assert.equal(status, 0, `${command} ${args.join(' ')}\n${stdout}${stderr}`);
}

main();
