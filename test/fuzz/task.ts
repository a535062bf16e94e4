import * as v from 'valibot';

/** What a worker is to do; `at` holds the number of the input that it reads. */
export const task = v.object({
  name: v.picklist(['finder', 'answers', 'journal', 'pairs', 'messages']),
  seconds: v.number(),
  seed: v.number(),
  at: v.custom<Int32Array>(value => value instanceof Int32Array),
});
export type Task = v.InferOutput<typeof task>;

/** What it came to. */
export const came = v.object({
  inputs: v.number(),
  /** Milliseconds of a processor for one input. */
  longest: v.number(),
  finding: v.optional(v.string()),
});
export type Came = v.InferOutput<typeof came>;
