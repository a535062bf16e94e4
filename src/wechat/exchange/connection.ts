import { type RequestEntry } from './apiCalls';

/** A header of a request. Its value is a secret. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** What all that is asked for one account has in common. */
export interface ConnectionOptions {
  /** `https://api.weixin.qq.com`, one of its sister hosts, or a relay, whose path prefix is kept. */
  readonly baseUrl: string;
  /** What a relay wants to see, asked for at each exchange. It goes to the host of `baseUrl` and to no other. */
  readonly relayHeader?: (() => Promise<Header | undefined>) | undefined;
  readonly appId: string;
  /** For each exchange as a whole. */
  readonly timeoutMs: number;
  /** Told of every exchange once it is over; nothing in an entry is secret. */
  readonly onRequest?: (entry: RequestEntry) => void;
  /** Milliseconds, as of `Date.now`. */
  readonly now?: () => number;
}
