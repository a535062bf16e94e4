import { type Fault, type RawProfile } from '../wechat';

/**
 * What became of one requested openid. Every distinct openid of a batch has exactly one outcome at any time,
 * so counts always add up to the number of openids asked for.
 */
export type Outcome =
  | { readonly kind: 'following'; readonly openid: string; readonly profile: RawProfile }
  | { readonly kind: 'notFollowing'; readonly openid: string; readonly profile: RawProfile }
  /** WeChat said 40003 to this openid alone. */
  | { readonly kind: 'invalid'; readonly openid: string; readonly fault: Fault }
  /** Asked twice, in a batch and singly, and never answered. */
  | { readonly kind: 'notReturned'; readonly openid: string }
  /** `profile` holds the raw answer where one came that cannot be trusted, such as a row without `subscribe`. */
  | { readonly kind: 'failed'; readonly openid: string; readonly fault: Fault; readonly profile?: RawProfile }
  /** Not asked yet: cancelled, stopped or interrupted before its turn. */
  | { readonly kind: 'pending'; readonly openid: string };

/** What became of an openid. */
export type OutcomeKind = Outcome['kind'];

/** Every {@link OutcomeKind}, in the order in which they are told. */
export const outcomeKinds = [
  'following',
  'notFollowing',
  'invalid',
  'notReturned',
  'failed',
  'pending',
] as const satisfies readonly OutcomeKind[];

/** How many openids ended so; together they are all that were asked for. */
export type OutcomeCounts = Readonly<Record<OutcomeKind, number>>;

/** Of a batch of nobody. */
export const noCounts: OutcomeCounts = {
  following: 0,
  notFollowing: 0,
  invalid: 0,
  notReturned: 0,
  failed: 0,
  pending: 0,
};

/** Whether WeChat said something about the person, rather than nothing that could be used. */
export function isAnswer(kind: OutcomeKind): boolean {
  return kind === 'following' || kind === 'notFollowing' || kind === 'invalid';
}
