import * as path from 'node:path';
import { projectFolder } from '../folders';
import { runInVSCode } from './inVSCode';
import { Processes } from '../processes';

/**
 * `hostTests.ts [ORIGIN]` runs the host suite, with the extension as it is built in dist/, in the npm-distributed
 * VS Code, or in a desktop one such as `stable`.
 */
async function main(origin = process.platform === 'win32' ? 'stable' : 'npm'): Promise<void> {
  // Ends this process with the one that started it, and so the launcher with this one.
  const processes = new Processes();
  try {
    const helpers = ['secretStorageProbe', 'anotherExtension'].map(each => path.join(__dirname, each));
    const extensions = [projectFolder, ...helpers];
    const extensionsFolder = path.join(processes.temporaryFolder(), 'extensions');
    console.log(await runInVSCode(processes, { name: 'host', extensions, extensionsFolder }, origin));
  } finally {
    await processes.end();
  }
}

main(...process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
