import { type Fault, isWeChatFault, type ProfileRows, type RawProfile } from '../../wechat';
import { type Outcome } from '../outcome';

/** The outcomes of one answer, so that they can be stored together. */
export interface Settled {
  readonly outcomes: readonly Outcome[];
  /** The profiles of the outcomes as WeChat wrote them, one a line, where that is at hand. */
  readonly lines?: Buffer | undefined;
  /** When the answer came, in Unix milliseconds. */
  readonly at: number;
}

/** An openid to ask for singly; `doubtful` is its row in an earlier answer that could not be trusted. */
export interface Single {
  readonly openid: string;
  readonly doubtful?: RawProfile | undefined;
}

const noSubscriptionState: Fault = {
  reason: 'unreadable',
  endpoint: '/cgi-bin/user/info',
  detail: 'no subscription state',
};

/**
 * Matches the rows of a batchget answer to the openids asked for. Neither order nor completeness is promised,
 * and real followers come back blank in bursts while the single call is right: a row that is missing or
 * cannot be trusted is asked for again singly.
 */
export function settleRows(
  openids: readonly string[],
  rows: ProfileRows,
): Omit<Settled, 'at'> & { readonly singles: readonly Single[] } {
  const { lines } = rows;
  if (isUsual(openids, rows)) {
    // With the openid that was asked for: all that know it know that text of it.
    return { outcomes: rows.map((row, at) => outcomeOf(row, openids[at])), lines, singles: [] };
  }
  const rowOf = new Map<string, RawProfile>();
  for (const row of rows) {
    const known = rowOf.get(row.openid);
    if (!known || isDoubtful(known)) rowOf.set(row.openid, row);
  }
  const outcomes: Outcome[] = [];
  const singles: Single[] = [];
  for (const openid of openids) {
    const row = rowOf.get(openid);
    if (row && !isDoubtful(row)) outcomes.push(outcomeOf(row, openid));
    else singles.push({ openid, ...(row && { doubtful: row }) });
  }
  // Lines of other rows would be other outcomes.
  return { outcomes, singles, ...(outcomes.length === rows.length && { lines }) };
}

/** The answer of the single call is final, except that it must be about the openid asked for. */
export function settleSingle(openid: string, row: RawProfile | undefined): Outcome {
  return row?.openid === openid ? outcomeOf(row) : { kind: 'notReturned', openid };
}

/** The outcome that an answer saved elsewhere stands for. */
export function outcomeOf(row: RawProfile, openid = row.openid): Outcome {
  return answered(openid, row) ?? { kind: 'failed', openid, fault: noSubscriptionState, profile: row };
}

/**
 * What a refusal tells about one openid asked for alone; asking again would tell the same. 50005 stands for the
 * row with `subscribe` 0 that WeChat gives as a rule, and its words stay with it.
 */
export function outcomeOfRefusal(openid: string, fault: Fault): Outcome | undefined {
  if (!isWeChatFault(fault)) return undefined;
  const { errcode, errmsg } = fault;
  if (errcode === 40003) return { kind: 'invalid', openid, fault };
  if (errcode !== 50005) return undefined;
  return { kind: 'notFollowing', openid, profile: { openid, subscribe: 0, errcode, errmsg } };
}

/** No usable answer came, however often the question was put. */
export function outcomeOfFailure({ openid, doubtful }: Single, fault: Fault): Outcome {
  return { kind: 'failed', openid, fault, ...(doubtful && { profile: doubtful }) };
}

function answered(openid: string, row: RawProfile): Outcome | undefined {
  if (row.subscribe === 1) return { kind: 'following', openid, profile: row };
  if (row.subscribe === 0) return { kind: 'notFollowing', openid, profile: row };
  return undefined;
}

/** Nearly every answer has a good row for each openid, in the order of the question. */
function isUsual(openids: readonly string[], rows: ProfileRows): boolean {
  return (
    rows.length === openids.length && rows.every((row, at) => row.openid === openids[at] && !isDoubtful(row))
  );
}

function isDoubtful(row: RawProfile): boolean {
  return row.subscribe === 1 ? typeof row.subscribe_time !== 'number' : row.subscribe !== 0;
}
