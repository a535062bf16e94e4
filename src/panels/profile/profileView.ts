import { type Outcome } from '../../batch';
import { bounds } from '../../protocol/bounds';
import {
  type DecodedView,
  type ProblemView,
  type ProfileView,
  type SceneView,
} from '../../protocol/views/profileView';
import { type LaidProfile, type Overlay } from '../../changes';
import {
  decodeProfile,
  type DisplayLanguage,
  explainError,
  type Fault,
  groupName,
  type RawProfile,
} from '../../wechat';
import { type RelatedList, type RelatedPeople } from '../sources';
import { rawAnswer } from './rawAnswer';

export interface ViewContext {
  readonly appId: string;
  readonly accountName: string;
  /** Milliseconds since 1970. */
  readonly fetchedAt?: number;
  /** Where that is unknown: when its batch was started, in milliseconds since 1970. */
  readonly notBefore?: number;
  /** Whether WeChat is to be asked again. */
  readonly toAskAgain?: boolean;
  /** What a batch is called that the answer comes from. */
  readonly batchName?: string;
  readonly language: DisplayLanguage;
  readonly tagNames?: ReadonlyMap<number, string>;
  readonly changes?: Overlay | undefined;
  readonly people?: RelatedPeople;
  readonly lists?: readonly RelatedList[];
}

/** An outcome as a profile page shows it: decoded, explained, named and bounded. */
export function profileViewOf(outcome: Outcome, context: ViewContext): ProfileView {
  const {
    appId,
    accountName,
    fetchedAt,
    notBefore,
    toAskAgain = false,
    batchName,
    people,
    lists = [],
    language,
  } = context;
  const raw = rawAnswer(outcome);
  const unionid = unionidOf(outcome);
  return {
    openid: bounded(outcome.openid, bounds.cellText),
    appId,
    accountName: bounded(accountName, bounds.cellText),
    outcome: outcome.kind,
    hasRaw: raw !== undefined,
    samePerson: people?.samePerson.slice(0, bounds.fields) ?? [],
    ...(people?.hasIndex === false &&
      unionid !== undefined && { unsought: bounded(unionid, bounds.cellText) }),
    likelyOwners: people?.likelyOwners.slice(0, bounds.fields) ?? [],
    looksLikeUnionid: people?.looksLikeUnionid ?? false,
    lists: lists.slice(0, bounds.fields).map(({ batchId, source, startedAt }) => ({
      batchId,
      source: bounded(source, bounds.cellText),
      startedAt,
    })),
    ...(fetchedAt !== undefined && { fetchedAt }),
    ...(notBefore !== undefined && outcome.kind !== 'pending' && { notBefore }),
    toAskAgain,
    ...(batchName !== undefined && { batchName: bounded(batchName, bounds.cellText) }),
    ...(raw && { decoded: decodedView(raw, context) }),
    ...('fault' in outcome && { problem: problemView(outcome.fault, language) }),
  };
}

export function unionidOf(outcome: Outcome): string | undefined {
  const unionid = rawAnswer(outcome)?.['unionid'];
  return typeof unionid === 'string' && unionid !== '' ? unionid : undefined;
}

export function problemView(fault: Fault, language: DisplayLanguage): ProblemView {
  const { code, cause, nextStep, ip, rid, ridTime } = explainError(fault, language);
  return {
    code: bounded(String(code), bounds.cellText),
    cause: bounded(cause, bounds.fieldText),
    nextStep: bounded(nextStep, bounds.fieldText),
    ...(ip !== undefined && { ip }),
    ...(rid !== undefined && { rid }),
    ...(ridTime !== undefined && { ridTime }),
  };
}

function decodedView(raw: RawProfile, context: ViewContext): DecodedView {
  const { language, tagNames, changes, fetchedAt, notBefore } = context;
  const answered: LaidProfile = decodeProfile(raw, { language });
  const { unionid, unionidMissing, subscribeTime, scene, qrScene, qrSceneStr, remark, groupId, ...profile } =
    changes?.overProfile(answered, fetchedAt ?? notBefore) ?? answered;
  const named = (id: number) => {
    const name = groupName(id, tagNames, language);
    return { id, ...(name !== undefined && { name: bounded(name, bounds.cellText) }) };
  };
  return {
    ...(unionid !== undefined && { unionid: bounded(unionid, bounds.cellText) }),
    ...(unionidMissing && { unionidNote: unionidMissing.text }),
    ...(remark !== undefined && { remark: bounded(remark, bounds.fieldText) }),
    ...(subscribeTime !== undefined && { followedAt: subscribeTime }),
    ...(scene && { scene: sceneView(scene) }),
    ...(qrScene !== undefined && { qrScene: bounded(qrScene, bounds.fieldText) }),
    ...(qrSceneStr !== undefined && { qrSceneStr: bounded(qrSceneStr, bounds.fieldText) }),
    tags: profile.tagIds.slice(0, bounds.tags).map(named),
    // Groups are the older form of tags and share their numbers.
    ...(groupId !== undefined && { group: named(groupId) }),
    ...(profile.language && {
      language: {
        code: bounded(profile.language.code, bounds.cellText),
        label: bounded(profile.language.label, bounds.cellText),
      },
    }),
    ...(profile.changedAt !== undefined && { changedAt: profile.changedAt }),
    legacyNote: profile.legacyNote,
    legacy: fieldViews(profile.legacy),
    unknown: fieldViews(profile.unknown),
  };
}

export function sceneView({ code, label, known }: SceneView): SceneView {
  return { code: bounded(code, bounds.cellText), label: bounded(label, bounds.cellText), known };
}

function fieldViews(fields: readonly { key: string; value: unknown }[]): DecodedView['unknown'] {
  return fields.slice(0, bounds.fields).map(({ key, value }) => ({
    key: bounded(key, bounds.fieldText),
    value: bounded(typeof value === 'string' ? value : JSON.stringify(value), bounds.fieldText),
  }));
}

/** At most `length` UTF-16 units, the last an ellipsis where something was left out. */
export function bounded(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
