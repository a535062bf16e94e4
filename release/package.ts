import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import * as v from 'valibot';

import { bundledPackages } from './bundledPackages';
import { projectFolder } from './folders';
import { sameBytes } from './sameBytes';
import { billOfMaterials } from './sbom';

const Manifest = v.object({
  name: v.string(),
  version: v.string(),
  license: v.string(),
  repository: v.optional(v.unknown()),
});

/** `package.ts [--out FILE]`: the .vsix that users get, and its bill of materials beside it. */
function main(): void {
  const manifest = v.parse(
    Manifest,
    JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')),
  );
  const { values } = parseArgs({ options: { out: { type: 'string' } } });
  const out = path.resolve(values.out ?? `${manifest.name}-${manifest.version}.vsix`);
  mkdirSync(path.dirname(out), { recursive: true });
  const madeAt = Number(process.env.SOURCE_DATE_EPOCH ?? lastCommit());
  // Without an address vsce can turn no relative link of the README into one that works in a marketplace.
  const withoutAddress =
    manifest.repository === undefined ? ['--allow-missing-repository', '--no-rewrite-relative-links'] : [];
  const vsce = path.join(projectFolder, 'node_modules/@vscode/vsce/vsce');
  const { status } = spawnSync(
    process.execPath,
    [vsce, 'package', '--no-dependencies', ...withoutAddress, '--out', out],
    { cwd: projectFolder, stdio: 'inherit', env: { ...process.env, SOURCE_DATE_EPOCH: String(madeAt) } },
  );
  if (status !== 0) {
    process.exitCode = status ?? 1;
    return;
  }
  const vsix = sameBytes(readFileSync(out), madeAt);
  writeFileSync(out, vsix);
  writeFileSync(
    out.replace(/(\.vsix)?$/, '.cdx.json'),
    billOfMaterials({ ...manifest, vsix, madeAt }, bundledPackages()),
  );
}

/** Its time in seconds; in a copy without history, the earliest that a zip can hold. */
function lastCommit(): number {
  const git = existsSync(path.join(projectFolder, '.git'))
    ? spawnSync('git', ['log', '-1', '--format=%ct'], { cwd: projectFolder, encoding: 'utf8' })
    : undefined;
  return Number.parseInt(git?.stdout ?? '') || Date.UTC(1980, 0, 2) / 1000;
}

main();
