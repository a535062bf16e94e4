import { type Fault, isWeChatFault, type WeChatFailure } from '../../wechat';

const fewestFailures = 8;
const fewestQuestions = 3;

/**
 * Whether the same call may succeed in a moment: WeChat is busy (-1), the network or a server on the way is down.
 * A proxy's 407 asks for a password.
 */
export function mayPass(failure: WeChatFailure): boolean {
  return failure.kind === 'retry' || isUnreachable(failure.fault);
}

/** Nothing is there to answer: no name, no way, no listener, no proxy. */
export function isUnreachable(fault: Fault): boolean {
  if (isWeChatFault(fault)) return false;
  const { reason, status } = fault;
  return reason === 'dns' || reason === 'refused' || (reason === 'proxy' && status !== 407);
}

/**
 * Tells an outage from a hiccup. All calls in flight break together when a cable is pulled for a moment: those say
 * no more than one. Where whatever went out after the first failure failed as well, as many as may be in flight and
 * no fewer than 8, on 3 questions or more, asking on would only turn the rest of the list into failures.
 */
export class Outage {
  #departed = 0;
  #began: { readonly at: number; readonly departed: number } | undefined;
  #failures = 0;
  /** Of calls that went out after the first failure. */
  #later = 0;
  readonly #questions = new Set<object>();

  /** When the first of the failures came after which nothing succeeded, in Unix milliseconds. */
  get since(): number | undefined {
    return this.#began?.at;
  }

  /** Failures in a row. */
  get failures(): number {
    return this.#failures;
  }

  /** A call goes out; the result is its number. */
  departs(): number {
    return this.#departed++;
  }

  /** WeChat has answered, whatever it said. */
  arrives(): void {
    this.#began = undefined;
    this.#failures = 0;
    this.#later = 0;
    this.#questions.clear();
  }

  /** The call with that number, to a question, failed at a time; true where this makes it an outage. */
  fails(number: number, question: object, at: number, inFlight: number): boolean {
    this.#began ??= { at, departed: this.#departed };
    this.#failures++;
    if (number >= this.#began.departed) this.#later++;
    this.#questions.add(question);
    return this.#later >= Math.max(fewestFailures, inFlight) && this.#questions.size >= fewestQuestions;
  }
}
