import { l10n, type Memento, type QuickPickItem, window } from 'vscode';

import { type MappingContent, type Platform } from '../../../people';
import { Cancelled } from '../../../ui/asking/steps';
import { Hint } from '../../../ui/problems/problem';
import { itemText } from '../../../ui/texts/plainText';

const key = 'mappingColumns';

interface ContentItem extends QuickPickItem {
  readonly content: MappingContent;
}

/** A name of a content that lasts. */
export function contentId(content: MappingContent): string {
  switch (content.kind) {
    case 'unionid':
      return 'unionid';
    case 'openid':
      return `openid:${content.appId}`;
    case 'key':
      return `key:${content.name}`;
  }
}

/**
 * What stands in the columns of a mapping, in a fixed order. Those of the last time are ticked, or those of the accounts
 * that were asked for; a business key never is before the user has ticked it once.
 */
export async function chooseContents(
  { appIds }: Platform,
  keys: readonly string[],
  nameOf: (appId: string) => string,
  memento: Memento,
  accounts: readonly string[] | undefined,
): Promise<readonly MappingContent[]> {
  const kept = memento.get<unknown>(key);
  const last: readonly unknown[] = Array.isArray(kept) ? kept : [];
  // What was chosen for the accounts of another platform says nothing of these.
  const knowsAny = appIds.some(appId => last.includes(contentId({ kind: 'openid', appId })));
  const isPicked = (content: MappingContent) => {
    if (content.kind === 'openid' && accounts) return accounts.includes(content.appId);
    if (content.kind === 'key') return last.includes(contentId(content));
    return !knowsAny || last.includes(contentId(content));
  };
  const item = (content: MappingContent, label: string, description: string): ContentItem => ({
    content,
    label: itemText(label),
    description,
    picked: isPicked(content),
  });
  const items = [
    item({ kind: 'unionid' }, l10n.t('UnionID'), ''),
    ...appIds.map(appId => item({ kind: 'openid', appId }, l10n.t('OpenID of {0}', nameOf(appId)), appId)),
    ...keys.map(name => item({ kind: 'key', name }, name, l10n.t('Business key'))),
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Export Mapping'),
    placeHolder: l10n.t('Which columns is the mapping to have?'),
    matchOnDescription: true,
    canPickMany: true,
    ignoreFocusOut: true,
  });
  if (!picked) throw new Cancelled();
  const chosen = items.filter(each => picked.includes(each)).map(({ content }) => content);
  if (chosen.length === 0) throw new Hint(l10n.t('No column was chosen, so nothing was exported.'));
  await memento.update(key, chosen.map(contentId));
  return chosen;
}
