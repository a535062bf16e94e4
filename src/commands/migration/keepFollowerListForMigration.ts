import { commands as vscodeCommands, l10n, window } from 'vscode';

import { type Account } from '../../accounts';
import { type Browse } from '../../jobs/lists/browse';
import { type FollowerList, type ListStore, mayBeKept } from '../../lists';
import { commands } from '../../manifest';
import { byHand } from '../../ui/asking/byHand';
import { type AccountPicker } from '../../ui/asking/pickAccount';
import { listStateText, listTitle, momentText } from '../../ui/texts/listTexts';
import { plainText } from '../../ui/texts/plainText';
import { targetOf } from '../arguments';
import { type Handler } from '../command';

/**
 * `wechatOpenid.keepFollowerListForMigration`: an account or list node, `{ appId? | listId? }`, or asks. Says what a
 * migration takes away, and keeps the followers until somebody removes them: by a walk, or the latest list as it is.
 */
export function keepFollowerListForMigration(
  pick: AccountPicker,
  store: Pick<ListStore, 'lists' | 'keepForMigration'>,
  browse: Pick<Browse, 'run'>,
): Handler {
  return async argument => {
    const account = await pick(argument, l10n.t('Keep the followers of which account?'));
    const { listId } = targetOf(argument);
    const own = (await store.lists()).lists.filter(
      ({ appId, list }) => appId === account.appId && list.kind === 'followers',
    );
    const there = own.find(list => mayBeKept(list) && (listId === undefined || list.id === listId));
    const choice = await ask(account, own, there);
    if (choice === 'walk') await browse.run(account, { kind: 'followers' }, { forMigration: true });
    else if (choice) void offerFile(await store.keepForMigration(choice.id));
  };
}

/** Undefined where nothing is wanted. */
async function ask(
  account: Account,
  own: readonly FollowerList[],
  there: FollowerList | undefined,
): Promise<'walk' | FollowerList | undefined> {
  const kept = own.filter(({ forMigration }) => forMigration);
  const walk = l10n.t('Browse Followers…');
  const asItIs = there && l10n.t('Keep the List of {0}', momentText(there.startedAt));
  const detail = [
    l10n.t(
      'Once the old account of a migration is frozen, WeChat gives its openids to nobody. Browse its followers before that, as late as you can.',
    ),
    l10n.t(
      'With this list, "Translate Migrated OpenIDs…" finds the openids in the new account. WeChat answers for 15 days after the migration is approved.',
    ),
    l10n.t('It stays on this machine until you remove it, whatever is set for the history. Export it, too.'),
    ...kept.map(list => l10n.t('Kept already: {0} · {1}', listTitle(list), listStateText(list))),
  ].join('\n\n');
  const choice = await window.showInformationMessage(
    l10n.t('Keep the followers of {0} for a migration?', plainText(account.name)),
    { modal: true, detail },
    ...(asItIs === undefined ? [walk] : [walk, asItIs]),
  );
  if (choice === walk) return 'walk';
  return choice === asItIs ? there : undefined;
}

async function offerFile(list: FollowerList): Promise<void> {
  const toFile = l10n.t('Export…');
  const choice = await window.showInformationMessage(
    l10n.t('{0} of {1} is kept until it is removed.', listTitle(list), plainText(list.accountName)),
    toFile,
  );
  if (choice === toFile)
    await vscodeCommands.executeCommand(commands.exportList, byHand({ listId: list.id }));
}
