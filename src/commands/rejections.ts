import { l10n } from 'vscode';

import { AccountGone, CredentialNeeded, HeaderGone, SecretStoreFailure } from '../accounts';
import { StoreError } from '../batch';
import { ListError } from '../lists';
import { TooManyOpenids, TooMuchText } from '../openids';
import { type CallCode, CallRefused, Hint, Problem } from '../ui/problems/problem';
import { type Problems } from '../ui/problems/problems';
import { isAbort, WeChatError, WeChatFailure } from '../wechat';
import { isCall, isQuiet } from './arguments';
import { type Handler, type Handlers, Rejection } from './command';

/**
 * Handlers that reject with a code where other code has called and may not be left to the funnel: with an object that
 * was wrong, or with `show: false`. Whoever pressed a key or a button hears of the failure there.
 */
export function forCallers(handlers: Handlers, problems: Pick<Problems, 'explain'>): Handlers {
  const each = Object.entries(handlers).map(([id, handler]) => [id, forCaller(handler, problems)] as const);
  return { ...handlers, ...Object.fromEntries(each) };
}

function forCaller(handler: Handler, problems: Pick<Problems, 'explain'>): Handler {
  return async (...args) => {
    try {
      return await handler(...args);
    } catch (error) {
      const [argument] = args;
      const isWrong = isCall(argument) && (error instanceof CallRefused || error instanceof AccountGone);
      if (!isQuiet(argument) && !isWrong) throw error;
      const sentence = (await problems.explain(error))?.sentence ?? l10n.t('It was cancelled.');
      throw new Rejection(codeOf(error), sentence);
    }
  };
}

function codeOf(error: unknown): CallCode {
  if (error instanceof Hint && error.code === 'failed') return 'nothingToDo';
  if (error instanceof Problem) return error.code;
  if (error instanceof AccountGone) return 'unknownAccount';
  if (isAbort(error)) return 'cancelled';
  if (error instanceof WeChatError) return 'wechatError';
  if (error instanceof WeChatFailure) return 'networkError';
  if (error instanceof SecretStoreFailure || error instanceof CredentialNeeded || error instanceof HeaderGone)
    return 'secretNeeded';
  if (error instanceof TooMuchText || error instanceof TooManyOpenids) return 'invalidText';
  if (!(error instanceof StoreError) && !(error instanceof ListError)) return 'failed';
  switch (error.problem) {
    case 'gone':
      return error instanceof ListError ? 'unknownList' : 'unknownBatch';
    case 'busy':
      return 'busy';
    default:
      return 'failed';
  }
}
