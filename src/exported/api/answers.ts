import { env } from 'vscode';

import { type Batch, type Outcome } from '../../batch';
import {
  decodeProfile,
  displayLanguage,
  explainError,
  type Explanation,
  type Fault,
  type RawProfile,
} from '../../wechat';
import { type LensAnswer, type LensBatch, type LensExplanation, type LensProfile } from './lensApi';

/** An answer with whose it is and when it came. */
export interface Given {
  readonly outcome: Outcome;
  readonly appId: string;
  readonly fetchedAt?: number | undefined;
}

export function answerOf({ outcome, appId, fetchedAt }: Given): LensAnswer {
  const { openid, kind } = outcome;
  return {
    ...{ openid, appId, outcome: kind },
    ...(fetchedAt !== undefined && { fetchedAt }),
    ...('profile' in outcome && outcome.profile && { profile: profileOf(outcome.profile) }),
    ...('fault' in outcome && { error: faultOf(outcome.fault) }),
  };
}

/** Names one by one: what the decoder learns tomorrow is no part of a version. */
export function profileOf(answer: RawProfile): LensProfile {
  const profile = decodeProfile(answer, { language: displayLanguage(env.language) });
  const { openid, state, unionid, subscribeTime, scene, qrScene, qrSceneStr, remark, tagIds } = profile;
  const { language } = profile;
  return {
    ...{ openid, state, tagIds: [...tagIds], raw: { ...answer } },
    ...(unionid !== undefined && { unionid }),
    ...(subscribeTime !== undefined && { subscribeTime }),
    ...(scene && { scene: { code: scene.code, label: scene.label } }),
    ...(qrScene !== undefined && { qrScene }),
    ...(qrSceneStr !== undefined && { qrSceneStr }),
    ...(remark !== undefined && { remark }),
    ...(language && { language: { ...language } }),
  };
}

export function explanationOf({ code, kind, cause, nextStep, ip, rid }: Explanation): LensExplanation {
  return {
    ...{ code, kind, cause, nextStep },
    ...(ip !== undefined && { ip }),
    ...(rid !== undefined && { rid }),
  };
}

export function faultOf(fault: Fault): LensExplanation {
  return explanationOf(explainError(fault, displayLanguage(env.language)));
}

export function batchOf(batch: Batch): LensBatch {
  const { id, appId, state, stoppedBy, counts } = batch;
  return {
    ...{ id, appId, state, counts: { ...counts } },
    ...(stoppedBy && { stoppedBy: faultOf(stoppedBy) }),
    answers: () => answersIn(batch),
  };
}

function* answersIn(batch: Batch): Generator<LensAnswer> {
  for (let index = 0; index < batch.openids.length; index++) {
    const outcome = batch.outcomeAt(index);
    if (outcome) yield answerOf({ outcome, appId: batch.appId, fetchedAt: batch.answeredAt(index) });
  }
}
