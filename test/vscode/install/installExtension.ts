import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { privateEnvironment } from '../running/environment';
import { filledFolder } from '../filledFolder';
import { outputFolder } from '../folders';
import type { InstalledVSCode } from './installVSCode';
import type { Processes } from '../processes';

/** Installs a .vsix as a user would and returns the extensions folder, which any number of servers may share. */
export async function installExtension(
  processes: Processes,
  { node, main }: InstalledVSCode,
  vsix: string,
): Promise<string> {
  const hash = createHash('sha256').update(await readFile(vsix));
  return filledFolder(
    path.join(outputFolder, 'extensions', hash.digest('hex').slice(0, 16)),
    async target => {
      const folder = processes.temporaryFolder();
      const { code, output } = await processes.run(
        node,
        [main, '--server-data-dir', folder, '--extensions-dir', target, '--install-extension', vsix],
        { env: await privateEnvironment(folder) },
      );
      if (code !== 0) throw new Error(`VS Code did not install ${path.basename(vsix)}:\n${output}`);
    },
  );
}
