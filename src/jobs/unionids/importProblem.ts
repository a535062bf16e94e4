import { l10n } from 'vscode';

import { ImportError } from '../../people';
import { Problem } from '../../ui/problems/problem';

/** Does it; what befalls kept imports becomes a sentence. */
export async function orImportProblem<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw error instanceof ImportError ? new Problem(sentenceOf(error)) : error;
  }
}

function sentenceOf({ problem, code }: ImportError): string {
  switch (problem) {
    case 'tooNew':
      return l10n.t(
        'This import was written by a newer version of WeChat OpenID Lens. Update the extension to use it.',
      );
    case 'damaged':
      return l10n.t('This import is damaged on disk. Import its file again.');
    case 'gone':
      return l10n.t('This import is no longer kept. Import its file again.');
    case 'cannotRead':
      return l10n.t('The imported pairs could not be read from disk ({0}). Try again.', code ?? '');
    case 'cannotWrite':
      return l10n.t(
        'The imported pairs could not be written to disk ({0}). Make room, or close what holds the files, and try again.',
        code ?? '',
      );
  }
}
