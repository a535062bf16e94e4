import * as v from 'valibot';

/** Bounded, since anything may call a command with anything. */
const Text = v.pipe(v.string(), v.maxLength(512));

const Target = v.object({
  appId: v.optional(Text),
  openid: v.optional(Text),
  batchId: v.optional(Text),
  lookupId: v.optional(Text),
  rid: v.optional(Text),
  path: v.optional(Text),
  show: v.optional(v.boolean()),
});

export type Target = v.InferOutput<typeof Target>;

/** What a tree node, a webview or a caller points at; nothing where the command was called without. */
export function targetOf(argument: unknown): Target {
  const parsed = v.safeParse(Target, argument);
  return parsed.success ? parsed.output : {};
}
