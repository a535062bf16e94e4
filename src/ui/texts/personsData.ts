import { l10n } from 'vscode';

import { countText } from './formats';

/** Of whom a file is: the data of so many persons. */
export function personsData(persons: number): string {
  return persons === 1 ? l10n.t("1 person's data") : l10n.t("{0} persons' data", countText(persons));
}
