import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import * as v from 'valibot';

const Options = v.object({ reporterOptions: v.object({ results: v.string() }) });

/** Prints like Mocha's own `spec`, and leaves the counts in the file that the option `results` names. */
export default class ResultsReporter extends Mocha.reporters.Spec {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const { results } = v.parse(Options, options).reporterOptions;
    runner.once('end', () => {
      const { passes, failures } = this.stats;
      writeFileSync(results, JSON.stringify({ passed: passes, failed: failures }));
    });
  }
}
