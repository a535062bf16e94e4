import { l10n } from 'vscode';

import { countText } from '../../ui/texts/formats';
import { type HistorySize } from './historyRemoval';

/** What else the history of an account has, a line each, begun by a line break; most accounts have none of it. */
export function furtherText({ forMigration, taggings, imports }: HistorySize): string {
  const lines: string[] = [];
  if (forMigration > 0)
    lines.push(
      l10n.t(
        'Among the follower lists, kept for a migration: {0}. WeChat gives the openids of a frozen account to nobody: export them first.',
        countText(forMigration),
      ),
    );
  // Where something was changed from here.
  if (taggings > 0)
    lines.push(
      l10n.t('Tagging results: {0}, and the notes of what was changed in Lens.', countText(taggings)),
    );
  if (imports > 0)
    lines.push(
      l10n.t(
        'Imports of pairs with its openids: {0}. They go whole, with the openids of other accounts in them.',
        countText(imports),
      ),
    );
  return lines.map(line => `\n${line}`).join('');
}
