import type { Processes } from '../vscode/processes';

/** What one level of the tests came to. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** What to show when something failed. */
  readonly report: string;
}

/** What a level may use and pass on. */
export interface Run {
  readonly processes: Processes;
  /** For Mocha, e.g. `--grep` and a pattern. */
  readonly mochaArguments: readonly string[];
  /** Shows the report of a level that passed, too. */
  readonly isVerbose: boolean;
  readonly say: (line: string) => void;
}

export type Level = (run: Run) => Promise<Outcome>;
