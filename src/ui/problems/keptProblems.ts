import { l10n } from 'vscode';

import { type StoreError } from '../../batch';
import { type ListError } from '../../lists';
import { Problem } from './problem';

/** Why a kept batch cannot be read, run or removed. */
export function batchProblem(error: StoreError): Problem {
  return new Problem(batchSentence(error));
}

/** Why a kept follower list cannot be read, walked or removed. */
export function listProblem(error: ListError): Problem {
  return new Problem(listSentence(error));
}

function batchSentence({ problem, code }: StoreError): string {
  switch (problem) {
    case 'tooNew':
      return l10n.t(
        'This batch was saved by a newer version of WeChat OpenID Lens. Update the extension to open it.',
      );
    case 'damaged':
      return l10n.t(
        'The saved batch is damaged: its list of openids cannot be read. Remove it and run the list again.',
      );
    case 'gone':
      return l10n.t('This batch is no longer kept.');
    case 'busy':
      return l10n.t('This batch is already running, here or in another window. Wait until it finishes.');
    case 'takenOver':
      return l10n.t(
        'Another window has taken this batch over. Go on there, or resume it here when it has ended.',
      );
    case 'cannotRead':
      return l10n.t(
        'The saved batches cannot be read ({0}). Check the permissions of the extension storage.',
        code ?? '?',
      );
    case 'cannotRun':
      return l10n.t(
        'The batch cannot be resumed now ({0}): its answers could not be saved, and nothing was asked of WeChat. What it holds is unchanged. Free some disk space, or check the permissions of the extension storage.',
        code ?? '?',
      );
    case 'cannotRemove':
      return l10n.t(
        'The batch cannot be removed ({0}): its file is still there. Check the permissions of the extension storage, or close the program that holds the file, and try again.',
        code ?? '?',
      );
    case 'cannotWrite':
      return l10n.t(
        'The batch cannot be saved ({0}): it goes on in memory. Free some disk space, and export it before this window closes.',
        code ?? '?',
      );
  }
}

function listSentence({ problem, code }: ListError): string {
  switch (problem) {
    case 'tooNew':
      return l10n.t(
        'This list was saved by a newer version of WeChat OpenID Lens. Update the extension to use it.',
      );
    case 'damaged':
      return l10n.t('The saved list is damaged and cannot be read. Remove it and browse again.');
    case 'gone':
      return l10n.t('This list is no longer kept.');
    case 'busy':
      return l10n.t('This list is being walked, here or in another window. Wait until it finishes.');
    case 'takenOver':
      return l10n.t(
        'Another window has taken this list over. Go on there, or resume it here when it has ended.',
      );
    case 'cannotRead':
      return l10n.t(
        'The saved lists cannot be read ({0}). Check the permissions of the extension storage.',
        code ?? '?',
      );
    case 'cannotWrite':
      return l10n.t(
        'The list cannot be saved ({0}): it stands where it stood. Free some disk space, or check the permissions of the extension storage, and resume it.',
        code ?? '?',
      );
  }
}
