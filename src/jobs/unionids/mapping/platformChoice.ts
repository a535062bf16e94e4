import { commands as vscodeCommands, l10n, type QuickPickItem, window } from 'vscode';

import { commands } from '../../../manifest';
import { type People, type Platform } from '../../../people';
import { Cancelled } from '../../../ui/asking/steps';
import { Hint } from '../../../ui/problems/problem';
import { countText } from '../../../ui/texts/formats';
import { itemText } from '../../../ui/texts/plainText';

interface PlatformItem extends QuickPickItem {
  readonly platform: Platform;
}

/** The accounts of one Open Platform account; asks where there are several such groups. */
export async function choosePlatform(
  people: People,
  nameOf: (appId: string) => string,
  wanted: string | undefined,
): Promise<Platform> {
  const platforms = people.platforms();
  const [only, ...others] = platforms;
  if (!only) throw nobodyKnown();
  if (wanted !== undefined) {
    const found = platforms.find(({ beginning }) => beginning === wanted);
    if (found) return found;
    throw new Hint(l10n.t('Nobody is known here any more whose unionid begins with {0}.', wanted));
  }
  if (others.length === 0) return only;
  const items = platforms.map((platform): PlatformItem => ({
    platform,
    label: itemText(platform.appIds.map(nameOf).join(' · '), 100),
    description: l10n.t('{0} persons', countText(platform.persons)),
    detail: l10n.t('Unionids begin with {0}', platform.beginning),
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('The accounts are bound to {0} Open Platform accounts', platforms.length),
    placeHolder: l10n.t('Export the people of which one? They have nobody in common.'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  if (!picked) throw new Cancelled();
  return picked.platform;
}

function nobodyKnown(): Hint {
  const action = (label: string, command: string) => ({
    label,
    run: () => vscodeCommands.executeCommand(command),
  });
  return new Hint(
    l10n.t(
      'Nobody with a unionid is known on this machine yet. Fetch the profiles of your followers, or import pairs, and try again.',
    ),
    [
      action(l10n.t('Fetch Profiles from List…'), commands.batchFetch),
      action(l10n.t('Import UnionID Pairs…'), commands.importPairs),
    ],
  );
}
