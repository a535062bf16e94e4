import { e2e } from './levels/e2e';
import { host } from './levels/host';
import type { Level, Run } from './levels/level';
import { lint } from './levels/lint';
import { page } from './levels/page';
import { unit } from './levels/unit';
import { installSystemPackages } from './vscode/systemPackages';
import { installVSCode } from './vscode/installVSCode';
import { packageExtension } from './vscode/packageExtension';
import { Processes } from './vscode/processes';

const levels: Readonly<Record<string, Level>> = { lint, unit, page, host, e2e };
const needVSCode = ['host', 'e2e'];
const needBrowser = ['page', ...needVSCode];

interface Sum {
  passed: number;
  failed: number;
}

/** Runs levels one after the other and says how each went. */
async function runLevels(names: readonly string[], run: Run, sum: Sum): Promise<void> {
  if (names.some(name => needBrowser.includes(name))) await prepareSystem(run);
  if (names.some(name => needVSCode.includes(name))) await prepareVSCode(run);
  for (const name of names) {
    const level = levels[name];
    if (level === undefined)
      throw new Error(`There is no level “${name}”, only ${Object.keys(levels).join(', ')}.`);
    const started = performance.now();
    const { passed, failed, report } = await level(run);
    const ranNothing = passed + failed === 0;
    sum.passed += passed;
    sum.failed += ranNothing ? 1 : failed;
    if (ranNothing || failed > 0 || run.isVerbose) run.say(`\n${report}`);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    run.say(
      `${name}: ${ranNothing ? 'nothing was run' : `${passed} passed, ${failed} failed`} in ${seconds} s`,
    );
  }
}

/** Both lanes need it; one package manager at a time. */
let prepared: Promise<void> | undefined;

function prepareSystem({ processes, say }: Run): Promise<void> {
  return (prepared ??= installSystemPackages(processes, ['keyring', 'browser'], say));
}

async function prepareVSCode({ processes, say }: Run): Promise<void> {
  await installVSCode(processes, say);
  await packageExtension(processes);
}

/**
 * `run.ts [level…] [arguments for Mocha…]`. Without a level all of them run, those that keep a processor busy
 * beside those that mostly wait for VS Code, and only what failed is shown in full.
 */
async function main(args: readonly string[]): Promise<void> {
  const firstOption = args.findIndex(arg => arg.startsWith('-'));
  const names = firstOption < 0 ? args : args.slice(0, firstOption);
  const processes = new Processes();
  const run: Run = {
    processes,
    isVerbose: names.length > 0,
    mochaArguments: firstOption < 0 ? [] : args.slice(firstOption),
    say: line => console.log(line),
  };
  const lanes = names.length > 0 ? [names] : [['lint', 'unit', 'page'], needVSCode];
  const sum: Sum = { passed: 0, failed: 0 };
  const ended = await Promise.allSettled(lanes.map(lane => runLevels(lane, run, sum)));
  for (const lane of ended) {
    if (lane.status === 'fulfilled') continue;
    sum.failed++;
    console.log(lane.reason);
  }
  await processes.end();
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed > 0 ? 1 : 0;
}

void main(process.argv.slice(2));
