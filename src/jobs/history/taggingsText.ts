import { l10n } from 'vscode';

import { countText } from '../../ui/texts/formats';

/** What else the history of an account has, where something was changed from here. */
export function taggingsText(count: number): string {
  return l10n.t('Results of tagging, with the notes of what was changed from here: {0}.', countText(count));
}
