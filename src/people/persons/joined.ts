import { type Combinations } from './combinations';
import { type Knowledge } from './knowledge';
import { type Numbers } from './numbers';

/** An account's people by unionid: where the first openid of each is, and the next of the same person. Places + 1. */
export interface OpenidsOfPersons {
  readonly first: Numbers;
  readonly next: Numbers;
}

/** What belongs to one unionid, in packed columns. */
export interface Joined {
  readonly knowledge: Knowledge;
  /** One for each account. */
  readonly ofPersons: readonly OpenidsOfPersons[];
  readonly combinations: Combinations;
  /** By unionid; 0 where nobody has it (any more). */
  readonly combinationOf: Numbers;
  /** Numbers of beginnings + 1, by unionid. */
  readonly platformOf: Numbers;
  /** The number of each beginning of unionids. */
  readonly beginnings: ReadonlyMap<string, number>;
  /** How many persons have each combination, by platform. */
  readonly counts: ReadonlyMap<number, ReadonlyMap<number, number>>;
}
