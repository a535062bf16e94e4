import { type MissingCause } from '../persons/person';
import { type Positions } from '../persons/numbers';

/** What more likely made an openid change its unionid. */
export type ChangeCause =
  /** The account was bound to another Open Platform account: all of its unionids change. */
  | 'platformChanged'
  /** Rows of some answer or table slipped: some unionids are other people's. */
  | 'shiftedRows';

/** Something that does not add up. Positions are of unionids or openids, to be told by {@link rowsOf}. */
export type Finding =
  /** One unionid has two openids of one account or more. */
  | { readonly kind: 'twoOpenids'; readonly appId: string; readonly unionids: Positions }
  /** Openids whose unionid was another one, from one beginning to another. */
  | {
      readonly kind: 'twoUnionids';
      readonly appId: string;
      readonly from: string;
      readonly to: string;
      readonly openids: Positions;
      /** Openids of the account that kept a unionid of the old beginning, as it was seen since. */
      readonly kept: number;
      readonly likelier: ChangeCause;
    }
  /** The unionids of one account begin in more than one way: of two Open Platform accounts. */
  | {
      readonly kind: 'twoBeginnings';
      readonly appId: string;
      /** The largest first. */
      readonly beginnings: readonly { readonly beginning: string; readonly persons: number }[];
    }
  /** None of the account's people is anybody of another account. */
  | {
      readonly kind: 'meetsNobody';
      readonly appId: string;
      readonly persons: number;
      /** Accounts whose unionids begin alike all the same. */
      readonly beginAlike: readonly string[];
    }
  /** Openids of one account that have no unionid, by why. */
  | {
      readonly kind: 'withoutUnionid';
      readonly appId: string;
      readonly cause: MissingCause;
      readonly openids: Positions;
    };
