import { type Fault, isWeChatFault, type ProfileRows, type RawProfile } from '../../wechat';
import { type Outcome } from '../outcome';

/** One question to WeChat. `doubtful` is the row of an earlier answer that could not be trusted. */
export type Task =
  | { readonly kind: 'chunk'; readonly openids: readonly string[] }
  | { readonly kind: 'single'; readonly openid: string; readonly doubtful?: RawProfile };

export interface Settled {
  readonly outcomes: readonly Outcome[];
  /** The profiles of the outcomes as WeChat wrote them, one a line, where that is at hand. */
  readonly lines?: Buffer | undefined;
}

/** What an answer settled, and what must be asked next because of it. */
export interface Step extends Settled {
  readonly next: readonly Task[];
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
export function settleChunk(openids: readonly string[], rows: ProfileRows): Step {
  const { lines } = rows;
  if (isUsual(openids, rows)) {
    // With the openid that was asked for: all that know it know that text of it.
    return { outcomes: rows.map((row, at) => outcomeOf(row, openids[at])), lines, next: [] };
  }
  const rowOf = new Map<string, RawProfile>();
  for (const row of rows) {
    const known = rowOf.get(row.openid);
    if (!known || isDoubtful(known)) rowOf.set(row.openid, row);
  }
  const outcomes: Outcome[] = [];
  const next: Task[] = [];
  for (const openid of openids) {
    const row = rowOf.get(openid);
    if (row && !isDoubtful(row)) outcomes.push(outcomeOf(row, openid));
    else next.push({ kind: 'single', openid, ...(row && { doubtful: row }) });
  }
  // Lines of other rows would be other outcomes.
  return { outcomes, next, ...(outcomes.length === rows.length && { lines }) };
}

/** The answer of the single call is final, except that it must be about the openid asked for. */
export function settleSingle(openid: string, row: RawProfile): Step {
  if (row.openid !== openid) return settled([{ kind: 'notReturned', openid }]);
  return settled([outcomeOf(row)]);
}

/** The outcome that an answer saved elsewhere stands for. */
export function outcomeOf(row: RawProfile, openid = row.openid): Outcome {
  return answered(openid, row) ?? { kind: 'failed', openid, fault: noSubscriptionState, profile: row };
}

/**
 * WeChat refused the openids themselves (40003, 40032 and their kin) without saying which one:
 * the chunk is halved until the bad ones stand alone.
 */
export function settleRefused(task: Task, fault: Fault): Step {
  const [openid, second] = openidsOf(task);
  if (openid === undefined) return settled([]);
  if (second !== undefined) return { outcomes: [], next: halves(openidsOf(task)) };
  const outcome = outcomeOfRefusal(openid, fault);
  return outcome ? settled([outcome]) : settleFailed(task, fault);
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
export function settleFailed(task: Task, fault: Fault): Step {
  const doubtful = task.kind === 'single' ? task.doubtful : undefined;
  return settled(
    openidsOf(task).map(openid => ({
      kind: 'failed',
      openid,
      fault,
      ...(doubtful && { profile: doubtful }),
    })),
  );
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

function openidsOf(task: Task): readonly string[] {
  return task.kind === 'chunk' ? task.openids : [task.openid];
}

function halves(openids: readonly string[]): Task[] {
  const middle = Math.ceil(openids.length / 2);
  return [
    { kind: 'chunk', openids: openids.slice(0, middle) },
    { kind: 'chunk', openids: openids.slice(middle) },
  ];
}

function settled(outcomes: readonly Outcome[]): Step {
  return { outcomes, next: [] };
}
