import * as v from 'valibot';

const bundleEntry = v.union([v.string(), v.object({ message: v.string(), comment: v.array(v.string()) })]);

/**
 * The first message of every page, also after it was hidden and is shown again: VS Code builds the page anew
 * each time. Nothing is rendered before the answer, `start`.
 */
export const readyMessage = v.object({ type: v.literal('ready') });
export type ReadyMessage = v.InferOutput<typeof readyMessage>;

/** What the page keeps through `setState`, which VS Code stores on disk: an id and what it is of, nothing else. */
export const pageState = v.object({
  id: v.pipe(v.string(), v.maxLength(500)),
  /** A saved answer that was decoded: it is in memory only, and a reload ends it. */
  isAnswer: v.optional(v.boolean()),
});
export type PageState = v.InferOutput<typeof pageState>;

const generation = v.pipe(v.number(), v.integer(), v.minValue(0));

export const startMessage = v.object({
  type: v.literal('start'),
  /** Grows with each page of a panel. */
  generation,
  /** What the panel shows. The page hands it to `setState`, so that VS Code can restore the panel after a reload. */
  state: pageState,
  /** VS Code's display language, a BCP 47 tag such as `zh-cn`. */
  locale: v.pipe(v.string(), v.maxLength(35)),
  /** What `vscode.l10n.bundle` holds; undefined for English. */
  l10n: v.optional(v.record(v.string(), bundleEntry)),
});
export type StartMessage = v.InferOutput<typeof startMessage>;

/** Around every message but the first of each side: one that is meant for, or comes from, an earlier page is dropped. */
export const envelope = v.object({ generation, message: v.unknown() });
export type Envelope = v.InferOutput<typeof envelope>;
