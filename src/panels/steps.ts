import { setImmediate } from 'node:timers/promises';

/**
 * Work in steps of a few milliseconds at most, with a `yield` between two: who runs it decides when to let others
 * have their turn. Long lists are read, filtered and sorted so.
 */
export type Steps<T> = Generator<void, T, void>;

/** Rows looked at between two breaths: a millisecond or two, whatever is done with them. */
export const rowsInStep = 8192;

/** No longer at a stretch: an arrow key must not wait. */
const sliceMs = 10;

export interface Breath {
  /** Milliseconds. */
  now(): number;
  /** Lets everything else that waits have its turn. */
  breathe(): Promise<unknown>;
}

export const realBreath: Breath = { now: () => performance.now(), breathe: () => setImmediate() };

/** All of it at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Runs work a slice at a time, the first before this returns; gives what came of it and the milliseconds that it
 * took, or undefined once it is no longer wanted.
 */
export async function inSlices<T>(
  steps: Steps<T>,
  isWanted: () => boolean,
  breath: Breath = realBreath,
): Promise<{ readonly value: T; readonly cost: number } | undefined> {
  for (let cost = 0; ;) {
    const started = breath.now();
    let step = steps.next();
    while (!step.done && breath.now() - started < sliceMs) step = steps.next();
    cost += breath.now() - started;
    if (step.done) return { value: step.value, cost };
    await breath.breathe();
    if (!isWanted()) return undefined;
  }
}
