import { mkdir, readFile, rm } from 'node:fs/promises';
import * as path from 'node:path';
import * as v from 'valibot';
import { outputFolder, projectFolder } from '../vscode/folders';
import type { Finished } from '../vscode/processes';
import type { Outcome, Run } from './level';

const Results = v.object({ passed: v.number(), failed: v.number() });

/** Runs test files in a Mocha of their own and counts what it did. */
export async function runMocha(
  { processes, mochaArguments }: Run,
  name: string,
  ...args: readonly string[]
): Promise<Outcome> {
  const results = path.join(outputFolder, `${name}.results.json`);
  await mkdir(outputFolder, { recursive: true });
  await rm(results, { force: true });
  const finished = await processes.run(
    process.execPath,
    [
      path.join(projectFolder, 'node_modules/mocha/bin/mocha.js'),
      ...['--require', 'tsx', '--forbid-only', '--forbid-pending'],
      ...[
        '--reporter',
        path.join(projectFolder, 'test/resultsReporter.cjs'),
        '--reporter-option',
        `results=${results}`,
      ],
      ...args,
      ...mochaArguments,
    ],
    { cwd: projectFolder, env: process.env, endsItsOwn: true },
  );
  return countedOutcome(finished, results);
}

/** A run that failed without a failed test, or left no results, counts as one failure. */
export async function countedOutcome({ code, output }: Finished, results: string): Promise<Outcome> {
  const counted = v.safeParse(Results, await readJson(results));
  const { passed, failed } = counted.success ? counted.output : { passed: 0, failed: 0 };
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1), report: output };
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
