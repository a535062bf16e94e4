import { type RecordedRequest } from './request';

/** Invalid JSON as WeChat and its relays were seen to send it; `escapedSlashes` is valid, and naive repairs break it. */
export type BrokenJson =
  'rawControls' | 'strayBackslash' | 'trailingComma' | 'missingComma' | 'bom' | 'escapedSlashes';

/**
 * What may happen to rows of profiles; the last two also to the row of user/info. `shifted`: from the first row that is
 * struck to the end, each carries what belongs to the row after, under its own openid, and the last is blank.
 */
export type RowDamage =
  'dropped' | 'duplicated' | 'reordered' | 'shifted' | 'withoutSubscribe' | 'withoutSubscribeTime';

/**
 * Takes the place of WeChat's own answer; the account does not notice the request. Without `errmsg` an errcode comes with
 * its classic text and a rid, with it in exactly these words.
 */
export type Replacement =
  | { readonly kind: 'errcode'; readonly errcode: number; readonly errmsg?: string }
  | { readonly kind: 'status'; readonly status: number; readonly body?: string; readonly retryAfter?: string }
  | { readonly kind: 'html' }
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: number }
  | { readonly kind: 'huge'; readonly bytes?: number; readonly contentLength?: 'absent' | 'honest' | 'lying' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'never' };

/** What happens to an answer on its way. `cut` sends half of the announced body; sizes in bytes, times in ms. */
export type Damage =
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'json'; readonly how: BrokenJson }
  | { readonly kind: 'rows'; readonly how: RowDamage; readonly where?: (openid: string) => boolean }
  | { readonly kind: 'noCharset' }
  | { readonly kind: 'cut' }
  | { readonly kind: 'slow'; readonly bytes: number; readonly everyMs: number };

export type Fault = Replacement | Damage;

/** Where and how often a fault strikes; without any of these, always and everywhere. */
export interface FaultScope {
  readonly path?: string;
  /** The next so many requests that it fits. */
  readonly times?: number;
  readonly when?: (request: RecordedRequest) => boolean;
}

export interface Faults {
  /** Switches a fault on; the result switches it off. */
  add(fault: Fault, scope?: FaultScope): () => void;
  /** Switches all faults off. */
  clear(): void;
}

interface ActiveFault {
  readonly fault: Fault;
  readonly scope: FaultScope;
  left: number;
}

export class FaultList implements Faults {
  #active: ActiveFault[] = [];

  add(fault: Fault, scope: FaultScope = {}): () => void {
    const added = { fault, scope, left: scope.times ?? Infinity };
    this.#active.push(added);
    return () => this.#remove(added);
  }

  clear(): void {
    this.#active = [];
  }

  /**
   * The faults that strike this request. Of those that exclude each other the one added first, and the next only when
   * that one has struck as often as it should: so a test can line up "twice -1, then 45009".
   */
  take(request: RecordedRequest): readonly Fault[] {
    if (this.#active.length === 0) return NONE;
    const taken = new Map<string, Fault>();
    for (const active of [...this.#active]) {
      const { fault, scope } = active;
      const slot = slotOf(fault);
      if (active.left <= 0 || taken.has(slot)) continue;
      if (scope.path !== undefined && scope.path !== request.path) continue;
      if (scope.when && !scope.when(request)) continue;
      taken.set(slot, fault);
      active.left--;
      if (active.left <= 0) this.#remove(active);
    }
    return [...taken.values()];
  }

  #remove(active: ActiveFault): void {
    this.#active = this.#active.filter(each => each !== active);
  }
}

const NONE: readonly Fault[] = [];

export function isReplacement(fault: Fault): fault is Replacement {
  return slotOf(fault) === 'answer';
}

/** One request takes one fault a slot. */
function slotOf(fault: Fault): string {
  switch (fault.kind) {
    case 'errcode':
    case 'status':
    case 'html':
    case 'redirect':
    case 'huge':
    case 'reset':
    case 'never':
      return 'answer';
    case 'rows':
    case 'json':
      return `${fault.kind} ${fault.how}`;
    case 'latency':
    case 'noCharset':
      return fault.kind;
    case 'cut':
    case 'slow':
      return 'delivery';
  }
}
