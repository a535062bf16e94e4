import { type Contender } from './contenders';

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = NaN, high = NaN] =
    sorted.length % 2 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1);
  return (low + high) / 2;
}

export async function milliseconds(act: () => unknown): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

/**
 * The median time of each contender, after `warmUp`. They take turns, so that a machine that becomes slower or
 * faster meanwhile does so for all.
 */
export async function race(
  contenders: readonly Contender[],
  openids: readonly string[],
  { rounds, warmUp, profiles }: { rounds: number; warmUp: readonly string[]; profiles: number },
): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number[]>(contenders.map(({ name }) => [name, []]));
  for (const contender of contenders) await contender.run(warmUp);
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) {
      let fetched = 0;
      const time = await milliseconds(async () => (fetched = await contender.run(openids)));
      if (fetched !== profiles)
        throw new Error(`${contender.name} fetched ${fetched} of ${profiles} profiles`);
      times.get(contender.name)?.push(time);
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}
