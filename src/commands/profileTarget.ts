import { type Lookup } from '../accounts';
import { targetOf } from './arguments';

/** Finds what a profile node, a recent lookup or a batch's row points at. Undefined where it is no longer kept. */
export type ProfileFinder = (target: {
  readonly lookupId?: string;
  readonly batchId?: string;
  readonly openid?: string;
}) => Promise<Lookup | undefined>;

/** Profile nodes carry their origin, webviews and callers name it directly. */
export function profileTargetOf(argument: unknown): ReturnType<typeof targetOf> {
  const target = targetOf(argument);
  const origin = typeof argument === 'object' && argument !== null && 'origin' in argument ? argument.origin : undefined;
  return { ...target, ...targetOf(origin) };
}
