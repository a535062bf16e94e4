import { l10n, window } from 'vscode';

import { type AccountRegistry } from '../../accounts';
import { type PeoplePages } from '../../jobs/unionids/peoplePages';
import { Cancelled } from '../../ui/asking/steps';
import { Hint } from '../../ui/problems/problem';
import { tamed } from '../../ui/texts/tamed';
import { targetOf } from '../arguments';
import { type Handler } from '../command';

/** `wechatOpenid.compareAccounts`: nodes or `{ appId }` of two accounts or more, or asks. */
export function compareAccounts(
  pages: Pick<PeoplePages, 'compare'>,
  registry: Pick<AccountRegistry, 'all'>,
): Handler {
  return async (argument, others) => {
    const picked = Array.isArray(others) ? others : [argument, others];
    const given = picked.flatMap(each => targetOf(each).appId ?? []);
    const appIds = [...new Set(given)];
    await pages.compare(appIds.length > 1 ? appIds : await pick(registry, appIds));
  };
}

async function pick(registry: Pick<AccountRegistry, 'all'>, first: readonly string[]): Promise<string[]> {
  const accounts = await registry.all();
  if (accounts.length < 2)
    throw new Hint(
      l10n.t(
        'A comparison takes two accounts. Add another one, or import pairs of a Mini Program: an account is made for it on the way.',
      ),
    );
  const items = accounts.map(({ appId, name }) => ({
    appId,
    label: tamed(name),
    description: appId,
    picked: first.includes(appId) || accounts.length === 2,
  }));
  const chosen = await window.showQuickPick(items, {
    canPickMany: true,
    placeHolder: l10n.t('Which accounts are to be compared? Pick two or more'),
    matchOnDescription: true,
  });
  if (!chosen) throw new Cancelled();
  if (chosen.length < 2) throw new Hint(l10n.t('Pick two accounts or more to compare them.'));
  return chosen.map(({ appId }) => appId);
}
