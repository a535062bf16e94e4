import { validateWorkflow } from '@action-validator/core';
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { projectFolder } from '../vscode/folders';

/** Newer than the schema that the validator brings. */
const newerThanSchema = /^ +attestations: (write|read)$/gm;

/** What is wrong in the text of a workflow of GitHub Actions, a line each. */
export function wrongInWorkflow(text: string, scripts: readonly string[]): string[] {
  const wrong = validateWorkflow(text.replace(newerThanSchema, '')).errors.map(error =>
    JSON.stringify(error, undefined, 2),
  );
  for (const [, action = ''] of text.matchAll(/\buses: (.*)/g))
    if (!/^(\.\/|[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/.test(action))
      wrong.push(`${action} is not pinned by the hash of a commit, its version behind it.`);
  for (const [, step = ''] of text.matchAll(/\brun: (.*)/g)) {
    const [, script = ''] = /\bnpm run ([\w:-]+)/.exec(step) ?? [];
    if (!scripts.includes(script) && !/^npm (ci --ignore-scripts|audit)$/.test(step))
      wrong.push(`“${step}” is no script of package.json, so nobody can run it at a desk.`);
    if (/\$\{\{ *(github|inputs)\./.test(step)) wrong.push(`“${step}” runs what an event says.`);
  }
  if (!/^permissions:\n {2}contents: read\n\n/m.test(text)) wrong.push('It may do more than read.');
  if (/pull_request_target|write-all|persist-credentials: true/.test(text))
    wrong.push('It gives rights to what strangers send.');
  const checkouts = text.match(/actions\/checkout@/g)?.length;
  if (checkouts !== text.match(/persist-credentials: false/g)?.length)
    wrong.push('A checkout leaves its token behind for later steps.');
  return wrong;
}

/** Part of `npm run lint`: each workflow in turn. */
function main(): void {
  const folder = path.join(projectFolder, '.github/workflows');
  const { scripts } = JSON.parse(readFileSync(path.join(projectFolder, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  for (const name of readdirSync(folder)) {
    const wrong = wrongInWorkflow(readFileSync(path.join(folder, name), 'utf8'), Object.keys(scripts));
    if (wrong.length > 0) process.exitCode = 1;
    for (const line of wrong) console.error(`${name}: ${line}`);
  }
}

if (require.main === module) main();
