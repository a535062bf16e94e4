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

/** Minutes east of UTC. */
const china = 480;

/** How outcomes are put into words. */
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
  /** When WeChat gave this answer, in ISO 8601 with offset; left out where nobody noted it. */
  readonly fetchedAt?: string | undefined;
  /** Whether it is to be asked for again. */
  readonly toAskAgain?: true | undefined;
  readonly problem?: ExportedProblem | undefined;
  /** As WeChat sent it. */
  readonly raw?: RawProfile | undefined;
}

/** Why an openid has no profile. */
export interface ExportedProblem {
  /** WeChat's errcode, or why no usable answer arrived. */
  readonly code: number | string;
  readonly message?: string | undefined;
  readonly explanation: string;
}

/** One row of a batch. */
export interface ExportedRow {
  readonly outcome: Outcome;
  /** Unix milliseconds. */
  readonly answeredAt: number | undefined;
  readonly isToAskAgain: boolean;
}

/** One row as it is exported, in every format. */
export function exportRecord(
  { outcome, answeredAt, isToAskAgain }: ExportedRow,
  options: ExportOptions,
): ExportRecord {
  const { openid, kind } = outcome;
  return {
    openid,
    outcome: kind,
    ...('profile' in outcome && outcome.profile && decoded(outcome.profile, options)),
    ...(answeredAt !== undefined && { fetchedAt: isoTime(answeredAt / 1000, options.utcOffset ?? china) }),
    ...(isToAskAgain && { toAskAgain: true }),
    ...('fault' in outcome && { problem: problem(outcome.fault, options.language) }),
    ...('profile' in outcome && { raw: outcome.profile }),
  };
}

function decoded(
  raw: RawProfile,
  { language, tagNames, utcOffset = china }: ExportOptions,
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
