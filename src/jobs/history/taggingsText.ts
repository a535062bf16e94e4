import { l10n } from 'vscode';

import { countText } from '../../ui/texts/formats';

/** What else the history of an account has, where something was changed from here. */
export function taggingsText(count: number): string {
  return l10n.t('Tagging results: {0}, and the notes of what was changed in Lens.', countText(count));
}
