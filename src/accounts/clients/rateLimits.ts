import { type RateLimit } from '../../batch';
import { type WeChatClient } from '../../wechat';

const batchGet = '/cgi-bin/user/info/batchget';
const hour = 3_600_000;

interface Entry {
  readonly limit: Promise<RateLimit | undefined>;
  readonly askedAt: number;
}

/** How many batch calls WeChat lets an account make within a time: asked for once an hour, where it tells it. */
export class RateLimits {
  private readonly entries = new WeakMap<object, Entry>();

  constructor(private readonly now: () => number = Date.now) {}

  /** For a client whose calls are under way: it has a token, or is getting one. An answer that failed is not kept. */
  of(client: Pick<WeChatClient, 'quota'>, signal: AbortSignal): Promise<RateLimit | undefined> {
    const known = this.entries.get(client);
    if (known && this.now() - known.askedAt < hour) return known.limit;
    const limit = client.quota(batchGet, { signal }).then(({ rateLimit }) => rateLimit);
    limit.catch(() => this.entries.delete(client));
    this.entries.set(client, { limit, askedAt: this.now() });
    return limit;
  }
}
