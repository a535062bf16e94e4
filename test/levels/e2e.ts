import type { Outcome, Run } from './level';
import { runMocha } from './mocha';

/** A browser drives VS Code with the packaged extension. Two files at a time: each mostly waits for its window. */
export async function e2e(run: Run): Promise<Outcome> {
  return runMocha(run, 'e2e', '--timeout', '60000', '--parallel', '--jobs', '2', 'test/e2e/**/*.test.ts');
}
