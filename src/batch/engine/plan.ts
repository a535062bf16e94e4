import { groupByPrefix, openidShape } from '../../openids';
import { maxBatchSize } from '../../wechat';

/** How a list is divided into calls, and what that costs. */
export interface BatchPlan {
  /** The distinct openids in order of first appearance. */
  readonly openids: readonly string[];
  /** The openids as they will be asked for. */
  readonly chunks: readonly (readonly string[])[];
  /** API calls if no openid is bad, nothing has to be repeated and no answer looks shifted. */
  readonly calls: number;
  /** So many more, at most, that make sure of it where an answer looks shifted. */
  readonly verifyingCalls: number;
}

/** What a run of these openids will ask. */
export function planBatch(openids: Iterable<string>): BatchPlan {
  const distinct = [...new Set(openids)];
  const chunks = likely(distinct).flatMap(alike => [...inChunks(alike)]);
  const verifyingCalls = chunks.filter(({ length }) => length > 1).length;
  return { openids: distinct, chunks, calls: chunks.length, verifyingCalls };
}

/**
 * Divides distinct openids into lists of those that are as likely good as each other, the likeliest first. One bad
 * openid makes WeChat refuse all of its call: those of another beginning than most, and those of an odd shape, are
 * kept away from the others. Beginnings that do not fill a call share one list.
 */
export function likely(openids: readonly string[]): string[][] {
  const usual: string[] = [];
  const odd: string[] = [];
  for (const openid of openids) (openidShape(openid) === 'usual' ? usual : odd).push(openid);
  const [commonest, ...others] = groupByPrefix(usual).map(group => [...group.openids]);
  const large = others.filter(({ length }) => length >= maxBatchSize);
  const few = others.filter(({ length }) => length < maxBatchSize).flat();
  return [commonest ?? [], ...large, few, odd].filter(({ length }) => length > 0);
}

function* inChunks(openids: readonly string[]): Iterable<readonly string[]> {
  for (let start = 0; start < openids.length; start += maxBatchSize) {
    yield openids.slice(start, start + maxBatchSize);
  }
}
