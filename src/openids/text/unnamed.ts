/** A value of the usual shape of which the name before it, if there is one, says nothing. */
export interface Unnamed {
  readonly start: number;
  readonly end: number;
  readonly name: string | undefined;
  /** Whether a sign stands between that name and the value. */
  readonly assigned: boolean;
  /** Of brackets. */
  readonly depth: number;
}
