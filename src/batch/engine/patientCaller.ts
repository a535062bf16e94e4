import { type Fault, isWeChatFault, WeChatFailure } from '../../wechat';
import { BatchStopped } from './batchStopped';

/** Waits; rejects with the signal's reason as soon as it aborts. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export type RunEvent =
  /** A call goes out, the repeated ones included. The client's token calls are not counted. */
  | { readonly kind: 'call' }
  /** A call failed and will be repeated after `delay` milliseconds; `attempt` counts from 1. */
  | { readonly kind: 'retry'; readonly fault: Fault; readonly attempt: number; readonly delay: number }
  /** The minute's quota is used up: no call goes out until `until` (unix milliseconds). */
  | { readonly kind: 'pause'; readonly fault: Fault; readonly until: number }
  | { readonly kind: 'resume' };

export interface Patience {
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly now: () => number;
}

const maxAttempts = 5;
const maxPausesInARow = 5;
const firstDelay = 1_000;
const minute = 60_000;

/** Makes the calls of one run, and waits where waiting helps. */
export class PatientCaller {
  #pause: Promise<void> | undefined;
  #pausesInARow = 0;

  constructor(private readonly patience: Patience) {}

  /**
   * Repeats what may succeed when repeated (class R of WeChat's codes, broken connections) at most five times,
   * and rejects with the last failure, or at once with a failure of any other kind. `sent` counts the times that
   * it asks, from 1.
   */
  async call<T>(request: (sent: number) => Promise<T>): Promise<T> {
    const { signal, onEvent } = this.patience;
    let attempt = 1;
    for (let sent = 1; ; sent++) {
      await this.#pause;
      signal.throwIfAborted();
      onEvent({ kind: 'call' });
      try {
        const answer = await request(sent);
        this.#pausesInARow = 0;
        return answer;
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof WeChatFailure) || error.kind !== 'retry') throw error;
        if (isMinuteQuota(error.fault)) {
          await (this.#pause ??= this.#pauseRun(error.fault));
        } else {
          if (attempt === maxAttempts) throw error;
          await this.#backOff(attempt++, error.fault);
        }
      }
    }
  }

  /** Half of the delay is random, so that the calls of one outage do not come back all at once. */
  async #backOff(attempt: number, fault: Fault): Promise<void> {
    const { signal, onEvent, sleep, random } = this.patience;
    const delay = Math.round(firstDelay * 2 ** (attempt - 1) * (0.5 + random() / 2));
    onEvent({ kind: 'retry', fault, attempt, delay });
    await sleep(delay, signal);
  }

  /**
   * One pause serves all calls in flight: they broke the same minute's limit. After five minutes without a single
   * answer the run is stopped, rather than paused for ever.
   */
  async #pauseRun(fault: Fault): Promise<void> {
    const { signal, onEvent, sleep, now } = this.patience;
    if (++this.#pausesInARow > maxPausesInARow) throw new BatchStopped(fault);
    onEvent({ kind: 'pause', fault, until: now() + minute });
    await sleep(minute, signal);
    this.#pause = undefined;
    onEvent({ kind: 'resume' });
  }
}

/** 45011: "api minute-quota reach limit, must slower, retry next minute". */
function isMinuteQuota(fault: Fault): boolean {
  return isWeChatFault(fault) && fault.errcode === 45011;
}
