import { env, l10n } from 'vscode';

import { outcomeLabel } from '../../protocol/labels';
import { inARow } from '../../ui/texts/formats';
import { Problem } from '../../ui/problems/problem';
import { codeAndCause, displayLanguage, explainError, WeChatFailure } from '../../wechat';
import { commonFailure, type Word } from './everyAccount';

/** An account's word in a few words: an outcome, or why it could not be asked. */
export function wordText(word: Word): string {
  if (word.kind === 'answered') return outcomeLabel(word.outcome.kind).toLocaleLowerCase();
  const { error } = word;
  if (error instanceof WeChatFailure) {
    return codeAndCause(explainError(error.fault, displayLanguage(env.language)));
  }
  return error instanceof Error ? error.message : String(error);
}

/** Nobody follows under this openid anywhere: what each account has said, so that the user knows where to look. */
export function noAccountKnows(openid: string, words: readonly Word[]): Error {
  const common = commonFailure(words);
  if (common) return common;
  const said = new Map<string, string[]>();
  for (const word of words) {
    const text = wordText(word).replace(/[.。]$/, '');
    said.set(text, [...(said.get(text) ?? []), word.account.name]);
  }
  const each = [...said].map(([text, names]) => l10n.t('{0}: {1}.', names.join(', '), text));
  const next = l10n.t('Check how it was copied, or look it up again and pick an account by hand.');
  return new Problem(inARow(l10n.t('No account knows {0}.', openid), ...each, next));
}
