import { mkdir } from 'node:fs/promises';
import * as path from 'node:path';

const wanted = ['PATH', 'LANG', 'LC_ALL', 'TZ', 'TMPDIR', 'TEMP', 'TMP', 'SYSTEMROOT', 'COMSPEC', 'PATHEXT'];

/**
 * An environment with nothing of the person who runs the tests: an empty home below `folder`, no session bus and
 * so no keyring, none of the variables by which a VS Code around us would reach in.
 */
export async function privateEnvironment(folder: string): Promise<NodeJS.ProcessEnv> {
  const home = path.join(folder, 'home');
  const runtime = path.join(home, 'runtime');
  await mkdir(runtime, { recursive: true, mode: 0o700 });
  const env: NodeJS.ProcessEnv = { HOME: home, USERPROFILE: home, XDG_RUNTIME_DIR: runtime };
  for (const name of wanted) if (process.env[name] !== undefined) env[name] = process.env[name];
  return env;
}
