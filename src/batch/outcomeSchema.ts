import * as v from 'valibot';
import { type Fault, isRawProfile, type RawProfile, transportReasons } from '../wechat';
import { type Outcome } from './outcome';

/** Reads a fault that was kept. */
export const faultSchema: v.GenericSchema<unknown, Fault> = v.union([
  v.object({ errcode: v.number(), errmsg: v.string(), endpoint: v.optional(v.string()) }),
  v.object({
    reason: v.picklist(transportReasons),
    endpoint: v.optional(v.string()),
    status: v.optional(v.number()),
    detail: v.optional(v.string()),
  }),
]);

/** Checked without copying: a batch may hold 100 000 of them. */
const profileSchema = v.custom<RawProfile>(isRawProfile);

export const outcomeSchema: v.GenericSchema<unknown, Outcome> = v.variant('kind', [
  v.object({ kind: v.literal('following'), openid: v.string(), profile: profileSchema }),
  v.object({ kind: v.literal('notFollowing'), openid: v.string(), profile: profileSchema }),
  v.object({ kind: v.literal('invalid'), openid: v.string(), fault: faultSchema }),
  v.object({ kind: v.literal('notReturned'), openid: v.string() }),
  v.object({
    kind: v.literal('failed'),
    openid: v.string(),
    fault: faultSchema,
    profile: v.optional(profileSchema),
  }),
  v.object({ kind: v.literal('pending'), openid: v.string() }),
]);

/** An outcome that was kept as JSON; `undefined` if it is none, or of a kind that is not known yet. */
export function parseOutcome(value: unknown): Outcome | undefined {
  const outcome = v.safeParse(outcomeSchema, value);
  return outcome.success ? outcome.output : undefined;
}
