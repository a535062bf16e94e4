import {
  decodeProfile,
  type DisplayLanguage,
  explainError,
  type Fault,
  isWeChatFault,
  type RawProfile,
} from '../../wechat';
import { isoTime } from './isoTime';
import { type Outcome, type OutcomeKind } from '../outcome';

export interface ExportOptions {
  /** Of labels and explanations; keys and column names are the same in every language. */
  readonly language: DisplayLanguage;
  /** The account's tags by id; a tag without a name is written as its number. */
  readonly tagNames?: ReadonlyMap<number, string>;
  /** Of the times, in minutes east of UTC. Default 480: China, as in WeChat's own pages. */
  readonly utcOffset?: number;
}

/** One openid as it is exported; what is not known is left out. */
export interface ExportRecord {
  readonly openid: string;
  readonly outcome: OutcomeKind;
  readonly unionid?: string | undefined;
  /** ISO 8601 with offset. */
  readonly followedAt?: string | undefined;
  /** The label of the scene; the code is in `raw`. */
  readonly scene?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly language?: string | undefined;
  readonly problem?: ExportedProblem | undefined;
  /** As WeChat sent it. */
  readonly raw?: RawProfile | undefined;
}

export interface ExportedProblem {
  /** WeChat's errcode, or why no usable answer arrived. */
  readonly code: number | string;
  readonly message?: string | undefined;
  readonly explanation: string;
}

export function exportRecord(outcome: Outcome, options: ExportOptions): ExportRecord {
  const { openid, kind } = outcome;
  return {
    openid,
    outcome: kind,
    ...('profile' in outcome && outcome.profile && decoded(outcome.profile, options)),
    ...('fault' in outcome && { problem: problem(outcome.fault, options.language) }),
    ...('profile' in outcome && { raw: outcome.profile }),
  };
}

function decoded(
  raw: RawProfile,
  { language, tagNames, utcOffset = 480 }: ExportOptions,
): Partial<ExportRecord> {
  const profile = decodeProfile(raw, { language });
  return {
    unionid: profile.unionid,
    followedAt: profile.subscribeTime === undefined ? undefined : isoTime(profile.subscribeTime, utcOffset),
    scene: profile.scene?.label,
    tags: profile.tagIds.map(id => tagNames?.get(id) ?? String(id)),
    language: profile.language?.label,
  };
}

function problem(fault: Fault, language: DisplayLanguage): ExportedProblem {
  const { code, cause } = explainError(fault, language);
  return { code, message: isWeChatFault(fault) ? fault.errmsg : fault.detail, explanation: cause };
}
