import type { Outcome, Run } from './level';
import { runMocha } from './mocha';

/** Everything that needs no VS Code. */
export async function unit(run: Run): Promise<Outcome> {
  return runMocha(run, 'unit', '--timeout', '20000', 'test/unit/**/*.test.ts');
}
