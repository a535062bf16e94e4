import { type Fault } from '../../wechat';
import { type RateLimit } from './allowance';

/** How fast a run goes. */
export interface Pace {
  /** Calls that may be in flight. */
  readonly inFlight: number;
  /** And how many within a time, where WeChat or the run itself sets such a limit. */
  readonly limit?: RateLimit | undefined;
}

/** What a run tells besides outcomes. */
export type RunEvent =
  /** A call goes out, the repeated ones included. The client's token calls are not counted. */
  | { readonly kind: 'call' }
  /** A call failed and will be repeated after `delay` milliseconds; `attempt` counts from 1. */
  | { readonly kind: 'retry'; readonly fault: Fault; readonly attempt: number; readonly delay: number }
  /** The minute's quota is used up: no call goes out until `until` (unix milliseconds). */
  | { readonly kind: 'pause'; readonly fault: Fault; readonly until: number }
  | { readonly kind: 'resume' }
  /** From now on. */
  | ({ readonly kind: 'pace' } & Pace)
  /** The row of a person was asked for singly and is what the answer said: that answer is not shifted. */
  | { readonly kind: 'verified'; readonly openid: string }
  /** It is not: the openids of that answer are asked for singly. */
  | { readonly kind: 'shifted'; readonly openids: readonly string[] };
