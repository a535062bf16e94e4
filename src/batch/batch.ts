import { type Fault, type WeChatLang } from '../wechat';
import { Changes, type Listener, type Subscription } from './changes';
import { type Outcome, type OutcomeCounts, type OutcomeKind } from './outcome';
import { type OutcomeTable } from './outcomeTable';
import { type RunEvent } from './engine/patientCaller';
import { type StoreError } from './storeError';

/**
 * `cancelled` by the user, `stopped` by a fault, `interrupted` by the end of its window or before it began:
 * such a batch has pending openids and can be resumed.
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
  /** Calls of user/info and batchget over all runs, the repeated ones included. */
  readonly apiCalls: number;
  /** Running time over all runs, in milliseconds. */
  readonly duration: number;
}

export interface BatchSummary {
  readonly id: string;
  readonly counts: OutcomeCounts;
}

/**
 * One batch in memory: its rows in the order of the request, one outcome each. `onDidChange` fires once for
 * each answer of WeChat; listeners draw no more often than they need to.
 */
export class Batch implements BatchOrigin, BatchProgress {
  readonly id: string;
  readonly appId: string;
  readonly accountName: string;
  readonly source: string;
  readonly lang: WeChatLang;
  readonly startedAt: number;

  #state: BatchState = 'interrupted';
  #stoppedBy: Fault | undefined;
  #apiCalls = 0;
  #pausedUntil: number | undefined;
  #earlierRuns = 0;
  #runningSince: number | undefined;
  #storageFailure: StoreError | undefined;
  readonly #changes = new Changes();
  readonly #recorded = new Changes<readonly string[] | undefined>();

  constructor(
    origin: BatchOrigin,
    private table: OutcomeTable,
    private readonly now: () => number,
  ) {
    this.id = origin.id;
    this.appId = origin.appId;
    this.accountName = origin.accountName;
    this.source = origin.source;
    this.lang = origin.lang;
    this.startedAt = origin.startedAt;
  }

  get openids(): readonly string[] {
    return this.table.openids;
  }

  get state(): BatchState {
    return this.#state;
  }

  /** Why the last run stopped, if a fault of WeChat or of the network stopped it. */
  get stoppedBy(): Fault | undefined {
    return this.#stoppedBy;
  }

  get counts(): OutcomeCounts {
    return this.table.counts;
  }

  get apiCalls(): number {
    return this.#apiCalls;
  }

  get duration(): number {
    return this.#earlierRuns + (this.#runningSince === undefined ? 0 : this.now() - this.#runningSince);
  }

  /** Unix milliseconds; set while the run waits for the next minute's quota. */
  get pausedUntil(): number | undefined {
    return this.#pausedUntil;
  }

  /** Set once the journal could not be written: since then the batch is in memory only. */
  get storageFailure(): StoreError | undefined {
    return this.#storageFailure;
  }

  /** Undefined beyond the last row. */
  outcomeAt(index: number): Outcome | undefined {
    return this.table.at(index);
  }

  indexOf(openid: string): number | undefined {
    return this.table.indexOf(openid);
  }

  /** The openids whose outcome is of one of these kinds, in the order of the request. */
  openidsOf(kinds: readonly OutcomeKind[]): string[] {
    return this.table.openidsOf(kinds);
  }

  toSummary(): BatchSummary {
    return { id: this.id, counts: this.counts };
  }

  onDidChange(listener: Listener): Subscription {
    return this.#changes.subscribe(listener);
  }

  /** Tells whose outcome is another one; undefined tells that anybody's may be. Comes before `onDidChange`. */
  onDidRecord(listener: Listener<readonly string[] | undefined>): Subscription {
    return this.#recorded.subscribe(listener);
  }

  /** For the store: a run begins, which asks for the outcomes of these kinds again. */
  begin(again: readonly OutcomeKind[]): void {
    this.table.reopen(again);
    if (again.length > 0) this.#recorded.notify(undefined);
    this.#state = 'running';
    this.#stoppedBy = undefined;
    this.#runningSince = this.now();
    this.#changes.notify();
  }

  /** For the store: outcomes of the run. */
  record(outcomes: readonly Outcome[]): void {
    for (const outcome of outcomes) this.table.record(outcome);
    this.#recorded.notify(outcomes.map(({ openid }) => openid));
    this.#changes.notify();
  }

  /** For the store: what the run tells besides outcomes. */
  observe(event: RunEvent): void {
    switch (event.kind) {
      case 'call':
        this.#apiCalls++;
        return;
      case 'retry':
        return;
      case 'pause':
        this.#pausedUntil = event.until;
        break;
      case 'resume':
        this.#pausedUntil = undefined;
        break;
    }
    this.#changes.notify();
  }

  /** For the store: the run is over. */
  end(state: Exclude<BatchState, 'running'>, stoppedBy?: Fault): void {
    this.#earlierRuns = this.duration;
    this.#runningSince = undefined;
    this.#pausedUntil = undefined;
    this.#state = state;
    this.#stoppedBy = stoppedBy;
    this.#changes.notify();
  }

  /** For the store: the journal cannot be written any more. */
  detach(failure: StoreError): void {
    this.#storageFailure = failure;
    this.#changes.notify();
  }

  /** For the store: takes over what the journal holds, for instance because another window went on with it. */
  restore(table: OutcomeTable, progress: Omit<BatchProgress, 'counts'>): void {
    this.table = table;
    this.#recorded.notify(undefined);
    this.#state = progress.state;
    this.#stoppedBy = progress.stoppedBy;
    this.#apiCalls = progress.apiCalls;
    this.#earlierRuns = progress.duration;
    this.#changes.notify();
  }
}
