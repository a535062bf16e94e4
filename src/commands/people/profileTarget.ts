import { type ProfileTarget } from '../../jobs/people/profiles';
import { targetOf } from '../arguments';

/** Profile nodes carry their origin, webviews and callers name it directly. */
export function profileTargetOf(argument: unknown): ProfileTarget {
  const target = targetOf(argument);
  const isNode = typeof argument === 'object' && argument !== null && 'origin' in argument;
  return { ...target, ...(isNode && targetOf(argument.origin)) };
}
