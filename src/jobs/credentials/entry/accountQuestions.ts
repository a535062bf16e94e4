import { l10n } from 'vscode';

import { ask, type back } from '../../../ui/asking/steps';
import { appIdAdvice, appIdRefusal } from './credentialShape';

/** How a box stands among others. */
interface Place {
  readonly title: string;
  readonly step?: number;
  readonly total?: number;
}

/** The AppID as it was typed; `prompt` says whose. */
export function askForAppId(
  { title, step, total }: Place,
  prompt: string,
  value: string,
): Promise<string | typeof back> {
  const placeholder = 'wx0123456789abcdef';
  return ask({ title, prompt, placeholder, value, check: appIdRefusal, advise: appIdAdvice }, step, total);
}

/** The name that people give an account, without blanks around it. */
export async function askForName(
  { title, step, total }: Place,
  value: string,
): Promise<string | typeof back> {
  const answer = await ask({ title, prompt: l10n.t('Display name'), value, check: refusal }, step, total);
  return typeof answer === 'string' ? answer.trim() : answer;
}

function refusal(text: string): string | undefined {
  const name = text.trim();
  if (name === '') return l10n.t('Type a name.');
  return name.length > 100 ? l10n.t('A name has at most 100 characters.') : undefined;
}
