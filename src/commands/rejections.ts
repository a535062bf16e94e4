import { l10n } from 'vscode';

import { AccountGone, CredentialNeeded, HeaderGone, SecretStoreFailure } from '../accounts';
import { StoreError } from '../batch';
import { ListError } from '../lists';
import { TooManyOpenids, TooMuchText } from '../openids';
import { type CallCode, CallRefused, Hint, Problem } from '../ui/problems/problem';
import { type Problems } from '../ui/problems/problems';
import { setting } from '../ui/settings';
import { isAbort, WeChatError, WeChatFailure } from '../wechat';
import { isCall, isQuiet, type Target, targetOf } from './arguments';
import { type Handler, type Handlers, Rejection } from './command';

/**
 * Handlers as other code meets them. Where the user lets it use Lens, it gets results, and a rejection with a code in
 * place of a message where it called with `show: false`. Where not, a command does what it does for the user, and tells
 * its caller nothing. An object that is wrong rejects in both cases. Whoever pressed a key or a button hears of a
 * failure there.
 */
export function forCallers(handlers: Handlers, problems: Pick<Problems, 'explain'>): Handlers {
  const each = Object.entries(handlers).map(([id, handler]) => [id, forCaller(handler, problems)] as const);
  return { ...handlers, ...Object.fromEntries(each) };
}

function forCaller(handler: Handler, problems: Pick<Problems, 'explain'>): Handler {
  return async (...args) => {
    const isOpen = setting('exportedApi.enabled');
    const [argument, ...more] = args;
    try {
      if (isOpen) return await handler(...args);
      await handler(...(isQuiet(argument) ? [shown(argument), ...more] : args));
      return undefined;
    } catch (error) {
      const isWrong = isCall(argument) && (error instanceof CallRefused || error instanceof AccountGone);
      if (!(isOpen && isQuiet(argument)) && !isWrong) throw error;
      throw await rejectionOf(error, problems);
    }
  };
}

/** The same request, of code that may not ask for silence. */
function shown(argument: unknown): Target {
  return { ...targetOf(argument), show: undefined };
}

/** A failure as other code is told of it. */
export async function rejectionOf(error: unknown, problems: Pick<Problems, 'explain'>): Promise<Rejection> {
  if (error instanceof Rejection) return error;
  const sentence = (await problems.explain(error))?.sentence ?? l10n.t('It was cancelled.');
  return new Rejection(codeOf(error), sentence);
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
