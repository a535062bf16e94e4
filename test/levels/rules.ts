import { projectFolder } from '../vscode/folders';
import type { Outcome, Run } from './level';

/** TypeScript's errors and ESLint's, in one process: see `typesAndRules.ts`. */
export async function rules({ processes }: Run): Promise<Outcome> {
  const { code, output } = await processes.run(
    process.execPath,
    ['--import', 'tsx', 'test/levels/typesAndRules.ts'],
    { cwd: projectFolder, env: process.env },
  );
  return code === 0 ? { passed: 2, failed: 0, report: output } : { passed: 0, failed: 1, report: output };
}
