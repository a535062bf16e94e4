import { env, l10n } from 'vscode';

import { type Profiles } from '../../jobs/people/profiles';
import { Problem } from '../../ui/problems/problem';
import { type Handler } from '../command';
import { rawProfilesOf } from './profileTarget';

/** `wechatOpenid.copyProfile`: WeChat's answer as it came, formatted; of several nodes, as one list. */
export function copyProfile(profiles: Profiles): Handler {
  return async (argument, selected) => {
    const [first, ...others] = await rawProfilesOf(profiles, argument, selected);
    if (!first) throw new Problem(l10n.t('WeChat gave no profile for this openid.'), [], 'unknownProfile');
    const copied = others.length > 0 ? [first, ...others] : first;
    await env.clipboard.writeText(JSON.stringify(copied, undefined, 2));
  };
}
