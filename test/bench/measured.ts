import { monitorEventLoopDelay } from 'node:perf_hooks';
import { mb, ms } from './report';

export const measuredColumns = ['', 'time', 'processor', 'longest block', 'peak', 'held'];

function used(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** How long an act takes, by the clock and by the processor, how long it blocks, and what it and its result hold: a row below {@link measuredColumns}. */
export async function measured(name: string, act: () => Promise<unknown>): Promise<string[]> {
  globalThis.gc?.();
  const idle = used();
  let peak = idle;
  const watch = setInterval(() => (peak = Math.max(peak, used())), 20);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const start = performance.now();
  const before = process.cpuUsage();
  const result = await act();
  const time = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  delay.disable();
  clearInterval(watch);
  globalThis.gc?.();
  // What the act gave is held until here.
  const held = result === undefined ? NaN : used() - idle;
  return [name, ms(time), ms((user + system) / 1000), ms(delay.max / 1e6), mb(peak - idle), mb(held)];
}
