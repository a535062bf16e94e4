import { l10n, window } from 'vscode';

import { countPersons, type People } from '../../../people';
import { Cancelled } from '../../../ui/asking/steps';
import { countText } from '../../../ui/texts/formats';

/** Of several accounts: everybody who is in one of them, or only who is in all. @returns whether only those */
export async function chooseScope(
  people: People,
  beginning: string,
  appIds: readonly string[],
): Promise<boolean> {
  if (appIds.length < 2) return false;
  const count = (inAllAccounts: boolean) => countPersons(people, { beginning, appIds, inAllAccounts });
  const [inAll, inAny] = [await count(true), await count(false)];
  // Nobody would stand in the file, or it would be the same one.
  if (inAll === 0 || inAll === inAny) return false;
  const items = [
    {
      label: l10n.t('Everybody who is in one of the accounts'),
      description: l10n.t('{0} persons', countText(inAny)),
      inAllAccounts: false,
    },
    {
      label: l10n.t('Only who is in all of the accounts'),
      description: l10n.t('{0} persons', countText(inAll)),
      inAllAccounts: true,
    },
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Export Mapping'),
    placeHolder: l10n.t('Which people is the mapping to hold?'),
    ignoreFocusOut: true,
  });
  if (!picked) throw new Cancelled();
  return picked.inAllAccounts;
}
