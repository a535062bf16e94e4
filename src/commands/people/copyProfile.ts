import { env, l10n } from 'vscode';

import { type Profiles } from '../../jobs/people/profiles';
import { Problem } from '../../ui/problems/problem';
import { type Handler } from '../command';
import { profileTargetOf } from './profileTarget';

/** `wechatOpenid.copyProfile`: WeChat's answer as it came, formatted. */
export function copyProfile(profiles: Profiles): Handler {
  return async argument => {
    const outcome = (await profiles.find(profileTargetOf(argument)))?.outcome;
    const raw = outcome && 'profile' in outcome ? outcome.profile : undefined;
    if (!raw) throw new Problem(l10n.t('WeChat gave no profile for this openid.'), [], 'unknownProfile');
    await env.clipboard.writeText(JSON.stringify(raw, undefined, 2));
  };
}
