import { e2e } from './levels/e2e';
import { host } from './levels/host';
import type { Level, Run } from './levels/level';
import { lint } from './levels/lint';
import { page } from './levels/page';
import { rules } from './levels/rules';
import { unit } from './levels/unit';
import { installSystemPackages } from './vscode/install/systemPackages';
import { installVSCode } from './vscode/install/installVSCode';
import { packageExtension } from './vscode/install/packageExtension';
import { Processes } from './vscode/processes';

const levels: Readonly<Record<string, Level>> = { rules, lint, unit, page, host, e2e };
const needVSCode = ['host', 'e2e'];
const needBrowser = ['page', ...needVSCode];
/** The longest first: the end is even where what is left is short. */
const keepProcessorBusy = ['rules', 'page', 'unit', 'lint'];

interface Sum {
  passed: number;
  failed: number;
}

/** Runs levels one after the other, each taken off its list, and says how each went. */
async function runLevels(waiting: string[], run: Run, sum: Sum): Promise<void> {
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (needBrowser.includes(name)) await prepareSystem(run);
    if (needVSCode.includes(name)) await prepareVSCode(run);
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

/** Both lanes need it, and only one package manager runs at a time. */
let prepared: Promise<void> | undefined;

function prepareSystem({ processes, say }: Run): Promise<void> {
  return (prepared ??= installSystemPackages(processes, ['keyring', 'browser'], say));
}

let preparedVSCode: Promise<void> | undefined;

function prepareVSCode({ processes, say }: Run): Promise<void> {
  return (preparedVSCode ??= installVSCode(processes, say).then(async () => {
    await packageExtension(processes);
  }));
}

/**
 * `run.ts [level…] [arguments for Mocha…]`. Without a level all of them run, those that keep a processor busy
 * beside those that mostly wait for VS Code, and only what failed is shown in full. Once VS Code is done with, its
 * lane takes from the others' list, so that neither of two processors is idle at the end.
 */
async function main(args: readonly string[]): Promise<void> {
  const firstOption = args.findIndex(arg => arg.startsWith('-'));
  const names = args.slice(0, firstOption < 0 ? args.length : firstOption);
  const processes = new Processes();
  const run: Run = {
    processes,
    isVerbose: names.length > 0,
    mochaArguments: firstOption < 0 ? [] : args.slice(firstOption),
    say: line => console.log(line),
  };
  const sum: Sum = { passed: 0, failed: 0 };
  const ended = await Promise.allSettled(names.length > 0 ? [runLevels(names, run, sum)] : runAll(run, sum));
  for (const lane of ended) {
    if (lane.status === 'fulfilled') continue;
    sum.failed++;
    console.log(lane.reason);
  }
  await processes.end();
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed > 0 ? 1 : 0;
}

function runAll(run: Run, sum: Sum): Promise<void>[] {
  const busy = [...keepProcessorBusy];
  const windows = async () => {
    // What VS Code comes to is no reason to leave the others undone.
    await runLevels([...needVSCode], run, sum).finally(() => runLevels(busy, run, sum));
  };
  return [runLevels(busy, run, sum), windows()];
}

void main(process.argv.slice(2));
