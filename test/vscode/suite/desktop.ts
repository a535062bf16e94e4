import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { cacheFolder, projectFolder } from '../folders';
import type { Processes } from '../processes';
import type { Settings } from '../running/settings';

export interface DesktopOptions {
  /** Profile of the imaginary user; the keychain is the real user's. */
  readonly folder: string;
  readonly workspace: string;
  readonly settings: Settings;
}

/** Opens a downloaded desktop VS Code with the extension as it is built in dist/, until its window is closed. */
export async function runDesktop(
  processes: Processes,
  { folder, workspace, settings }: DesktopOptions,
): Promise<void> {
  const executable = await downloadAndUnzipVSCode({ cachePath: cacheFolder });
  const userData = path.join(folder, 'user-data');
  await mkdir(path.join(userData, 'User'), { recursive: true });
  await writeFile(path.join(userData, 'User/settings.json'), JSON.stringify(settings, undefined, 2));
  const { code, output } = await processes.run(
    executable,
    [
      workspace,
      `--extensionDevelopmentPath=${projectFolder}`,
      `--user-data-dir=${userData}`,
      `--extensions-dir=${path.join(folder, 'extensions')}`,
      '--skip-welcome',
      '--skip-release-notes',
    ],
    { env: process.env },
  );
  if (code !== 0) throw new Error(`VS Code ended with code ${code}:\n${output}`);
}
