import { rm } from 'node:fs/promises';
import * as path from 'node:path';
import { outputFolder } from '../vscode/folders';
import type { Outcome, Run } from './level';
import { runMocha } from './mocha';

/** A browser drives VS Code with the packaged extension. Two files at a time: each mostly waits for its window. */
export async function e2e(run: Run): Promise<Outcome> {
  // A run of everything leaves no picture of an earlier one.
  if (run.mochaArguments.length === 0)
    await rm(path.join(outputFolder, 'screenshots'), { recursive: true, force: true });
  return runMocha(run, 'e2e', '--timeout', '60000', '--parallel', '--jobs', '2', 'test/e2e/**/*.test.ts');
}
