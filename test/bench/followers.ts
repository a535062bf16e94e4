import { WeChatClient } from '../../src/wechat';
import { type Account } from './server';

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

/** Every hundredth of them spoilt: of the usual shape, and of no account. */
export function spoilt(openids: readonly string[]): string[] {
  return openids.map((openid, index) => (index % 100 === 37 ? `oWrong${openid.slice(6)}` : openid));
}

export function clientOf({ url, appId, secret }: Account): WeChatClient {
  return new WeChatClient({ baseUrl: url, appId, secret: () => Promise.resolve(secret), timeoutMs: 15_000 });
}
