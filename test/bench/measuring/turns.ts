import { PerformanceObserver } from 'node:perf_hooks';

interface Span {
  readonly start: number;
  readonly end: number;
}

/** What kept others waiting, in milliseconds. */
export interface Waits {
  /** The longest turn of the event loop, without what the collector took of it. */
  readonly longestBlock: number;
  readonly longestPause: number;
}

/** Watches the turns of the event loop until it is told to end. */
export function watchTurns(): () => Promise<Waits> {
  const pauses: Span[] = [];
  const observer = new PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries())
      pauses.push({ start: startTime, end: startTime + duration });
  });
  observer.observe({ entryTypes: ['gc'] });
  const turns: Span[] = [];
  let isOver = false;
  const ticking = (async () => {
    for (let start = performance.now(); !isOver;) {
      await new Promise(resolve => void setImmediate(resolve));
      const end = performance.now();
      // Shorter ones keep nobody waiting.
      if (end - start > 5) turns.push({ start, end });
      start = end;
    }
  })();
  return async () => {
    isOver = true;
    await ticking;
    // The collector's last entries come a moment later.
    await new Promise(resolve => void setTimeout(resolve, 50));
    observer.disconnect();
    const inPauses = ({ start, end }: Span) =>
      pauses.reduce((sum, gc) => sum + Math.max(0, Math.min(end, gc.end) - Math.max(start, gc.start)), 0);
    const longest = (lengths: readonly number[]) =>
      lengths.reduce((most, length) => Math.max(most, length), 0);
    return {
      longestBlock: longest(turns.map(turn => turn.end - turn.start - inPauses(turn))),
      longestPause: longest(pauses.map(({ start, end }) => end - start)),
    };
  };
}
