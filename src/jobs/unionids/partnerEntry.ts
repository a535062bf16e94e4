import { l10n } from 'vscode';

import { type AccountRegistry } from '../../accounts';
import { back, Cancelled, runSteps } from '../../ui/asking/steps';
import { askForAppId, askForName } from '../credentials/entry/accountQuestions';
import { cleanCredential } from '../credentials/entry/credentialShape';

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
        const prompt = l10n.t('AppID of the Mini Program or app');
        const answer = await askForAppId({ title, step, total }, prompt, entries.appId);
        if (answer === back) return back;
        const appId = cleanCredential(answer);
        return { ...entries, appId, isRegistered: (await registry.find(appId)) !== undefined };
      },
      async (entries, step, total) => {
        if (entries.isRegistered) return entries;
        const value = entries.name === '' ? l10n.t('My Mini Program') : entries.name;
        const name = await askForName({ title, step, total }, value);
        return name === back ? back : { ...entries, name };
      },
    ]);
    if (!isRegistered) await registry.add({ appId, name }, { kind: 'none' });
    return appId;
  } catch (error) {
    if (error instanceof Cancelled) return undefined;
    throw error;
  }
}
