import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { bundledPackages } from './bundledPackages';
import { dist, projectFolder } from './folders';
import { thirdPartyNotices } from './thirdParty';

/** What vsce runs before it packs: the production build, and the licences of what it took from others. */
const { status } = spawnSync(process.execPath, ['esbuild.js', '--production'], {
  cwd: projectFolder,
  stdio: 'inherit',
});
if (status === 0) writeFileSync(path.join(dist, 'THIRD-PARTY.txt'), thirdPartyNotices(bundledPackages()));
else process.exitCode = status ?? 1;
