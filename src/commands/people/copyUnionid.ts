import { env, l10n } from 'vscode';

import { type Profiles } from '../../jobs/people/profiles';
import { Problem } from '../../ui/problems/problem';
import { decodeProfile } from '../../wechat';
import { type Handler } from '../command';
import { rawProfilesOf } from './profileTarget';

/** `wechatOpenid.copyUnionid`: of a profile node; of several, one a line. */
export function copyUnionid(profiles: Profiles): Handler {
  return async (argument, selected) => {
    const raw = await rawProfilesOf(profiles, argument, selected);
    const unionids = raw.flatMap(profile => decodeProfile(profile, { language: 'en' }).unionid ?? []);
    if (unionids.length === 0)
      throw new Problem(l10n.t('WeChat gave no unionid for this openid.'), [], 'unknownProfile');
    await env.clipboard.writeText(unionids.join('\n'));
  };
}
