import * as l10n from '@vscode/l10n';
import { type FromBatch } from '../../protocol/batchMessages';
import { type Row } from '../../protocol/batchView';
import { type ProfileAction } from '../../protocol/profileMessages';
import { type MenuItem } from '../controls/menu';

/** What can be done with the row under the pointer or the keyboard, and with all that are picked. */
export function rowMenu(row: Row | undefined, post: (message: FromBatch) => void): MenuItem[] {
  const copyPicked: MenuItem[] = [
    { label: l10n.t('Copy Rows'), run: () => post({ type: 'copySelection', as: 'rows' }) },
    { label: l10n.t('Copy OpenIDs as JSON'), run: () => post({ type: 'copySelection', as: 'openids' }) },
  ];
  if (!row) return copyPicked;
  const act = (action: ProfileAction) => () => post({ type: 'action', row: row.id, action });
  const { openid, unionid, outcome } = row;
  const items: MenuItem[] = [{ label: l10n.t('Copy OpenID'), run: act({ type: 'copyText', text: openid }) }];
  if (unionid !== undefined)
    items.push({ label: l10n.t('Copy UnionID'), run: act({ type: 'copyText', text: unionid }) });
  items.push(...copyPicked);
  if (outcome === 'following' || outcome === 'notFollowing')
    items.push(
      { label: l10n.t('Copy as JSON'), run: act({ type: 'copyJson' }) },
      { label: l10n.t('Show Raw JSON'), run: act({ type: 'openRaw' }) },
    );
  return items;
}
