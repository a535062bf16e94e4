import { errorKind } from '../errors/kinds';
import { type Fault, isWeChatFault } from '../errors/fault';

/** What has to be open for an API to answer: the whitelist for the caller's address, then the account's rights. */
export type Gate = 'ip' | 'permission';

export type GateFinding =
  | { readonly step: Gate; readonly verdict: 'pass' }
  | { readonly step: Gate; readonly verdict: 'fail'; readonly fault: Fault };

/**
 * What calls tell about the two gates. Only an answer of the API itself proves one open: a broken connection,
 * a busy WeChat or a code that nobody knows may have come from before it.
 */
export class Gates {
  #closed: Gate | undefined;
  readonly #open = new Set<Gate>();

  /** The gate that turned the last call away: there is no point in another. */
  closed(): Gate | undefined {
    return this.#closed;
  }

  isOpen(gate: Gate): boolean {
    return this.#open.has(gate);
  }

  /** What is new after a call. `proves` are the gates that an answer to it has passed. */
  *after(fault: Fault | undefined, proves: readonly Gate[]): Generator<GateFinding> {
    this.#closed = fault && gateOf(fault);
    const passed: readonly Gate[] = this.#closed === 'permission' ? ['ip'] : isAnswer(fault) ? proves : [];
    for (const gate of passed) {
      if (!this.#open.has(gate)) yield { step: gate, verdict: 'pass' };
      this.#open.add(gate);
    }
    if (fault && this.#closed) yield { step: this.#closed, verdict: 'fail', fault };
  }
}

/** 40164, 61004 and the questions that WeChat asks the administrator about an address. */
export function isAboutIp(fault: Fault): boolean {
  return gateOf(fault) === 'ip';
}

function gateOf(fault: Fault): Gate | undefined {
  if (!isWeChatFault(fault)) return undefined;
  const kind = errorKind(fault);
  if (kind === 'network') return 'ip';
  return kind === 'config' ? 'permission' : undefined;
}

/** A used-up quota and an openid that is refused are the API's own answers, too. */
function isAnswer(fault: Fault | undefined): boolean {
  if (!fault) return true;
  return isWeChatFault(fault) && ['quota', 'data'].includes(errorKind(fault));
}
