import assert from 'node:assert/strict';
import { WeChatClient, type WeChatClientOptions } from '../../../src/wechat';
import { type SimulatedAccount, type SimulatedWeChat } from '../../wechat';

export const paths = {
  stableToken: '/cgi-bin/stable_token',
  userInfo: '/cgi-bin/user/info',
  batchGet: '/cgi-bin/user/info/batchget',
  tags: '/cgi-bin/tags/get',
  followers: '/cgi-bin/user/get',
  quota: '/cgi-bin/openapi/quota/get',
};

/** A client of a simulated account, which knows its secret unless told otherwise. */
export function newClient(
  weChat: SimulatedWeChat,
  { appId, secret }: { appId: string; secret: string },
  options: Partial<WeChatClientOptions> = {},
): WeChatClient {
  return new WeChatClient({
    baseUrl: weChat.url,
    appId,
    secret: () => Promise.resolve(secret),
    timeoutMs: 5_000,
    ...options,
  });
}

export function followerOf(account: SimulatedAccount): string {
  return account.openids({}, 1)[0] ?? assert.fail('The account has no followers.');
}
