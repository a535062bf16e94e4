import { l10n } from 'vscode';

import { type AccountRegistry } from '../../accounts';
import { ask, back, Cancelled, runSteps } from '../../ui/asking/steps';
import { appIdAdvice, appIdRefusal, cleanCredential } from '../credentials/credentialShape';

/**
 * AppID and name of an account that takes part without API, made on the spot; one that is registered already is
 * taken as it is. Undefined where the box was closed.
 */
export async function askForPartner(
  registry: Pick<AccountRegistry, 'find' | 'add'>,
): Promise<string | undefined> {
  const title = l10n.t('Add an Account without API');
  try {
    const { appId, name, isRegistered } = await runSteps({ appId: '', name: '', isRegistered: false }, [
      async (entries, step, total) => {
        const answer = await ask(
          {
            title,
            prompt: l10n.t('AppID of the Mini Program or app'),
            placeholder: 'wx0123456789abcdef',
            value: entries.appId,
            check: appIdRefusal,
            advise: appIdAdvice,
          },
          step,
          total,
        );
        if (answer === back) return back;
        const appId = cleanCredential(answer);
        return { ...entries, appId, isRegistered: (await registry.find(appId)) !== undefined };
      },
      async (entries, step, total) => {
        if (entries.isRegistered) return entries;
        const value = entries.name === '' ? l10n.t('My Mini Program') : entries.name;
        const question = { title, prompt: l10n.t('Display name'), value, check: nameRefusal };
        const answer = await ask(question, step, total);
        return answer === back ? back : { ...entries, name: answer.trim() };
      },
    ]);
    if (!isRegistered) await registry.add({ appId, name }, { kind: 'none' });
    return appId;
  } catch (error) {
    if (error instanceof Cancelled) return undefined;
    throw error;
  }
}

function nameRefusal(text: string): string | undefined {
  const name = text.trim();
  if (name === '') return l10n.t('Type a name.');
  return name.length > 100 ? l10n.t('A name has at most 100 characters.') : undefined;
}
