import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { readdirSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import * as path from 'node:path';
import { privateEnvironment } from '../running/environment';
import { cacheFolder, outputFolder, projectFolder } from '../folders';
import { hasPrivateKeyring, startKeyring } from '../running/keyring';
import type { Processes } from '../processes';
import { installSystemPackages } from '../install/systemPackages';

/** Tests that run inside VS Code's extension host. */
export interface Suite {
  /** The folder of its files in test/, and of its bundles and results in out/. */
  readonly name: 'host' | 'installed';
  /** Folders of the extensions under development, the first of them what VS Code is started for. */
  readonly extensions: readonly string[];
  /** Where other extensions are installed. */
  readonly extensionsFolder: string;
}

/** VS Code loads no TypeScript, so each test file becomes a bundle of its own. */
async function bundle(name: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const sources = readdirSync(path.join(projectFolder, 'test', name), { recursive: true, encoding: 'utf8' });
  await build({
    absWorkingDir: projectFolder,
    entryPoints: [
      { in: 'test/host/index.ts', out: 'index' },
      ...sources
        .filter(file => file.endsWith('.test.ts'))
        .map(file => ({ in: `test/${name}/${file}`, out: file.slice(0, -'.ts'.length) })),
    ],
    outdir: folder,
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

/** Where VS Code comes from that suites run in: a version of the desktop to download, or npm. */
export type Origin = 'npm' | (string & {});

/**
 * Runs a suite through @vscode/test-electron and returns what it had to say. On Windows, where no script can take
 * the place of an executable, the origin must be a desktop VS Code.
 */
export async function runInVSCode(processes: Processes, suite: Suite, origin: Origin): Promise<string> {
  const folder = path.join(outputFolder, suite.name);
  await bundle(suite.name, folder);
  const isDesktop = origin !== 'npm';
  const temporary = processes.temporaryFolder();
  const ended = await runTests({
    vscodeExecutablePath: isDesktop ? await download(origin) : path.join(__dirname, 'executable'),
    extensionDevelopmentPath: [...suite.extensions],
    extensionTestsPath: path.join(folder, 'index.js'),
    launchArgs: [
      temporary,
      `--extensions-dir=${suite.extensionsFolder}`,
      // Electron's own encryption asks for a desktop, which build machines lack.
      ...(isDesktop ? ['--use-inmemory-secretstorage'] : []),
    ],
    ...(isDesktop && hasPrivateKeyring ? { extensionTestsEnv: await keyringFor(processes, temporary) } : {}),
  }).catch((error: unknown) => error);
  const report = await readFile(path.join(folder, 'report.txt'), 'utf8').catch(
    () => `No test was run; VS Code may say why in ${path.join(folder, 'console.log')}.`,
  );
  if (ended instanceof Error) throw new Error(report, { cause: ended });
  return report;
}

/** A desktop VS Code, e.g. `1.100.3` or `stable`; the path of its executable. */
export function download(version: string): Promise<string> {
  return downloadAndUnzipVSCode({ version, cachePath: cacheFolder });
}

async function keyringFor(processes: Processes, folder: string): Promise<NodeJS.ProcessEnv> {
  await installSystemPackages(processes, ['keyring'], console.log);
  const { env } = await startKeyring(
    processes,
    path.join(folder, 'keyring'),
    await privateEnvironment(folder),
  );
  return env;
}
