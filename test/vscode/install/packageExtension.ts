import { packagedExtension, projectFolder } from '../folders';
import { npm, type Processes } from '../processes';

/** Builds the .vsix that users get, and with it `dist/`; returns its path. */
export async function packageExtension(processes: Processes): Promise<string> {
  const { code, output } = await processes.run(npm, ['run', 'package', '--', '--out', packagedExtension], {
    cwd: projectFolder,
    env: process.env,
  });
  if (code !== 0) throw new Error(`The extension could not be packaged:\n${output}`);
  return packagedExtension;
}
