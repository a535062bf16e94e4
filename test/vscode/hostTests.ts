import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { readdirSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import * as path from 'node:path';
import { hostSuiteFolder, projectFolder } from './folders';
import { Processes } from './processes';

/** VS Code loads no TypeScript, so each test file becomes a bundle of its own. */
async function bundleSuite(): Promise<void> {
  await rm(hostSuiteFolder, { recursive: true, force: true });
  await mkdir(hostSuiteFolder, { recursive: true });
  const sources = readdirSync(path.join(projectFolder, 'test/host'), { recursive: true, encoding: 'utf8' });
  await build({
    absWorkingDir: projectFolder,
    entryPoints: sources.filter(name => /(^index|\.test)\.ts$/.test(name)).map(name => `test/host/${name}`),
    outbase: 'test/host',
    outdir: hostSuiteFolder,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode', 'mocha', 'keytar'],
    mainFields: ['module', 'main'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

/**
 * Runs the host suite through @vscode/test-electron: in the npm-distributed VS Code, or with `--desktop`, and on
 * Windows, where no script can take the place of an executable, in a downloaded one.
 */
async function main(): Promise<void> {
  const desktop = process.argv.includes('--desktop') || process.platform === 'win32';
  // Ends this process with the one that started it, and so the launcher with this one.
  const processes = new Processes();
  await bundleSuite();
  try {
    await runTests({
      ...(desktop ? {} : { vscodeExecutablePath: path.join(__dirname, 'executable') }),
      extensionDevelopmentPath: [
        projectFolder,
        ...['secretStorageProbe', 'anotherExtension'].map(each => path.join(__dirname, each)),
      ],
      extensionTestsPath: path.join(hostSuiteFolder, 'index.js'),
      launchArgs: [processes.temporaryFolder()],
    });
  } finally {
    await processes.end();
    console.log(
      await readFile(path.join(hostSuiteFolder, 'report.txt'), 'utf8').catch(
        () => 'No test was run; VS Code may say why in out/host/console.log.',
      ),
    );
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
