import * as path from 'node:path';
import { privateEnvironment } from './environment';
import { installExtension } from '../install/installExtension';
import { type InstalledVSCode } from '../install/installVSCode';
import { hasPrivateKeyring, type Keyring, startKeyring } from './keyring';
import type { Processes } from '../processes';
import { startServer, type VSCodeServer } from './server';
import { quietSettings, type Settings } from './settings';

export interface VSCodeOptions {
  readonly vsix: string;
  /** A real, empty keyring; without one no Secret Service can be found. Elsewhere than on Linux it is the system's. */
  readonly keyring: boolean;
  /** Added to {@link quietSettings}; `undefined` takes one of those away. */
  readonly settings?: Settings;
  readonly connectionToken?: string;
}

/** VS Code for one imaginary user: an empty home, own settings, own keyring, the packaged extension installed. */
export interface RunningVSCode {
  readonly server: VSCodeServer;
  /** Everything that VS Code writes for the user: settings, global storage, logs. */
  readonly dataFolder: string;
  readonly keyring: Keyring | undefined;
  stop(): Promise<void>;
}

export async function startVSCode(
  processes: Processes,
  installed: InstalledVSCode,
  { vsix, keyring: wantsKeyring, settings, connectionToken }: VSCodeOptions,
): Promise<RunningVSCode> {
  if (!wantsKeyring && !hasPrivateKeyring) throw new Error('Only Linux can do without a keychain.');
  const extensionsFolder = await installExtension(processes, installed, vsix);
  const folder = processes.temporaryFolder();
  const env = await privateEnvironment(folder);
  const keyring =
    wantsKeyring && hasPrivateKeyring
      ? await startKeyring(processes, path.join(folder, 'keyring'), env)
      : undefined;
  const dataFolder = path.join(folder, 'server');
  const server = await startServer(processes, installed, {
    dataFolder,
    extensionsFolder,
    env: keyring?.env ?? env,
    settings: { ...quietSettings, ...settings },
    ...(connectionToken === undefined ? {} : { connectionToken }),
  });
  return {
    server,
    dataFolder,
    keyring,
    stop: async () => {
      await server.stop();
      await keyring?.close();
    },
  };
}
