import * as path from 'node:path';
import { projectFolder } from '../vscode/folders';
import type { Outcome, Run } from './level';
import { runMocha } from './mocha';

/** The pages in a real browser without VS Code: the bundles as they are built, behind the true panels. */
export async function page(run: Run): Promise<Outcome> {
  const built = await run.processes.run(process.execPath, ['esbuild.js', '--pages=out/page/dist'], {
    cwd: projectFolder,
    env: process.env,
  });
  if (built.code !== 0) return { passed: 0, failed: 1, report: built.output };
  const standIn = path.join(projectFolder, 'test/page/window/withVSCode.cjs');
  return runMocha(run, 'page', '--require', standIn, '--timeout', '60000', 'test/page/**/*.test.ts');
}
