import { resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import * as path from 'node:path';
import { packagedExtension, projectFolder } from '../folders';
import { installExtension } from '../install/installExtension';
import { installVSCode } from '../install/installVSCode';
import { download, type Origin, runInVSCode } from './inVSCode';
import { packageExtension } from '../install/packageExtension';
import { Processes } from '../processes';

/**
 * `desktopTests.ts ORIGIN`: the host suite in a VS Code, and the packaged extension installed into it and started.
 * The origin is a version of the desktop, e.g. `1.100.3` or `stable`, or `npm`.
 */
async function main(origin: Origin = 'npm'): Promise<void> {
  const processes = new Processes();
  const probe = path.join(__dirname, 'secretStorageProbe');
  try {
    await packageExtension(processes);
    const extensionsFolder = path.join(processes.temporaryFolder(), 'extensions');
    const host = { name: 'host', extensions: [projectFolder, probe], extensionsFolder } as const;
    console.log(await runInVSCode(processes, host, origin));
    const installed = {
      name: 'installed',
      extensions: [probe],
      extensionsFolder: await install(processes, origin),
    } as const;
    console.log(await runInVSCode(processes, installed, origin));
  } finally {
    await processes.end();
  }
}

/** Installs the .vsix as a user does and returns the folder of extensions. */
async function install(processes: Processes, origin: Origin): Promise<string> {
  if (origin === 'npm')
    return installExtension(processes, await installVSCode(processes, console.log), packagedExtension);
  const folder = path.join(processes.temporaryFolder(), 'extensions');
  const executable = await download(origin);
  const [cli = '', ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, {
    reuseMachineInstall: true,
  });
  const { code, output } = await processes.run(
    cli,
    [
      ...[...args, '--extensions-dir', folder, '--user-data-dir', processes.temporaryFolder()],
      ...['--install-extension', packagedExtension],
    ],
    { env: process.env },
  );
  if (code !== 0) throw new Error(`VS Code did not install the extension:\n${output}`);
  return folder;
}

main(process.argv[2]).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
