import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

import { projectFolder } from './folders';

/** Where a release goes: the program that takes it there, and the variable in which that looks for its token. */
const places = {
  marketplace: {
    program: (vsix: string) => ['vsce', 'publish', '--packagePath', vsix],
    token: 'VSCE_PAT',
  },
  // No dependency: it wants a later Node than the extension, and is needed here alone.
  openvsx: { program: (vsix: string) => ['ovsx@1.4.0', '--', 'publish', vsix], token: 'OVSX_PAT' },
} as const;

/** `publish.ts marketplace|openvsx FILE`: hands over the very file that was tested and attested. */
function main([place, vsix = '']: readonly string[]): void {
  if (place !== 'marketplace' && place !== 'openvsx')
    throw new Error(`Publish to ${Object.keys(places).join(' or ')}, not to “${place ?? ''}”.`);
  if (!existsSync(vsix)) throw new Error(`There is no package “${vsix}”: npm run package -- --out FILE`);
  const { program, token } = places[place];
  if (!process.env[token]) throw new Error(`${token} holds no token: see “Publishing” in CONTRIBUTING.md.`);
  const { status } = spawnSync('npm', ['exec', '--yes', '--ignore-scripts', ...program(path.resolve(vsix))], {
    cwd: projectFolder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
