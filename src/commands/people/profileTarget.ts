import { type Profiles, type ProfileTarget } from '../../jobs/people/profiles';
import { type RawProfile } from '../../wechat';
import { targetOf } from '../arguments';

/** Profile nodes carry their origin, webviews and callers name it directly. */
export function profileTargetOf(argument: unknown): ProfileTarget {
  const target = targetOf(argument);
  const isNode = typeof argument === 'object' && argument !== null && 'origin' in argument;
  return { ...target, ...(isNode && targetOf(argument.origin)) };
}

/** WeChat's answers of a node, and of the others that are selected with it. Whoever has none is passed over. */
export async function rawProfilesOf(
  profiles: Pick<Profiles, 'find'>,
  argument: unknown,
  selected: unknown,
): Promise<RawProfile[]> {
  const others: readonly unknown[] = Array.isArray(selected)
    ? selected.filter(node => node !== argument)
    : [];
  const raw: RawProfile[] = [];
  for (const node of [argument, ...others]) {
    const outcome = (await profiles.find(profileTargetOf(node)))?.outcome;
    if (outcome && 'profile' in outcome && outcome.profile) raw.push(outcome.profile);
  }
  return raw;
}
