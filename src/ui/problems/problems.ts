import { commands as vscodeCommands, l10n, window } from 'vscode';

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
import { isAbort, WeChatError, WeChatFailure } from '../../wechat';
import { countText } from '../texts/formats';
import { lazily } from '../lazily';
import { type Log } from '../log/log';
import { type Action, Hint, Problem } from './problem';
import { storeLabel } from '../texts/storeLabel';

/** What WeChat's codes mean is read when the first of them is shown. */
const explaining = lazily(() => import('./problemOf'));
const kept = lazily(() => import('./keptProblems'));

/**
 * The one place where failures are shown and logged. A cancellation is not an error; a failure of WeChat or of
 * the network is explained; anything else is our own bug and says so.
 */
export class Problems {
  constructor(private readonly log: Log) {}

  /** `subject` names the account concerned, where there is one. */
  async show(error: unknown, subject?: string): Promise<void> {
    const problem = await this.explain(error);
    if (!problem) return;
    const sentence = subject ? l10n.t('{0}: {1}', subject, problem.sentence) : problem.sentence;
    const isHint = problem instanceof Hint;
    const actions = isHint ? problem.actions : [...problem.actions, this.showLog()];
    const labels = actions.map(action => action.label);
    const label = await (isHint
      ? window.showInformationMessage(sentence, ...labels)
      : window.showErrorMessage(sentence, ...labels));
    await actions.find(action => action.label === label)?.run();
  }

  /** The sentence and actions for a failure; undefined for a cancellation. */
  async explain(error: unknown): Promise<Problem | undefined> {
    if (error instanceof Problem) return error;
    if (isAbort(error)) return undefined;
    if (error instanceof WeChatFailure)
      return (await explaining()).problemOf(
        error.fault,
        error instanceof WeChatError ? error.appId : undefined,
      );
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
        [this.editAccount(error.appId)],
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
        [this.editAccount(error.appId)],
      );
    }
    if (error instanceof CredentialNeeded) return new Problem(credentialNeeded(error));
    if (error instanceof StoreError) return (await kept()).batchProblem(error);
    if (error instanceof ListError) return (await kept()).listProblem(error);
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
    this.log.error('unexpected', error);
    return new Problem(
      l10n.t('Something went wrong in WeChat OpenID Lens: {0} The log has the details.', sentenceOf(error)),
      [(await explaining()).reportIssue()],
    );
  }

  private editAccount(appId: string): Action {
    return {
      label: l10n.t('Edit Official Account…'),
      run: () => vscodeCommands.executeCommand(commands.editAccount, { appId }),
    };
  }

  private showLog(): Action {
    return { label: l10n.t('Show Log'), run: () => this.log.show() };
  }
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

function sentenceOf(error: unknown): string {
  const message = (error instanceof Error ? error.message : String(error)).slice(0, 300);
  return /[.!?。！？]$/.test(message) ? message : `${message}.`;
}
