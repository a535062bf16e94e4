import { env } from 'vscode';

import { type Outcome } from '../../batch';
import {
  decodeProfile,
  displayLanguage,
  explainError,
  type Explanation,
  type Fault,
  isWeChatFault,
  type RawProfile,
} from '../../wechat';
import { hiddenAddress, type Ids, type Untrusted, untrusted } from './masking';

/** What models are told of a person, in words for whoever is asked about it. Remarks and names are not among it. */
export interface ToldProfile {
  readonly openid: string;
  readonly state: string;
  readonly followedAt?: string;
  readonly scene?: string | Untrusted;
  readonly language?: string | Untrusted;
  readonly tagIds?: readonly number[];
  readonly qrScene?: Untrusted;
  readonly unionid?: string;
}

/** A few, whatever an answer holds. */
const mostTags = 50;
const languageCode = /^[A-Za-z]{2,3}([_-][A-Za-z]{2,4})?$/;

export function toldProfile(raw: RawProfile, ids: Ids): ToldProfile {
  const profile = decodeProfile(raw, { language: displayLanguage(env.language) });
  const { openid, state, subscribeTime, scene, language, tagIds, qrScene, qrSceneStr, unionid } = profile;
  const qr = [qrScene, qrSceneStr].filter(text => text !== undefined && text !== '').join(' ');
  return {
    openid: ids.of(openid),
    state,
    ...(subscribeTime !== undefined && { followedAt: new Date(subscribeTime * 1000).toISOString() }),
    ...(scene && { scene: scene.known ? scene.label : untrusted(scene.code) }),
    ...(language && {
      language: languageCode.test(language.code) ? language.code : untrusted(language.code),
    }),
    ...(tagIds.length > 0 && { tagIds: tagIds.slice(0, mostTags) }),
    ...(qr !== '' && { qrScene: untrusted(qr) }),
    ...(unionid !== undefined && { unionid: ids.of(unionid) }),
  };
}

export function toldOutcome(outcome: Outcome, ids: Ids): object {
  return {
    ...{ openid: ids.of(outcome.openid), outcome: outcome.kind },
    ...('profile' in outcome && outcome.profile && { profile: toldProfile(outcome.profile, ids) }),
    ...('fault' in outcome && { error: toldFault(outcome.fault) }),
  };
}

/** An error without the user's address, which a model needs for nothing. */
export function toldFault(fault: Fault): object {
  const explanation = explainError(fault, displayLanguage(env.language));
  return toldExplanation(explanation, isWeChatFault(fault) ? fault.errmsg : '');
}

function toldExplanation({ code, kind, cause, nextStep, ip, rid }: Explanation, errmsg: string): object {
  const blank = (text: string) => (ip === undefined ? text : text.replaceAll(ip, hiddenAddress));
  // A code that nobody knows is told in the words of whoever sent it.
  const isQuoted = errmsg !== '' && cause.includes(errmsg);
  return {
    ...{ code, kind, cause: isQuoted ? untrusted(blank(cause)) : blank(cause), nextStep: blank(nextStep) },
    ...(rid !== undefined && { rid }),
  };
}
