import { env, l10n } from 'vscode';

import { type Profiles } from '../../jobs/people/profiles';
import { Problem } from '../../ui/problems/problem';
import { decodeProfile } from '../../wechat';
import { type Handler } from '../command';
import { profileTargetOf } from './profileTarget';

/** `wechatOpenid.copyUnionid`: of a profile node. */
export function copyUnionid(profiles: Profiles): Handler {
  return async argument => {
    const outcome = (await profiles.find(profileTargetOf(argument)))?.outcome;
    const raw = outcome && 'profile' in outcome ? outcome.profile : undefined;
    const unionid = raw && decodeProfile(raw, { language: 'en' }).unionid;
    if (!unionid) throw new Problem(l10n.t('WeChat gave no unionid for this openid.'), [], 'unknownProfile');
    await env.clipboard.writeText(unionid);
  };
}
