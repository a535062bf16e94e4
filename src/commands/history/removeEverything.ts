import { commands as vscodeCommands, l10n, window } from 'vscode';

import { type Vault } from '../../accounts';
import { countEverything } from '../../jobs/wiping/keptThings';
import { removeAll, type WipeParts } from '../../jobs/wiping/removeAll';
import { leftTexts, questionText, removedText, strangersText } from '../../jobs/wiping/wipeTexts';
import { inARow, countText } from '../../ui/texts/formats';
import { type Handler } from '../command';

/**
 * `wechatOpenid.removeEverything`: all that this profile keeps, here and in the keychain. What others keep there is
 * counted, and goes only where the user says so once more.
 */
export function removeEverything(parts: WipeParts): Handler {
  return async () => {
    const remove = l10n.t('Remove Everything');
    const choice = await window.showWarningMessage(
      l10n.t('Remove everything that WeChat OpenID Lens keeps of this profile?'),
      { modal: true, detail: questionText(await countEverything(parts)) },
      remove,
    );
    if (choice !== remove) return;
    const wiped = await removeAll(parts);
    const own = new Set(wiped.secretsLeft.map(({ key }) => key));
    const others = await othersRemoved(parts.vault, own);
    const left = [...leftTexts(wiped), ...(others.left === undefined ? [] : [others.left])];
    const told = inARow(removedText(wiped), others.removed, ...left, forgetText());
    const reload = l10n.t('Reload Window');
    const show = left.length > 0 ? window.showWarningMessage : window.showInformationMessage;
    void show(told, reload).then(label =>
      label === reload ? vscodeCommands.executeCommand('workbench.action.reloadWindow') : undefined,
    );
  };
}

/** What is in the memory of windows is not worth a restart that nobody has asked for. */
function forgetText(): string {
  return l10n.t('What open windows hold in memory goes when they are reloaded or closed.');
}

async function othersRemoved(
  vault: Vault,
  own: ReadonlySet<string>,
): Promise<{ readonly removed?: string; readonly left?: string }> {
  let keys: readonly string[];
  try {
    keys = (await vault.inKeychain()).filter(key => !own.has(key));
  } catch {
    return {
      left: l10n.t(
        'The keychain could not be used: whether it holds entries of other profiles or editors is not known.',
      ),
    };
  }
  if (keys.length === 0) return {};
  const remove = l10n.t('Delete These, Too');
  const choice = await window.showWarningMessage(
    l10n.t('The keychain holds {0} further entries of WeChat OpenID Lens.', countText(keys.length)),
    { modal: true, detail: strangersText(keys) },
    remove,
  );
  if (choice !== remove)
    return { removed: l10n.t('Entries of others in the keychain stay: {0}.', countText(keys.length)) };
  const results = await Promise.allSettled(keys.map(key => vault.dropFromKeychain(key)));
  const failed = keys.filter((_, index) => results[index]?.status === 'rejected');
  return {
    removed: l10n.t('Entries of others deleted: {0}.', countText(keys.length - failed.length)),
    ...(failed.length > 0 && {
      left: l10n.t('Entries that the keychain did not delete: {0}.', failed.slice(0, 10).join(', ')),
    }),
  };
}
