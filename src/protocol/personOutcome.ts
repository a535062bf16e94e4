import * as l10n from '@vscode/l10n';
import { outcomeLabel } from './labels';
import { outcomeKinds } from './views/profileView';

/** In place of the outcome of somebody who is known from an import alone: WeChat was not asked. */
export const imported = 'imported';

/** An outcome of a person in an account, as tables of people have it; empty where they are not in it. */
export function personOutcomeLabel(outcome: string): string {
  if (outcome === imported) return l10n.t('Imported, never asked for');
  const kind = outcomeKinds.find(each => each === outcome);
  return kind === undefined ? '' : outcomeLabel(kind);
}
