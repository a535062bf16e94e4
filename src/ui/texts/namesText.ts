import { l10n } from 'vscode';

import { countText } from './formats';

/** So many names fit into a question. */
const named = 8;

/** Names for a question, a line each; of many the first, and how many more there are. */
export function namesText(names: readonly string[]): string {
  const more = names.length - named;
  const shown = names.slice(0, more > 0 ? named : names.length);
  return [...shown, ...(more > 0 ? [l10n.t('and {0} more', countText(more))] : [])].join('\n');
}
