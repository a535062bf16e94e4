import { type Fault, type WeChatLang } from '../wechat';
import { noCounts, type OutcomeCounts, type OutcomeKind, outcomeKinds } from './outcome';

/**
 * `cancelled` by the user, `stopped` by a fault, `interrupted` by the end of its window or before it began: something
 * is still to be asked for, and such a batch can be resumed.
 */
export type BatchState = 'running' | 'done' | 'cancelled' | 'stopped' | 'interrupted';

/** What is fixed when a batch is created. */
export interface BatchOrigin {
  readonly id: string;
  readonly appId: string;
  readonly accountName: string;
  /** Where the openids came from, in words for people: a file name, "selection in app.log". */
  readonly source: string;
  readonly lang: WeChatLang;
  /** Unix milliseconds. */
  readonly startedAt: number;
}

/** Everything about a batch that changes, apart from its rows. */
export interface BatchProgress {
  readonly state: BatchState;
  readonly stoppedBy?: Fault | undefined;
  /** They always add up to the number of openids. */
  readonly counts: OutcomeCounts;
  /** How many of each of these are to be asked for again. Their outcomes stand until WeChat has given new ones. */
  readonly toAskAgain: OutcomeCounts;
  /** Calls of user/info and batchget over all runs, the repeated ones included. */
  readonly apiCalls: number;
  /** Running time over all runs, in milliseconds. */
  readonly duration: number;
  /** Rows that were asked for once more, singly, to make sure that their answer was not shifted. */
  readonly verified: number;
  /** Openids whose answer was shifted: they were asked for singly. */
  readonly shifted: number;
  /** Unix milliseconds: when it was last begun to ask for those who follow again, where that was done. */
  readonly refreshedAt?: number | undefined;
}

/** A batch for other code: its id and how many openids ended in which outcome. */
export interface BatchSummary {
  readonly id: string;
  readonly counts: OutcomeCounts;
}

/** Of a batch that has not run yet, but for its counts. */
export const unstarted: Omit<BatchProgress, 'counts'> = {
  state: 'interrupted',
  toAskAgain: noCounts,
  apiCalls: 0,
  duration: 0,
  verified: 0,
  shifted: 0,
};

/** For how many openids a resumed run would ask: those that were never answered, and those to be asked for again. */
export function stillToAsk(progress: Pick<BatchProgress, 'counts' | 'toAskAgain'>): number {
  return toAskIn(progress, []);
}

/** The same, of a run that asks for all of some kinds again. */
export function toAskIn(
  { counts, toAskAgain }: Pick<BatchProgress, 'counts' | 'toAskAgain'>,
  again: readonly OutcomeKind[],
): number {
  const all = outcomeKinds.filter(kind => kind === 'pending' || again.includes(kind));
  return outcomeKinds.reduce((sum, kind) => sum + (all.includes(kind) ? counts : toAskAgain)[kind], 0);
}

/** The progress of a batch as it stands now. */
export function progressOf({
  state,
  stoppedBy,
  counts,
  toAskAgain,
  apiCalls,
  duration,
  verified,
  shifted,
  refreshedAt,
}: BatchProgress): BatchProgress {
  return {
    state,
    ...(stoppedBy && { stoppedBy }),
    counts,
    toAskAgain,
    apiCalls,
    duration,
    verified,
    shifted,
    ...(refreshedAt !== undefined && { refreshedAt }),
  };
}
