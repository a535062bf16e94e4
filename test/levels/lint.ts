import * as path from 'node:path';
import { projectFolder } from '../vscode/folders';
import type { Outcome, Run } from './level';

/** Each is one check of the level: a program of node_modules/.bin with its arguments. */
const checks: readonly (readonly [string, ...string[]])[] = [
  ['prettier', '--check', '--log-level=warn', '.'],
  ['depcruise', '--output-type=err', 'src', 'test', 'release'],
  ['tsx', 'test/levels/workflows.ts'],
  ['knip'],
];

/** Format, the direction of imports, dead code. */
export async function lint({ processes }: Run): Promise<Outcome> {
  let passed = 0;
  const reports: string[] = [];
  for (const [program, ...args] of checks) {
    const suffix = process.platform === 'win32' ? '.cmd' : '';
    const command = path.join(projectFolder, 'node_modules/.bin', program + suffix);
    const { code, output } = await processes.run(command, args, { cwd: projectFolder, env: process.env });
    if (code === 0) passed++;
    else reports.push(`${[program, ...args].join(' ')}\n\n${output}`);
  }
  return { passed, failed: reports.length, report: reports.join('\n') };
}
