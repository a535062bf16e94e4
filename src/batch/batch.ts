import { type Fault, type WeChatLang } from '../wechat';
import { type BatchOrigin, type BatchProgress, type BatchState, type BatchSummary } from './batchFacts';
import { Changes, type Listener, type Subscription } from './changes';
import { type Pace, type RunEvent } from './engine/events';
import { type Journal } from './journal/journal';
import { type Outcome, type OutcomeCounts, type OutcomeKind } from './outcome';
import { type OutcomeTable } from './rows/outcomeTable';
import { RunTally } from './runTally';
import { type StoreError } from './storeError';

/**
 * One batch in memory: its rows in the order of the request, one outcome each. `onDidChange` fires once for
 * each answer of WeChat; listeners draw no more often than they need to. Methods "for the store" are its alone.
 */
export class Batch implements BatchOrigin, BatchProgress {
  readonly id: string;
  readonly appId: string;
  readonly accountName: string;
  readonly source: string;
  readonly lang: WeChatLang;
  readonly startedAt: number;

  readonly #runs: RunTally;
  #storageFailure: StoreError | undefined;
  #wasExported = false;
  #isElsewhere = false;
  #revision = 0;
  /** While rows are read from the journal: what its end says of all of them. */
  #foretold: BatchProgress | undefined;
  readonly #changes = new Changes();
  readonly #recorded = new Changes<readonly string[] | undefined>();

  constructor(
    origin: BatchOrigin,
    /** For the store. */
    public rows: OutcomeTable,
    now: () => number,
    /** Where the batch is kept; without it, it is in the memory of this window only. */
    public journal?: Journal,
  ) {
    this.id = origin.id;
    this.appId = origin.appId;
    this.accountName = origin.accountName;
    this.source = origin.source;
    this.lang = origin.lang;
    this.startedAt = origin.startedAt;
    this.#runs = new RunTally(now);
  }

  get openids(): readonly string[] {
    return this.rows.openids;
  }

  get state(): BatchState {
    return this.#isElsewhere ? 'running' : (this.#foretold?.state ?? this.#runs.state);
  }

  /** Why the last run stopped, if a fault of WeChat or of the network stopped it. */
  get stoppedBy(): Fault | undefined {
    return this.#foretold?.stoppedBy ?? this.#runs.stoppedBy;
  }

  get counts(): OutcomeCounts {
    return this.#foretold?.counts ?? this.rows.counts;
  }

  get toAskAgain(): OutcomeCounts {
    return this.#foretold?.toAskAgain ?? this.rows.toAskAgain;
  }

  get apiCalls(): number {
    return this.#foretold?.apiCalls ?? this.#runs.apiCalls;
  }

  get verified(): number {
    return this.#foretold?.verified ?? this.#runs.verified;
  }

  get shifted(): number {
    return this.#foretold?.shifted ?? this.#runs.shifted;
  }

  get refreshedAt(): number | undefined {
    return this.#foretold ? this.#foretold.refreshedAt : this.#runs.refreshedAt;
  }

  /** Of the run of this window; undefined while there is none. */
  get pace(): Pace | undefined {
    return this.#runs.pace;
  }

  /** Answers a second since the run of this window began; 0 while there is none. */
  get rate(): number {
    return this.#runs.rate;
  }

  get duration(): number {
    return this.#foretold?.duration ?? this.#runs.duration;
  }

  /** Unix milliseconds; set while the run waits for the next minute's quota. */
  get pausedUntil(): number | undefined {
    return this.#runs.pausedUntil;
  }

  /** Whether rows are still being read from the journal; counts are those of all rows already. */
  get isLoading(): boolean {
    return this.#foretold !== undefined;
  }

  /** Whether its run is this window's; one that is `running` nevertheless is another window's. */
  get runsHere(): boolean {
    return this.#runs.isUnderWay;
  }

  /** Whether it ends with this window. */
  get isInMemory(): boolean {
    return this.journal === undefined;
  }

  /** Set once the journal could not be written: since then the batch is in memory only. */
  get storageFailure(): StoreError | undefined {
    return this.#storageFailure;
  }

  /** Whether all that it holds now was exported in this window. */
  get wasExported(): boolean {
    return this.#wasExported;
  }

  /** Grows with each outcome that is recorded. */
  get revision(): number {
    return this.#revision;
  }

  /** Whether anybody wants to hear of changes. */
  get isWatched(): boolean {
    return this.#changes.areHeard;
  }

  /** Undefined beyond the last row. */
  outcomeAt(index: number): Outcome | undefined {
    return this.rows.at(index);
  }

  /** Grows with each outcome of a row, from 0. Outcomes themselves may be made anew each time they are asked for. */
  changeOf(index: number): number {
    return this.rows.changeOf(index);
  }

  /** Unix milliseconds; undefined for a pending row, and in journals of version 1, which hold no times. */
  answeredAt(index: number): number | undefined {
    return this.rows.answeredAt(index);
  }

  /** Whether the outcome of a row is to be asked for again. */
  isToAskAgain(index: number): boolean {
    return this.rows.isToAskAgain(index);
  }

  /** The row of an openid; undefined where it was not asked for. */
  indexOf(openid: string): number | undefined {
    return this.rows.indexOf(openid);
  }

  /** The openids whose outcome is of one of these kinds, in the order of the request. */
  openidsOf(kinds: readonly OutcomeKind[]): string[] {
    return this.rows.openidsOf(kinds);
  }

  /** What a run asks for, in the order of the request. */
  openidsToAsk(): string[] {
    return this.rows.openidsToAsk();
  }

  /** What other code is told of it. */
  toSummary(): BatchSummary {
    return { id: this.id, counts: this.counts };
  }

  /** Calls the listener after each change, many outcomes at once. */
  onDidChange(listener: Listener): Subscription {
    return this.#changes.subscribe(listener);
  }

  /** To be told when everything was written to a file of the user's. */
  noteExported(): void {
    this.#wasExported = true;
  }

  /** Tells whose row is another one; undefined tells that anybody's may be. Comes before `onDidChange`. */
  onDidRecord(listener: Listener<readonly string[] | undefined>): Subscription {
    return this.#recorded.subscribe(listener);
  }

  /** For the store: a run begins, which asks for the outcomes of these kinds again. */
  begin(again: readonly OutcomeKind[]): void {
    // One that has not come to its end goes on: what has changed since its beginning is still of interest.
    if (again.includes('following') && this.rows.toAskAgain.following === 0) this.#runs.refresh();
    this.rows.askAgain(again);
    if (again.length > 0) this.#recorded.notify(undefined);
    this.#isElsewhere = false;
    this.#runs.begin();
    this.#changes.notify();
  }

  /** For the store: outcomes, and when WeChat gave them. */
  record(outcomes: readonly Outcome[], at?: number): void {
    for (const outcome of outcomes) this.rows.record(outcome, at);
    this.#revision += outcomes.length;
    this.#runs.answered(outcomes.length);
    this.#wasExported = false;
    this.#recorded.notify(outcomes.map(({ openid }) => openid));
    this.#changes.notify();
  }

  /** For the store: what the run tells besides outcomes. */
  observe(event: RunEvent): void {
    if (this.#runs.observe(event)) this.#changes.notify();
  }

  /** For the store: the run is over. */
  end(state: Exclude<BatchState, 'running'>, stoppedBy?: Fault): void {
    this.#runs.end(state, stoppedBy);
    this.#changes.notify();
  }

  /** For the store: the journal cannot be written any more. */
  detach(failure: StoreError): void {
    this.#storageFailure = failure;
    this.journal = undefined;
    this.#changes.notify();
  }

  /** For the store: another window runs it, or does so no longer. */
  runsElsewhere(isRunning: boolean): void {
    if (isRunning === this.#isElsewhere) return;
    this.#isElsewhere = isRunning;
    this.#changes.notify();
  }

  /** For the store: rows are about to be read, of which this is known already. */
  foretell(progress: BatchProgress): void {
    this.#foretold = progress;
  }

  /** For the store: more was read from the journal, for instance because another window goes on with it. */
  reread(progress?: Omit<BatchProgress, 'counts' | 'toAskAgain'>, rows = this.rows): void {
    this.rows = rows;
    this.#recorded.notify(undefined);
    if (progress) {
      this.#foretold = undefined;
      this.#runs.takeOver(progress);
    }
    this.#changes.notify();
  }
}
