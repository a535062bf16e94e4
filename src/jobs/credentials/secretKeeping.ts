import { l10n, type MessageItem, window } from 'vscode';

import {
  type AccountRegistry,
  type SecretPlace,
  SecretStoreFailure,
  type StorePreference,
} from '../../accounts';
import { secretStoreSentence } from '../../ui/problems/knownProblem';
import { Cancelled } from '../../ui/asking/steps';

/**
 * Keeps a secret by `keep`, and where the chosen store fails lets the user decide: try again, as after unlocking
 * the keychain, or use VS Code's storage. Rejects as a cancellation does where the user does neither.
 */
export async function keepSecret<T>(
  registry: Pick<AccountRegistry, 'newSecretId'>,
  keep: (place: SecretPlace) => Promise<T>,
): Promise<T> {
  // One id for all tries: a keychain that is late with one of them leaves no second copy.
  const secretId = registry.newSecretId();
  let preference: StorePreference | undefined;
  for (;;) {
    try {
      return await keep({ secretId, preference });
    } catch (error) {
      if (!(error instanceof SecretStoreFailure) || error.store === 'vscode') throw error;
      preference = (await mayUseEditorStore(error)) ? 'vscode' : undefined;
    }
  }
}

async function mayUseEditorStore(failure: SecretStoreFailure): Promise<boolean> {
  const retry: MessageItem = { title: l10n.t('Try Again') };
  const fallBack: MessageItem = { title: l10n.t("Use VS Code's Secret Storage") };
  const choice = await window.showWarningMessage(
    l10n.t('The secret is not saved yet.'),
    { modal: true, detail: secretStoreSentence(failure) },
    retry,
    fallBack,
  );
  if (!choice) throw new Cancelled();
  return choice === fallBack;
}
