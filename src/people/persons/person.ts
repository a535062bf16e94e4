import { type OutcomeKind } from '../../batch';

/** What is known of a person in one account. */
export interface PersonInAccount {
  readonly appId: string;
  readonly openid: string;
  /** Undefined where nobody asked WeChat: the openid came with an import, or is of the blacklist. */
  readonly outcome: OutcomeKind | undefined;
  /** Unix seconds of the last follow, of those who follow. */
  readonly since: number | undefined;
  /** Unix milliseconds of that outcome. */
  readonly askedAt: number | undefined;
  /** Unionids that this openid was given before, or by an import, the latest first. */
  readonly olderUnionids: readonly string[];
}

/** Everything known under one unionid. */
export interface Person {
  readonly unionid: string;
  readonly accounts: readonly PersonInAccount[];
}

/** Why an openid has no unionid. */
export type MissingCause =
  /** They follow, and no follower of the account was ever given with one: it is bound to no Open Platform account. */
  | 'notBound'
  /** They follow and others of the account have one: WeChat left it out of this answer. */
  | 'leftOutByWeChat'
  /** WeChat gives none for those who do not follow. */
  | 'notFollowing'
  /** WeChat says that it is no openid of the account. */
  | 'invalid'
  /** WeChat was asked and gave no usable answer. */
  | 'neverAnswered'
  /** It stands in a follower list, and its profile was not fetched since. */
  | 'neverFetched'
  /** It came with an import whose row has none. */
  | 'importWithout';

/** An openid of which it is not known whose it is. */
export interface OpenidAlone extends PersonInAccount {
  readonly cause: MissingCause;
}
