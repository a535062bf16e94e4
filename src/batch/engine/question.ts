import { type Fault, type ProfileRows, type RawProfile } from '../../wechat';
import { type Group, type Isolation } from './isolate';
import { type Single } from './settle';

/** An answer that waits for the proof that its rows are not shifted. */
export interface Unproven {
  readonly openids: readonly string[];
  readonly rows: ProfileRows;
  /** When it came, in Unix milliseconds. */
  readonly at: number;
}

/** One question to WeChat. */
export type Question = {
  /** The calls that were made for it. */
  sent: number;
  /** Those of them that failed for a reason that may pass. */
  failures: number;
} & (
  | { readonly kind: 'group'; readonly group: Group; readonly isolation: Isolation }
  | { readonly kind: 'single'; readonly single: Single }
  /** The row of one person, for the sake of the answer that it stood in. */
  | { readonly kind: 'proof'; readonly row: RawProfile; readonly unproven: Unproven }
);

/** What became of it at last. */
export type Reply =
  /** One row, where one person was asked for. */
  | { readonly kind: 'rows'; readonly rows: ProfileRows }
  /** WeChat finds fault with the openids. */
  | { readonly kind: 'refused'; readonly fault: Fault }
  /** It was asked as often as makes sense. */
  | { readonly kind: 'failed'; readonly fault: Fault };
