import { commands as vscodeCommands, l10n } from 'vscode';

import {
  AccountGone,
  AccountNotUnderstood,
  AccountWithoutApi,
  CredentialNeeded,
  HeaderGone,
  SecretStoreFailure,
} from '../../accounts';
import { StoreError } from '../../batch';
import { ListError } from '../../lists';
import { commands } from '../../manifest';
import { TooManyOpenids, TooMuchText } from '../../openids';
import { countText } from '../texts/formats';
import { storeLabel } from '../texts/storeLabel';
import { batchProblem, listProblem } from './keptProblems';
import { type Action, Problem } from './problem';
import { sentenceOf } from './sentenceOf';

/** The sentence for a failure of our own kinds, with what to do; undefined for any other. Loaded with the first. */
export function knownProblem(error: unknown): Problem | undefined {
  if (error instanceof SecretStoreFailure) return new Problem(secretStoreSentence(error));
  if (error instanceof AccountNotUnderstood) {
    return new Problem(
      l10n.t(
        'The file of the account {0} needs a newer version of WeChat OpenID Lens, and is left as it is. Update the extension, or remove the file.',
        error.appId,
      ),
    );
  }
  if (error instanceof AccountWithoutApi) {
    return new Problem(
      l10n.t(
        'The account {0} does not use the API: nobody can be looked up with it. Edit it to enter an AppSecret, a token server or an access token.',
        error.appId,
      ),
      [editAccount(error.appId)],
    );
  }
  if (error instanceof HeaderGone) {
    return new Problem(
      error.of === 'relay'
        ? l10n.t(
            'The header for the relay of {0} is no longer kept here. Edit the account to enter it again.',
            error.appId,
          )
        : l10n.t(
            'What the token server of {0} wants to see is no longer kept here. Edit the account to enter it again.',
            error.appId,
          ),
      [editAccount(error.appId)],
    );
  }
  if (error instanceof CredentialNeeded) return new Problem(credentialNeeded(error));
  if (error instanceof StoreError) return batchProblem(error);
  if (error instanceof ListError) return listProblem(error);
  if (error instanceof TooMuchText) {
    return new Problem(
      l10n.t('The text is longer than {0} MB. Split it and try again.', error.limit / 1_000_000),
    );
  }
  if (error instanceof TooManyOpenids) {
    return new Problem(
      l10n.t('The text holds more than {0} openids. Split it and try again.', countText(error.limit)),
    );
  }
  if (error instanceof AccountGone) {
    return new Problem(
      l10n.t('The account {0} is no longer registered. Add it again to go on.', error.appId),
      [
        {
          label: l10n.t('Add Official Account…'),
          run: () => vscodeCommands.executeCommand(commands.addAccount),
        },
      ],
    );
  }
  return undefined;
}

function editAccount(appId: string): Action {
  return {
    label: l10n.t('Edit Official Account…'),
    run: () => vscodeCommands.executeCommand(commands.editAccount, { appId }),
  };
}

/** For calls that may ask nobody for anything. */
export function credentialNeeded({ appId }: { readonly appId: string }): string {
  return l10n.t('The credential of {0} is not at hand: its user has to enter it first.', appId);
}

export function secretStoreSentence(failure: SecretStoreFailure): string {
  const store = storeLabel(failure.store);
  return failure.reason === 'silent'
    ? l10n.t('{0} does not answer. It may be waiting behind a prompt: unlock it and try again.', store)
    : l10n.t('{0} could not be used: {1}', store, sentenceOf(new Error(failure.detail)));
}
