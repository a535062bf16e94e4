import { mb, ms } from './report';
import { watchTurns } from './turns';

export const measuredColumns = [
  ...['', 'time', 'processor', 'longest block', "collector's longest pause", 'peak', 'held'],
];

function used(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/**
 * How long an act takes, by the clock and by the processor, how long it and the collector block, and what it and its
 * result hold: a row below {@link measuredColumns}. The processor's time has that of who watches the turns in it.
 */
export async function measured(name: string, act: () => Promise<unknown>): Promise<string[]> {
  globalThis.gc?.();
  const idle = used();
  let peak = idle;
  const watch = setInterval(() => (peak = Math.max(peak, used())), 20);
  const ended = watchTurns();
  const start = performance.now();
  const before = process.cpuUsage();
  const result = await act();
  const time = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  const { longestBlock, longestPause } = await ended();
  clearInterval(watch);
  globalThis.gc?.();
  // What the act gave is held until here.
  const held = result === undefined ? NaN : used() - idle;
  return [
    ...[name, ms(time), ms((user + system) / 1000), ms(longestBlock), ms(longestPause)],
    ...[mb(peak - idle), mb(held)],
  ];
}
