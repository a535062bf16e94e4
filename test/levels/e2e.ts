import { rm } from 'node:fs/promises';
import * as path from 'node:path';
import { wantedVariable } from '../e2e/leadUp';
import { outputFolder } from '../vscode/folders';
import type { Outcome, Run } from './level';
import { runMocha } from './mocha';

/**
 * A browser drives VS Code with the packaged extension. Two files at a time: each mostly waits for its window.
 * `-g PATTERN` runs the tests that fit and those of their files that lead up to them.
 */
export async function e2e(run: Run): Promise<Outcome> {
  // A run of everything leaves no picture of an earlier one.
  if (run.mochaArguments.length === 0)
    await rm(path.join(outputFolder, 'screenshots'), { recursive: true, force: true });
  const mochaArguments = [...run.mochaArguments];
  const grep = mochaArguments.findIndex(argument => ['-g', '--grep'].includes(argument));
  const [, wanted] = grep < 0 ? [] : mochaArguments.splice(grep, 2);
  if (wanted !== undefined) process.env[wantedVariable] = wanted;
  return runMocha(
    { ...run, mochaArguments },
    'e2e',
    ...['--require', './test/e2e/leadUp.ts', '--timeout', '180000', '--parallel', '--jobs', '2'],
    'test/e2e/**/*.test.ts',
  );
}
