import * as v from 'valibot';
import { bounds } from '../bounds';

/** The six outcomes, in the order in which panels list them. */
export const outcomeKinds = [
  'following',
  'notFollowing',
  'invalid',
  'notReturned',
  'failed',
  'pending',
] as const;

export const outcomeKind = v.picklist(outcomeKinds);
export type OutcomeKind = v.InferOutput<typeof outcomeKind>;

const fieldText = v.pipe(v.string(), v.maxLength(bounds.fieldText));
export const idText = v.pipe(v.string(), v.maxLength(bounds.cellText));
const field = v.object({ key: fieldText, value: fieldText });

export const sceneView = v.object({
  /** As WeChat sent it. */
  code: idText,
  /** In the display language; an unknown scene is its own label. */
  label: idText,
  known: v.boolean(),
});
export type SceneView = v.InferOutput<typeof sceneView>;

/** An explained error: the texts are in the display language already. */
export const problemView = v.object({
  code: v.optional(idText),
  cause: fieldText,
  nextStep: fieldText,
  /** The caller's address, where WeChat refused it. */
  ip: v.optional(idText),
  rid: v.optional(idText),
  /** Unix seconds when the request was made, as its rid tells; an estimate. */
  ridTime: v.optional(v.number()),
});
export type ProblemView = v.InferOutput<typeof problemView>;

/** An openid in some registered account. */
const personView = v.object({ openid: idText, appId: idText, accountName: idText });

/** A name is missing where the account's tags could not be read. */
const tagView = v.object({ id: v.number(), name: v.optional(idText) });
export type TagView = v.InferOutput<typeof tagView>;

/** What the answer says about a person. Text from WeChat and from people is as it came, only shortened. */
const decodedView = v.object({
  unionid: v.optional(idText),
  /** Why there is no unionid. */
  unionidNote: v.optional(fieldText),
  remark: v.optional(fieldText),
  /** Unix seconds of the last follow. */
  followedAt: v.optional(v.number()),
  scene: v.optional(sceneView),
  qrScene: v.optional(fieldText),
  qrSceneStr: v.optional(fieldText),
  tags: v.pipe(v.array(tagView), v.maxLength(bounds.tags)),
  group: v.optional(tagView),
  /** Milliseconds since 1970 when remark or tags were changed from here, after WeChat gave the answer. */
  changedAt: v.optional(v.number()),
  language: v.optional(v.object({ code: idText, label: idText })),
  /** Fields that WeChat no longer fills, and since when. */
  legacyNote: fieldText,
  legacy: v.pipe(v.array(field), v.maxLength(bounds.fields)),
  unknown: v.pipe(v.array(field), v.maxLength(bounds.fields)),
});
export type DecodedView = v.InferOutput<typeof decodedView>;

/** One openid and what became of it, ready to be shown. */
export const profileView = v.object({
  openid: idText,
  appId: idText,
  accountName: idText,
  /** Milliseconds since 1970 when WeChat answered, where known. */
  fetchedAt: v.optional(v.number()),
  /** Where that is unknown: when its batch was started. */
  notBefore: v.optional(v.number()),
  /** What a batch is called that the answer comes from, where it is newer than the lookup. */
  batchName: v.optional(idText),
  /** The outcome stands until WeChat, which is to be asked again, has given another one. */
  toAskAgain: v.optional(v.boolean(), false),
  outcome: outcomeKind,
  decoded: v.optional(decodedView),
  problem: v.optional(problemView),
  /** Whether there is an answer of WeChat to show as it came. */
  hasRaw: v.boolean(),
  /** The same person in other accounts. */
  samePerson: v.array(personView),
  /** Their unionid, where nobody has looked for it in batches and imports yet. */
  unsought: v.optional(idText),
  /** Accounts that this openid may belong to instead. */
  likelyOwners: v.array(personView),
  /** It begins like unionids of earlier answers, and like no account's openids. */
  looksLikeUnionid: v.boolean(),
  /** Kept batches that hold this openid. */
  lists: v.array(v.object({ batchId: idText, source: idText, startedAt: v.number() })),
});
export type ProfileView = v.InferOutput<typeof profileView>;
