import { openidShape } from '../../openids';
import { maxBatchSize } from '../../wechat';

export interface BatchPlan {
  /** The distinct openids in order of first appearance. */
  readonly openids: readonly string[];
  /** The openids as they will be asked for; oddly shaped ones stand in chunks of their own, at the end. */
  readonly chunks: readonly (readonly string[])[];
  /** API calls if no openid is bad and nothing has to be repeated. */
  readonly calls: number;
}

/**
 * Divides openids into calls. One bad openid makes WeChat refuse all of its call, so the likely bad
 * ones are kept away from the likely good ones.
 */
export function planBatch(openids: Iterable<string>): BatchPlan {
  const distinct = [...new Set(openids)];
  const usual: string[] = [];
  const odd: string[] = [];
  for (const openid of distinct) (openidShape(openid) === 'usual' ? usual : odd).push(openid);
  const chunks = [...inChunks(usual), ...inChunks(odd)];
  return { openids: distinct, chunks, calls: chunks.length };
}

function* inChunks(openids: readonly string[]): Iterable<readonly string[]> {
  for (let start = 0; start < openids.length; start += maxBatchSize) {
    yield openids.slice(start, start + maxBatchSize);
  }
}
