import { type Fault } from '../wechat';
import { type BatchProgress, type BatchState } from './batchFacts';
import { type Pace, type RunEvent } from './engine/events';

/** What the runs of a batch have come to, the one of this window included. */
export class RunTally {
  state: BatchState = 'interrupted';
  /** Why the last run stopped, if a fault of WeChat or of the network stopped it. */
  stoppedBy: Fault | undefined;
  apiCalls = 0;
  verified = 0;
  shifted = 0;
  /** See `BatchProgress`. */
  refreshedAt: number | undefined;
  /** Of the run of this window; undefined while there is none. */
  pace: Pace | undefined;
  /** Unix milliseconds; set while the run waits for the next minute's quota. */
  pausedUntil: number | undefined;
  #answers = 0;
  #earlier = 0;
  #since: number | undefined;

  constructor(private readonly now: () => number) {}

  /** Whether a run of this window is under way. */
  get isUnderWay(): boolean {
    return this.#since !== undefined;
  }

  /** Answers a second since that run began; 0 while there is none. */
  get rate(): number {
    if (this.#since === undefined) return 0;
    return Math.round((this.#answers * 1000) / Math.max(1, this.now() - this.#since));
  }

  get duration(): number {
    return this.#earlier + (this.#since === undefined ? 0 : this.now() - this.#since);
  }

  begin(): void {
    this.state = 'running';
    this.stoppedBy = undefined;
    this.#since = this.now();
    this.#answers = 0;
  }

  /** All that was answered is to be asked for again from now on. */
  refresh(): void {
    this.refreshedAt = this.now();
  }

  answered(count: number): void {
    this.#answers += count;
  }

  /** What the run tells besides outcomes. Gives whether anybody sees it at once. */
  observe(event: RunEvent): boolean {
    switch (event.kind) {
      case 'call':
        this.apiCalls++;
        return false;
      case 'retry':
        return false;
      case 'pace':
        this.pace = { inFlight: event.inFlight, limit: event.limit };
        return true;
      case 'verified':
        this.verified++;
        return true;
      case 'shifted':
        this.shifted += event.openids.length;
        return true;
      case 'pause':
        this.pausedUntil = event.until;
        return true;
      case 'resume':
        this.pausedUntil = undefined;
        return true;
    }
  }

  end(state: Exclude<BatchState, 'running'>, stoppedBy?: Fault): void {
    this.#earlier = this.duration;
    this.#since = undefined;
    this.pausedUntil = undefined;
    this.pace = undefined;
    this.state = state;
    this.stoppedBy = stoppedBy;
  }

  /** As another window, or an earlier one, has left it. */
  takeOver(progress: Omit<BatchProgress, 'counts' | 'toAskAgain'>): void {
    this.state = progress.state;
    this.stoppedBy = progress.stoppedBy;
    this.apiCalls = progress.apiCalls;
    this.#earlier = progress.duration;
    this.verified = progress.verified;
    this.shifted = progress.shifted;
    this.refreshedAt = progress.refreshedAt;
  }
}
