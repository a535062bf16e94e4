// The one step before anything else can run, in plain Node without a dependency: installs node_modules where that
// is missing or out of date, and then runs the TypeScript program that it is given. Both in one process, so that a
// signal to npm reaches the program and not a shell in between.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath, URL } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** When a file was last written; the beginning of time for one that is not there. */
function written(file) {
  return statSync(project + file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Install scripts stay off, as nothing here needs them and keytar's would compile. */
function install() {
  console.log('Installing the dependencies…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(
    npm,
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: project,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) process.exit(status ?? 1);
}

// npm writes this record of what it has installed last of all, so a killed install is done again.
if (written('node_modules/.package-lock.json') < written('package-lock.json')) install();

const [program, ...args] = process.argv.slice(2);
if (program !== undefined) {
  const require = createRequire(import.meta.url);
  // Modules, and what they import at their first use.
  require('tsx/cjs/api').register();
  (await import('tsx/esm/api')).register();
  process.argv.splice(1, process.argv.length, resolve(program), ...args);
  require(resolve(program));
}
