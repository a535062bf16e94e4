/** Whose openids a column holds. */
export type Whose =
  | { readonly kind: 'account'; readonly appId: string }
  /** That of the AppID which stands in the same row. */
  | { readonly kind: 'row' }
  /** Not told yet, and not to be guessed. */
  | { readonly kind: 'unknown' };

/** What the cells of a column are. */
export type ColumnMeaning =
  | { readonly kind: 'unionid' }
  | { readonly kind: 'openid'; readonly of: Whose }
  /** The AppID of the account whose openid stands in the same row. */
  | { readonly kind: 'appId' }
  /** A value of the developer's own database. Never proposed: phone numbers would slip in. */
  | { readonly kind: 'key' }
  | { readonly kind: 'leaveOut' };

/** A column of a table and what it holds. */
export interface PlannedColumn {
  readonly name: string;
  readonly meaning: ColumnMeaning;
}

/** Why pairs cannot be read by a plan. `column` is a place in it. */
export type PlanProblem =
  | { readonly kind: 'noUnionid' }
  | { readonly kind: 'noOpenid' }
  | { readonly kind: 'twoUnionids'; readonly column: number }
  | { readonly kind: 'whoseOpenid'; readonly column: number }
  | { readonly kind: 'sameAccount'; readonly column: number }
  | { readonly kind: 'noAppId'; readonly column: number }
  | { readonly kind: 'tooManyKeys' };

/** A row holds no more business keys. */
export const mostKeys = 20;

/** Why pairs cannot be read by this plan; undefined where they can. */
export function planProblem(plan: readonly PlannedColumn[]): PlanProblem | undefined {
  const places = (wanted: (meaning: ColumnMeaning) => boolean) =>
    plan.flatMap(({ meaning }, column) => (wanted(meaning) ? [column] : []));
  const unionids = places(({ kind }) => kind === 'unionid');
  if (unionids.length === 0) return { kind: 'noUnionid' };
  const second = unionids[1];
  if (second !== undefined) return { kind: 'twoUnionids', column: second };
  const openids = places(({ kind }) => kind === 'openid');
  if (openids.length === 0) return { kind: 'noOpenid' };
  const seen = new Set<string>();
  for (const column of openids) {
    const meaning = plan[column]?.meaning;
    const of = meaning?.kind === 'openid' ? meaning.of : undefined;
    if (!of || of.kind === 'unknown') return { kind: 'whoseOpenid', column };
    if (of.kind === 'row' && !plan.some(each => each.meaning.kind === 'appId'))
      return { kind: 'noAppId', column };
    const key = of.kind === 'account' ? of.appId : '';
    if (seen.has(key)) return { kind: 'sameAccount', column };
    seen.add(key);
  }
  return places(({ kind }) => kind === 'key').length > mostKeys ? { kind: 'tooManyKeys' } : undefined;
}
