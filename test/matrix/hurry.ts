import timers from 'node:timers/promises';

import { listPatience } from '../../src/wechat/api/api';

/** Back-offs and pauses for a minute's quota are longer; what is planned to be drawn is not. */
const longWait = 400;
/** How long an answer is awaited that never comes: in the settings a second at least, longer for a page of a list. */
const patience = { inSettings: 1000, ofLists: listPatience, real: 250 };

const now = Date.now.bind(Date);

/**
 * Time passes at once where somebody waits for long, and the clock knows it.
 * @returns what puts time right again
 */
export function hurry(): () => void {
  const { setTimeout: wait } = timers;
  const { setTimeout: later } = globalThis;
  let ahead = 0;
  Date.now = () => now() + ahead;
  timers.setTimeout = ((milliseconds = 0, ...rest: [unknown, { signal?: AbortSignal }]) => {
    if (milliseconds < longWait) return wait(milliseconds, ...rest);
    ahead += milliseconds;
    return wait(1, ...rest);
  }) as typeof wait;
  const isPatience = (milliseconds: number) =>
    milliseconds === patience.inSettings || milliseconds === patience.ofLists;
  globalThis.setTimeout = ((act: () => void, milliseconds = 0) =>
    later(act, isPatience(milliseconds) ? patience.real : milliseconds)) as typeof later;
  return () => {
    Date.now = now;
    timers.setTimeout = wait;
    globalThis.setTimeout = later;
  };
}
