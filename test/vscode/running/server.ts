import * as path from 'node:path';
import { mkdir, writeFile } from 'node:fs/promises';
import type { InstalledVSCode } from '../install/installVSCode';
import type { Processes } from '../processes';
import type { Settings } from './settings';

export interface ServerOptions {
  /** User settings, extensions, logs and global storage are below it. */
  readonly dataFolder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly settings?: Settings;
  readonly extensionsFolder?: string;
  /** Without one anybody on this machine may open the page, and with it a shell. */
  readonly connectionToken?: string;
  /** Needed to run a suite inside the extension host; suppresses every notification. */
  readonly smokeTestDriver?: boolean;
}

export interface VSCodeServer {
  readonly pid: number;
  readonly port: number;
  /** What it printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts VS Code's server on a free port of the loopback interface and waits until it listens. */
export async function startServer(
  processes: Processes,
  { node, main }: InstalledVSCode,
  options: ServerOptions,
): Promise<VSCodeServer> {
  const userFolder = path.join(options.dataFolder, 'data/User');
  await mkdir(userFolder, { recursive: true });
  await writeFile(
    path.join(userFolder, 'settings.json'),
    JSON.stringify(options.settings ?? {}, undefined, 2),
  );
  const child = processes.start(
    node,
    [
      main,
      ...['--host', '127.0.0.1', '--port', '0', '--accept-server-license-terms'],
      ...[
        '--server-data-dir',
        options.dataFolder,
        '--telemetry-level',
        'off',
        '--reconnection-grace-time',
        '5',
      ],
      ...(options.connectionToken === undefined
        ? ['--without-connection-token']
        : ['--connection-token', options.connectionToken]),
      ...(options.extensionsFolder === undefined ? [] : ['--extensions-dir', options.extensionsFolder]),
      ...(options.smokeTestDriver === true ? ['--enable-smoke-test-driver'] : []),
    ],
    { env: options.env },
  );
  let output = '';
  const port = await new Promise<number>((resolve, reject) => {
    const read = (text: string): void => {
      output += text;
      const listening = /Web UI available at http:\/\/localhost:(\d+)/.exec(output);
      if (listening) resolve(Number(listening[1]));
    };
    child.stdout?.setEncoding('utf8').on('data', read);
    child.stderr?.setEncoding('utf8').on('data', read);
    child.once('error', reject);
    child.once('exit', code => reject(new Error(`VS Code's server ended with code ${code}:\n${output}`)));
  });
  return { pid: child.pid ?? 0, port, output: () => output, stop: () => processes.stop(child) };
}
