import { l10n } from 'vscode';

import { AccountGone, SecretStoreFailure } from '../accounts';
import { StoreError } from '../batch';
import { TooManyOpenids, TooMuchText } from '../openids';
import { type CallCode, CallRefused, Hint, Problem } from '../ui/problem';
import { type Problems } from '../ui/problems';
import { isAbort, WeChatError, WeChatFailure } from '../wechat';
import { isCall, isQuiet } from './arguments';

/**
 * What a call of other code is rejected with, its message beginning with a stable code; undefined where somebody
 * pressed a key or a button, and hears of the failure. Where a call that may show things was right, they do, too.
 */
export async function rejectionOf(
  error: unknown,
  argument: unknown,
  problems: Pick<Problems, 'explain'>,
): Promise<Error | undefined> {
  const isWrong = isCall(argument) && (error instanceof CallRefused || error instanceof AccountGone);
  if (!isQuiet(argument) && !isWrong) return undefined;
  const code = codeOf(error);
  const sentence = (await problems.explain(error))?.sentence ?? l10n.t('It was cancelled.');
  return Object.assign(new Error(`${code}: ${sentence}`), { code });
}

function codeOf(error: unknown): CallCode {
  if (error instanceof Hint && error.code === 'failed') return 'nothingToDo';
  if (error instanceof Problem) return error.code;
  if (error instanceof AccountGone) return 'unknownAccount';
  if (isAbort(error)) return 'cancelled';
  if (error instanceof WeChatError) return 'wechatError';
  if (error instanceof WeChatFailure) return 'networkError';
  if (error instanceof SecretStoreFailure) return 'secretNeeded';
  if (error instanceof TooMuchText || error instanceof TooManyOpenids) return 'invalidText';
  if (!(error instanceof StoreError)) return 'failed';
  switch (error.problem) {
    case 'gone':
      return 'unknownBatch';
    case 'busy':
      return 'busy';
    default:
      return 'failed';
  }
}
