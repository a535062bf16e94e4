import { updateRemark, type WeChatClient } from '../wechat';
import { type ChangeLog } from './changeLog';
import { isRemarkTooLong } from './textRules';

/**
 * Gives a follower a remark, or takes it away by the empty one, and notes what WeChat confirmed.
 * @throws RangeError for a remark that is too long, without asking WeChat; WeChatFailure; the signal's reason
 */
export async function changeRemark(
  client: WeChatClient,
  changes: ChangeLog,
  { appId, openid, remark }: { readonly appId: string; readonly openid: string; readonly remark: string },
  { signal, now = Date.now }: { readonly signal: AbortSignal; readonly now?: () => number },
): Promise<void> {
  if (isRemarkTooLong(remark)) throw new RangeError('The remark is longer than 30 bytes.');
  await client.ask(updateRemark, openid, remark, { signal });
  await changes.append(appId, [{ kind: 'remark', openid, remark, at: now() }]);
}
