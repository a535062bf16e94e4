import { env, l10n } from 'vscode';

import { Problem } from '../ui/problem';
import { decodeProfile } from '../wechat';
import { type Handler } from './command';
import { type ProfileFinder, profileTargetOf } from './profileTarget';

/** `wechatOpenid.copyUnionid`: of a profile node. */
export function copyUnionid(find: ProfileFinder): Handler {
  return async argument => {
    const outcome = (await find(profileTargetOf(argument)))?.outcome;
    const raw = outcome && 'profile' in outcome ? outcome.profile : undefined;
    const unionid = raw && decodeProfile(raw, { language: 'en' }).unionid;
    if (unionid === undefined) throw new Problem(l10n.t('WeChat gave no unionid for this openid.'));
    await env.clipboard.writeText(unionid);
  };
}
