import { mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import type { ChildProcess } from 'node:child_process';
import type { Processes } from '../processes';

/** A real, unlocked Secret Service on a bus of its own, apart from the keyring of whoever runs the tests. */
export interface Keyring {
  /** The environment in which programs find it. */
  readonly env: NodeJS.ProcessEnv;
  /** What `secret-tool search` prints of the entries of a service, secrets included; empty when there is none. */
  search(service: string): Promise<string>;
  close(): Promise<void>;
}

/** macOS and Windows have one keychain for each user, which no other can take the place of. */
export const hasPrivateKeyring = process.platform === 'linux';

/** Starts bus and keyring with everything they write below `folder`. */
export async function startKeyring(
  processes: Processes,
  folder: string,
  baseEnv: NodeJS.ProcessEnv,
): Promise<Keyring> {
  const runtime = path.join(folder, 'run');
  await mkdir(runtime, { recursive: true, mode: 0o700 });
  const socket = path.join(runtime, 'bus');
  const config = path.join(folder, 'bus.conf');
  await writeFile(config, busConfiguration(socket));
  const env = {
    ...baseEnv,
    XDG_RUNTIME_DIR: runtime,
    XDG_DATA_HOME: path.join(folder, 'data'),
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}`,
  };
  const bus = processes.start('dbus-daemon', ['--nofork', '--nopidfile', `--config-file=${config}`], { env });
  const call = (method: string, ...args: string[]): Promise<string> =>
    busCall(processes, env, method, ...args);
  await until(bus, async () => (await call('GetId')) !== '');

  const args = ['--foreground', '--unlock', '--components=secrets'];
  const daemon = processes.start('gnome-keyring-daemon', args, { env });
  daemon.stdin?.end('password of an empty keyring');
  await until(daemon, async () =>
    (await call('NameHasOwner', 'string:org.freedesktop.secrets')).includes('boolean true'),
  );
  return {
    env,
    search: async service =>
      (await processes.run('secret-tool', ['search', '--all', 'service', service], { env })).output,
    close: async () => {
      await processes.stop(daemon);
      await processes.stop(bus);
    },
  };
}

/** The usual session bus starts services on demand; here nothing may start but what the test has asked for. */
function busConfiguration(socket: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}

async function busCall(
  processes: Processes,
  env: NodeJS.ProcessEnv,
  method: string,
  ...args: string[]
): Promise<string> {
  const target = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'];
  const { code, output } = await processes.run(
    'dbus-send',
    [...target, `org.freedesktop.DBus.${method}`, ...args],
    { env },
  );
  return code === 0 ? output : '';
}

/** Waits until a freshly started program answers. */
async function until(program: ChildProcess, answers: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await answers())) {
    if (program.exitCode !== null || Date.now() > deadline) {
      throw new Error(`${program.spawnfile} did not come up.`);
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
