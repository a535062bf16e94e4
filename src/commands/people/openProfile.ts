import { l10n } from 'vscode';

import { type KeptProfile, type Profiles } from '../../jobs/people/profiles';
import { Problem } from '../../ui/problems/problem';
import { type Handler } from '../command';
import { profileTargetOf } from './profileTarget';

/** `wechatOpenid.openProfile`: what was fetched before, without any network. */
export function openProfile(profiles: Profiles, show: (profile: KeptProfile) => Promise<void>): Handler {
  return async argument => {
    const lookup = await profiles.find(profileTargetOf(argument));
    if (!lookup) throw new Problem(l10n.t('This profile is no longer kept. Look the openid up again.'));
    await show(lookup);
  };
}
