import { type Contender } from '../contenders';

/** What one run cost: milliseconds on the clock, and of processor time in all threads of this process. */
export interface Cost {
  readonly time: number;
  readonly cpu: number;
}

export interface RaceOptions {
  readonly rounds: number;
  readonly warmUp: readonly string[];
  /** How many profiles there are to fetch: whoever brings fewer has not run the same race. */
  readonly profiles: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = NaN, high = NaN] =
    sorted.length % 2 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1);
  return (low + high) / 2;
}

/**
 * Median of the rounds' own ratios. Two runs of one round saw nearly the same machine, two medians need not have:
 * on a machine that others use as well, this ratio moves far less than that of the medians.
 */
export function medianRatio(costs: readonly Cost[], to: readonly Cost[], of: keyof Cost): number {
  return median(costs.map((cost, round) => cost[of] / (to[round]?.[of] ?? NaN)));
}

export async function costOf(act: () => unknown): Promise<Cost> {
  const start = performance.now();
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return { time: performance.now() - start, cpu: (user + system) / 1_000 };
}

/**
 * The costs of each contender, round by round, after `warmUp`. They take turns in one process, and another one
 * begins each round: nobody always pays for the garbage of the same other. No garbage collection is forced between
 * turns, since that makes V8 throw away the code it optimised, which no user of any of them ever sees.
 */
export async function race(
  contenders: readonly Contender[],
  openids: readonly string[],
  { rounds, warmUp, profiles }: RaceOptions,
): Promise<ReadonlyMap<Contender, readonly Cost[]>> {
  const costs = new Map<Contender, Cost[]>(contenders.map(contender => [contender, []]));
  for (const contender of contenders) await contender.run(warmUp);
  for (let round = 0; round < rounds; round++) {
    const first = round % contenders.length;
    for (const contender of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      let fetched = 0;
      costs.get(contender)?.push(await costOf(async () => (fetched = await contender.run(openids))));
      if (fetched !== profiles)
        throw new Error(`${contender.name} fetched ${fetched} of ${profiles} profiles`);
    }
  }
  return costs;
}
