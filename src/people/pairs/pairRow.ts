/** What one row of a table says of one person. */
export interface PairRow {
  /** Undefined where the row has none: the openid is known then, and its person is not. */
  readonly unionid?: string;
  readonly openids: readonly { readonly appId: string; readonly openid: string }[];
  readonly keys: readonly { readonly name: string; readonly value: string }[];
}

/** Why a row is no pair. */
export type LeftOutReason =
  /** Neither openid nor unionid. */
  | 'empty'
  /** A unionid, and no openid beside it. */
  | 'withoutOpenid'
  /** What stands for an openid or a unionid cannot be one. */
  | 'notAnId'
  /** The unionid is one of the row's openids: a column was taken for another, or a row shifted. */
  | 'sameId'
  /** More or fewer cells than columns, or not to be read at all. */
  | 'tornRow'
  /** The row names no AppID of whose its openid is. */
  | 'withoutAppId'
  /** A business key of more than 200 characters, or with a character of no text. */
  | 'unusableKey';

/** Every reason for which a row is left out. */
export const leftOutReasons = [
  'empty',
  'withoutOpenid',
  'notAnId',
  'sameId',
  'tornRow',
  'withoutAppId',
  'unusableKey',
] as const satisfies readonly LeftOutReason[];

/** A row that was left out. */
export interface LeftOutRow {
  /** From 1, the head not counted. */
  readonly row: number;
  readonly reason: LeftOutReason;
  /** What stands there, shortened. */
  readonly text: string;
}
