import { l10n } from 'vscode';

import { type Names } from '../accounts';
import { type Outcome } from '../batch';
import { type LaidProfile } from '../changes';
import { timeText } from '../ui/texts/formats';
import {
  codeAndCause,
  decodeProfile,
  type DisplayLanguage,
  explainError,
  groupName,
  type Profile,
} from '../wechat';

/** One decoded line of a profile. `value` is text from WeChat or from people, to be shown as text only. */
export interface ProfileField {
  readonly label: string;
  readonly value: string;
  readonly explanation?: string;
}

/** The decoded fields of an outcome, in the order that answers questions: who, whether, since when, from where. */
export function profileFields(
  outcome: Outcome,
  language: DisplayLanguage,
  tagNames: Names = new Map(),
  /** Lays what was changed from here over the answer. */
  asOfNow: (profile: Profile) => LaidProfile = profile => profile,
): readonly ProfileField[] {
  const openid = { label: l10n.t('OpenID'), value: outcome.openid };
  switch (outcome.kind) {
    case 'following':
    case 'notFollowing':
      return [
        openid,
        ...decodedFields(asOfNow(decodeProfile(outcome.profile, { language })), tagNames, language),
      ];
    case 'invalid':
    case 'failed': {
      const why = explainError(outcome.fault, language);
      return [
        openid,
        { label: l10n.t('Cause'), value: codeAndCause(why) },
        { label: l10n.t('Next step'), value: why.nextStep },
      ];
    }
    case 'notReturned':
      return [
        openid,
        { label: l10n.t('Cause'), value: l10n.t('WeChat was asked twice and did not return this openid.') },
      ];
    case 'pending':
      return [openid, { label: l10n.t('Cause'), value: l10n.t('Not asked yet.') }];
  }
}

function decodedFields(
  profile: LaidProfile,
  tagNames: Names,
  shownIn: DisplayLanguage,
): readonly ProfileField[] {
  const nameOf = (id: number) => groupName(id, tagNames, shownIn) ?? String(id);
  const { unionid, unionidMissing, subscribeTime, scene, language } = profile;
  const fields: (ProfileField | false | undefined)[] = [
    unionid !== undefined
      ? { label: l10n.t('UnionID'), value: unionid }
      : unionidMissing && { label: l10n.t('UnionID'), value: '—', explanation: unionidMissing.text },
    !!profile.remark && { label: l10n.t('Remark'), value: profile.remark },
    subscribeTime !== undefined && { label: l10n.t('Followed'), value: timeText(subscribeTime * 1000) },
    scene && {
      label: l10n.t('Scene'),
      value: scene.label,
      explanation: scene.code,
    },
    profile.qrScene !== undefined && { label: l10n.t('QR Scene'), value: profile.qrScene },
    profile.qrSceneStr !== undefined && { label: l10n.t('QR Scene String'), value: profile.qrSceneStr },
    profile.tagIds.length > 0 && { label: l10n.t('Tags'), value: profile.tagIds.map(nameOf).join(', ') },
    profile.groupId !== undefined && { label: l10n.t('Group'), value: nameOf(profile.groupId) },
    profile.changedAt !== undefined && {
      label: l10n.t('Changed in Lens'),
      value: timeText(profile.changedAt),
    },
    language && { label: l10n.t('Language'), value: language.label },
    ...profile.unknown.map(({ key, value }) => ({ label: key, value: JSON.stringify(value) })),
  ];
  return fields.filter(field => field !== undefined && field !== false);
}
