import { type RequestEntry } from './apiCalls';

/** What all that is asked for one account has in common. */
export interface ConnectionOptions {
  /** `https://api.weixin.qq.com`, one of its sister hosts, or a relay, whose path prefix is kept. */
  readonly baseUrl: string;
  readonly appId: string;
  /** For each exchange as a whole. */
  readonly timeoutMs: number;
  /** Told of every exchange once it is over; nothing in an entry is secret. */
  readonly onRequest?: (entry: RequestEntry) => void;
  /** Milliseconds, as of `Date.now`. */
  readonly now?: () => number;
}
