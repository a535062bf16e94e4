import * as path from 'node:path';
import { hostSuiteFolder, projectFolder } from '../vscode/folders';
import type { Outcome, Run } from './level';
import { countedOutcome } from './mocha';

/** The suite inside VS Code's extension host, with the extension that is in dist/. */
export async function host({ processes }: Run): Promise<Outcome> {
  const finished = await processes.run(
    process.execPath,
    ['--import', 'tsx', 'test/vscode/suite/hostTests.ts'],
    {
      cwd: projectFolder,
      env: process.env,
      endsItsOwn: true,
    },
  );
  return countedOutcome(finished, path.join(hostSuiteFolder, 'results.json'));
}
