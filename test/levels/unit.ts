import type { Outcome, Run } from './level';
import { runMocha } from './mocha';

/** Everything that needs no VS Code: what imports it gets the fake. */
export async function unit(run: Run): Promise<Outcome> {
  const fake = ['--require', './test/fakeVSCode/install.ts'];
  return runMocha(run, 'unit', ...fake, '--timeout', '60000', 'test/unit/**/*.test.ts');
}
