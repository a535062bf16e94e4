import * as v from 'valibot';

/** One change that WeChat confirmed. `at` in Unix milliseconds. */
export type Change =
  | { readonly kind: 'remark'; readonly openid: string; readonly at: number; readonly remark: string }
  | { readonly kind: 'tag' | 'untag'; readonly openid: string; readonly at: number; readonly tagId: number };

const changeLine = v.variant('kind', [
  v.object({ kind: v.literal('remark'), openid: v.string(), at: v.number(), remark: v.string() }),
  v.object({ kind: v.picklist(['tag', 'untag']), openid: v.string(), at: v.number(), tagId: v.number() }),
]);

/** Those of the values of a file that are changes. */
export function changesOf(values: readonly unknown[]): Change[] {
  return values.flatMap(value => {
    const read = v.safeParse(changeLine, value);
    return read.success ? [read.output] : [];
  });
}
