import * as path from 'node:path';
import { Worker } from 'node:worker_threads';
import * as v from 'valibot';

import { type TargetName, targets, isTargetName } from './targets';
import { came, type Came, type Task } from './task';

/** An input that is read for so long hangs. */
const patienceMs = 60_000;

/**
 * `main.ts [seconds] [seed] [target]`: reads made-up inputs, so many seconds for each target, and prints how many there
 * were and what broke. An input comes again with its seed. Each target has a thread of its own, which may hang.
 */
async function main(seconds: number, seed: number, wanted: readonly TargetName[]): Promise<void> {
  for (const name of wanted) {
    const { inputs, longest, finding } = await read(name, seconds, seed);
    console.log(
      `${finding === undefined ? '✔' : '✘'} ${name}: ${inputs} inputs of seed ${seed}, the longest took ${longest.toFixed(0)} ms`,
    );
    if (finding === undefined) continue;
    console.log(finding);
    process.exitCode = 1;
  }
}

async function read(name: TargetName, seconds: number, seed: number): Promise<Came> {
  const at = new Int32Array(new SharedArrayBuffer(4));
  const task: Task = { name, seconds, seed, at };
  // A thread does not inherit what reads TypeScript in this one.
  const worker = new Worker(path.join(__dirname, '../vscode/setUp.mjs'), {
    argv: [path.join(__dirname, 'worker.ts')],
    workerData: task,
  });
  let [last, since] = [-1, performance.now()];
  let watch: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Came>((resolve, reject) => {
      watch = setInterval(() => {
        const now = Atomics.load(at, 0);
        if (now !== last) [last, since] = [now, performance.now()];
        if (performance.now() - since < patienceMs) return;
        resolve({ inputs: now, longest: patienceMs, finding: `input ${now} of ${name} hangs` });
      }, 1000);
      worker.once('message', (message: unknown) => resolve(v.parse(came, message)));
      worker.once('error', reject);
      worker.once('exit', code => reject(new Error(`The thread of ${name} ended with code ${code}.`)));
    });
  } finally {
    clearInterval(watch);
    await worker.terminate();
  }
}

const [seconds = '60', seed = String(Date.now() % 1_000_000), target = ''] = process.argv.slice(2);
const names = Object.keys(targets).filter(isTargetName);
main(Number(seconds), Number(seed), isTargetName(target) ? [target] : names).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
