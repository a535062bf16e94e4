import { WeChatClient } from '../../../src/wechat';
import { type Account } from '../server';

/** The first openids of the account, as far as WeChat lists them: those of its followers. */
export async function followersOf(account: Account, count: number): Promise<string[]> {
  const client = clientOf(account);
  const openids: string[] = [];
  for (let next = ''; openids.length < count;) {
    const page = await client.followers(next);
    if (page.openids.length === 0) throw new Error(`The account has ${openids.length} followers only.`);
    openids.push(...page.openids);
    next = page.openids.at(-1) ?? '';
  }
  return openids.slice(0, count);
}

/** With one in a hundred replaced, at random places that are the same on every run, by one that WeChat does not know. */
export function spoilt(openids: readonly string[], unknown: readonly string[]): string[] {
  const spoilt = [...openids];
  const places = new Set<number>();
  for (let draw = 1; places.size < openids.length / 100; draw++) {
    places.add(Math.floor(fraction(draw) * openids.length));
  }
  for (const [at, place] of [...places].entries()) spoilt[place] = unknown[at] ?? '';
  return spoilt;
}

/** From 0 to 1, as good as at random. */
function fraction(draw: number): number {
  const mixed = Math.imul(draw ^ (draw >>> 7), 0x9e3779b1);
  return (Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b) >>> 0) / 2 ** 32;
}

export function clientOf({ url, appId, secret }: Account): WeChatClient {
  return new WeChatClient({ baseUrl: url, appId, secret: () => Promise.resolve(secret), timeoutMs: 15_000 });
}
