import { setImmediate as breathe } from 'node:timers/promises';

/** Some milliseconds of work for what is done to each of many ids. */
const atOnce = 10_000;

/** Does it for every number below `total`, with turns of the event loop in between. */
export async function forEachBelow(
  total: number,
  signal: AbortSignal | undefined,
  act: (index: number) => void,
): Promise<void> {
  for (let from = 0; from < total; from += atOnce) {
    signal?.throwIfAborted();
    for (let index = from; index < Math.min(total, from + atOnce); index++) act(index);
    await breathe();
  }
}
