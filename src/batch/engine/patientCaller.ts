import { type Fault, isWeChatFault, TransportError, WeChatFailure } from '../../wechat';
import { type Allowance } from './allowance';
import { BatchStopped } from './batchStopped';
import { type RunEvent } from './events';
import { isUnreachable, mayPass, Outage } from './outage';
import { type Pace } from './pace';
import { type Question, type Reply } from './question';

/** Waits; rejects with the signal's reason as soon as it aborts. */
export type Sleep = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export interface Patience {
  readonly signal: AbortSignal;
  readonly pace: Pace;
  readonly allowance: Allowance;
  readonly onEvent: (event: RunEvent) => void;
  /** The allowance is another. */
  readonly tellPace: () => void;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly now: () => number;
}

const maxAttempts = 5;
const maxPausesInARow = 5;
const firstDelay = 1_000;
const minute = 60_000;
/** However long a gateway asks to be left alone. */
const longestDelay = 60_000;

/** Makes the calls of one run, and waits where waiting helps. */
export class PatientCaller {
  readonly #outage = new Outage();
  /** No call goes out before it resolves. */
  #hold: Promise<void> | undefined;
  #pausesInARow = 0;
  /** Calls of this pause that WeChat refused. */
  #refused = 0;

  constructor(private readonly patience: Patience) {}

  /**
   * Asks once, and again after a pause for the minute's quota. Resolves to `undefined`, after a delay, where the
   * question should be put again later: it failed for a reason that may pass, and fewer than five times.
   * @throws {BatchStopped} for a fault that concerns the whole run, an outage among them; the signal's reason
   */
  async call(
    question: Question,
    request: () => Promise<Reply & { kind: 'rows' }>,
  ): Promise<Reply | undefined> {
    const { signal, pace, onEvent } = this.patience;
    for (;;) {
      await this.#turn();
      question.sent++;
      onEvent({ kind: 'call' });
      const trip = pace.departs();
      const number = this.#outage.departs();
      try {
        const reply = await request();
        this.#arrived();
        pace.arrives(trip, reply.rows.length);
        return reply;
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof WeChatFailure)) throw error;
        if (error.kind === 'data') {
          this.#arrived();
          pace.arrives(trip, 0);
          return { kind: 'refused', fault: error.fault };
        }
        if (!mayPass(error)) throw new BatchStopped(error.fault, { cause: error });
        pace.fails(trip);
        if (isMinuteQuota(error.fault)) await this.#pause(error.fault);
        else return await this.#failed(question, error, number);
      }
    }
  }

  #arrived(): void {
    this.#outage.arrives();
    this.#pausesInARow = 0;
  }

  /** Waits until a call may go out. */
  async #turn(): Promise<void> {
    const { signal, allowance, sleep, now } = this.patience;
    do {
      await this.#hold;
      signal.throwIfAborted();
      const wait = allowance.book(now()) - now();
      if (wait > 0) await sleep(wait, signal);
    } while (this.#hold);
  }

  async #failed(question: Question, error: WeChatFailure, number: number): Promise<Reply | undefined> {
    const { pace, now } = this.patience;
    const { fault } = error;
    const isOutage = this.#outage.fails(number, question, now(), pace.inFlight);
    const isLast = ++question.failures >= maxAttempts;
    // A short list has too few questions for an outage, and nobody to ask all the same.
    if (isOutage || (isLast && isUnreachable(fault) && this.#outage.failures >= maxAttempts)) {
      throw new BatchStopped(fault, { cause: error, since: this.#outage.since });
    }
    if (isLast) return { kind: 'failed', fault };
    await this.#backOff(question.failures, error);
    return undefined;
  }

  /** Half of the delay is random, so that the calls of one outage do not come back all at once. */
  async #backOff(attempt: number, error: WeChatFailure): Promise<void> {
    const { signal, onEvent, sleep, random } = this.patience;
    const own = Math.round(firstDelay * 2 ** (attempt - 1) * (0.5 + random() / 2));
    const asked = error instanceof TransportError ? Math.min(error.retryAfter ?? 0, longestDelay) : 0;
    const delay = Math.max(own, asked);
    onEvent({ kind: 'retry', fault: error.fault, attempt, delay });
    const end = sleep(delay, signal);
    // Who asks for time asks it of all calls.
    if (asked > 0) this.#hold ??= this.#holdUntil(end);
    await Promise.all([this.#hold, end]);
  }

  /**
   * One pause serves all calls in flight: they broke the same minute's limit. After five minutes without a single
   * answer the run is stopped, rather than paused for ever.
   */
  async #pause(fault: Fault): Promise<void> {
    this.#refused++;
    await (this.#hold ??= this.#holdUntil(this.#pauseRun(fault)));
  }

  async #holdUntil(end: Promise<void>): Promise<void> {
    try {
      await end;
    } finally {
      this.#hold = undefined;
    }
  }

  async #pauseRun(fault: Fault): Promise<void> {
    const { signal, allowance, onEvent, tellPace, sleep, now } = this.patience;
    if (++this.#pausesInARow > maxPausesInARow) throw new BatchStopped(fault);
    const refusedAt = now();
    allowance.cancel(refusedAt);
    onEvent({ kind: 'pause', fault, until: refusedAt + minute });
    await sleep(minute, signal);
    allowance.learn(refusedAt, this.#refused);
    this.#refused = 0;
    onEvent({ kind: 'resume' });
    tellPace();
  }
}

/** 45011: "api minute-quota reach limit, must slower, retry next minute". */
function isMinuteQuota(fault: Fault): boolean {
  return isWeChatFault(fault) && fault.errcode === 45011;
}
