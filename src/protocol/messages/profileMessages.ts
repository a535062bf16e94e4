import * as v from 'valibot';
import { bounds } from '../bounds';
import { idText, profileView } from '../views/profileView';

/** What can be done from a shown profile, in its own panel or beside a batch table. */
export const profileAction = v.variant('type', [
  v.object({ type: v.literal('refresh') }),
  v.object({ type: v.literal('copyText'), text: v.pipe(v.string(), v.maxLength(bounds.clipboardText)) }),
  v.object({ type: v.literal('copyJson') }),
  v.object({ type: v.literal('openRaw') }),
  /** Where WeChat's whitelist of addresses is kept. */
  v.object({ type: v.literal('openConsole') }),
  v.object({ type: v.literal('lookUp'), openid: idText, appId: idText }),
  v.object({ type: v.literal('openList'), batchId: idText }),
  /** Looks for the person in all that is kept here. */
  v.object({ type: v.literal('findPerson'), unionid: idText }),
  /** What the account notes of a follower. Each asks before it changes anything. */
  v.object({ type: v.picklist(['editRemark', 'tag', 'untag']) }),
]);
export type ProfileAction = v.InferOutput<typeof profileAction>;

export const toProfile = v.variant('type', [
  v.object({ type: v.literal('profile'), profile: profileView }),
  v.object({ type: v.literal('refreshing'), busy: v.boolean() }),
  /** What the panel showed is no longer kept. */
  v.object({ type: v.literal('gone'), text: v.pipe(v.string(), v.maxLength(bounds.fieldText)) }),
]);
export type ToProfile = v.InferOutput<typeof toProfile>;

export const fromProfile = v.variant('type', [
  v.object({ type: v.literal('action'), action: profileAction }),
]);
export type FromProfile = v.InferOutput<typeof fromProfile>;
