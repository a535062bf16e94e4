import { okAnswer } from '../api/answers';
import { type CallOptions, type WeChatClient } from '../client';
import { endpoints } from '../api/endpoints';

/**
 * Sets the day's call counts of all APIs of the account to zero. WeChat allows it 10 times a month: only for an
 * explicit, confirmed act of the user.
 * @see https://developers.weixin.qq.com/doc/service/api/apimanage/api_clearquota
 */
export async function clearQuota(
  client: WeChatClient,
  appId: string,
  { signal }: CallOptions = {},
): Promise<void> {
  await client.call({ method: 'POST', path: endpoints.clearQuota, body: { appid: appId } }, okAnswer, {
    signal,
  });
}
