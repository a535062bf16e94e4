import { WeChatFailure } from '../../wechat';
import { type Outcome } from '../outcome';
import { type CallOptions, type ProfileSource } from './runBatch';
import { outcomeOfRefusal, settleSingle } from './settle';

/**
 * The outcome of one openid, asked singly and once: a person who waits sees a failure at once and decides.
 * @throws {WeChatFailure} whatever is not about this openid, or the signal's reason
 */
export async function lookUp(
  client: Pick<ProfileSource, 'userInfo'>,
  openid: string,
  options: CallOptions,
): Promise<Outcome> {
  try {
    return settleSingle(openid, await client.userInfo(openid, options));
  } catch (error) {
    const outcome = error instanceof WeChatFailure && outcomeOfRefusal(openid, error.fault);
    if (outcome) return outcome;
    throw error;
  }
}
