// Before anything that imports it.
import '../fakeVSCode/install';
import { parentPort, workerData } from 'node:worker_threads';
import * as v from 'valibot';

import { Finding, readOne } from './attempts';
import { targets } from './targets';
import { type Came, type Task, task } from './task';

/** Far above what any input takes, and far below what a long one would take if it were read again for every part. */
const mostMs = 2000;
const mostMsPerCharacter = 0.02;

async function work({ name, seconds, seed, at }: Task): Promise<Came> {
  const target = await targets[name]();
  const until = performance.now() + seconds * 1000;
  let longest = 0;
  let number = 0;
  for (; performance.now() < until; number++) {
    Atomics.store(at, 0, number);
    const begun = process.cpuUsage();
    try {
      const { size, shown } = await readOne(target, seed, number);
      const { user, system } = process.cpuUsage(begun);
      const ms = (user + system) / 1000;
      longest = Math.max(longest, ms);
      if (ms > mostMs + size * mostMsPerCharacter) {
        const finding = `input ${number}: ${ms} ms for ${size} characters\n${shown().slice(0, 4000)}`;
        return { inputs: number + 1, longest, finding };
      }
    } catch (error) {
      if (!(error instanceof Finding)) throw error;
      return { inputs: number + 1, longest, finding: error.message };
    }
  }
  return { inputs: number, longest };
}

void work(v.parse(task, workerData)).then(result => parentPort?.postMessage(result));
