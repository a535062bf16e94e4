import { l10n } from 'vscode';

import { keychainService } from '../../manifest';
import { countText } from '../../ui/texts/formats';
import { storeLabel } from '../../ui/texts/storeLabel';
import { type Counts } from './keptThings';
import { type Wiped } from './removeAll';

const named = 10;

export function countsText({ accounts, batches, lists, lookups, imports, taggings }: Counts): string {
  return l10n.t(
    'Accounts: {0}, batches: {1}, follower lists: {2}, recent lookups: {3}, imports of pairs: {4}, tagging results: {5}',
    ...[accounts, batches, lists, lookups, imports, taggings].map(countText),
  );
}

/** What goes, and what stays, before it goes. */
export function questionText(counts: Counts): string {
  return [
    l10n.t('{0}.', countsText(counts)),
    l10n.t(
      'Also their secrets in the keychain and in VS Code, notes of changes, names of tags, caches, and which pages are open. This cannot be undone.',
    ),
    l10n.t(
      'Settings, files that you exported, and the log stay. Nothing changes at WeChat, and other profiles and editors keep theirs.',
    ),
  ].join('\n\n');
}

export function removedText({ removed, secrets }: Wiped): string {
  return l10n.t('Removed. {0}, secrets: {1}.', countsText(removed), countText(secrets));
}

/** What could not be removed, a sentence each. */
export function leftTexts({ secretsLeft, inUse, filesLeft }: Wiped): string[] {
  const [first] = secretsLeft;
  return [
    first &&
      l10n.t(
        'Secrets may remain in: {0} (service {1}, account {2}). They are deleted as soon as that store answers again, or delete them there.',
        storeLabel(first.store),
        keychainService,
        listText(secretsLeft.map(({ key }) => key)),
      ),
    inUse > 0 &&
      l10n.t(
        'In use, or held by another program: {0}. Cancel what is running, in other windows too, and run the command again.',
        countText(inUse),
      ),
    filesLeft.length > 0 &&
      l10n.t(
        'Could not be deleted: {0}. Close what holds them and delete them by hand.',
        listText(filesLeft),
      ),
  ].filter(text => text !== undefined && text !== false);
}

/** Entries of the keychain that this profile does not know. */
export function strangersText(keys: readonly string[]): string {
  return l10n.t(
    'They are not of this profile. They may be of other profiles of VS Code, of VS Code Insiders, VSCodium, Cursor or another editor on this machine, whose accounts then ask for their secrets again: {0}.',
    listText(keys),
  );
}

function listText(all: readonly string[]): string {
  return [...all.slice(0, named), ...(all.length > named ? ['…'] : [])].join(', ');
}
