import { l10n, type Memento, window } from 'vscode';

import { type ProfileColumn } from '../../enriching';
import { columnLabel } from '../../protocol/labels';
import { Cancelled } from '../../ui/asking/steps';
import { Hint } from '../../ui/problems/problem';

const key = 'addedColumns';
const firstTime: readonly ProfileColumn[] = ['outcome', 'followed_at', 'scene', 'unionid', 'tags', 'remark'];

/** Which columns to add, in their fixed order; those of the last time are ticked. */
export async function chooseColumns(memento: Memento): Promise<readonly ProfileColumn[]> {
  const { isProfileColumn, profileColumns } = await import('../../enriching');
  const kept = memento.get<unknown>(key);
  const last = Array.isArray(kept) ? kept.filter(isProfileColumn) : firstTime;
  const items = profileColumns.map(column => ({
    label: labelOf(column),
    description: column,
    picked: last.includes(column),
    column,
  }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Add Profiles to File'),
    placeHolder: l10n.t('Which columns to add?'),
    canPickMany: true,
    ignoreFocusOut: true,
  });
  if (!picked) throw new Cancelled();
  if (picked.length === 0) throw new Hint(l10n.t('No column was chosen, so nothing was added.'));
  const chosen = profileColumns.filter(column => picked.some(item => item.column === column));
  await memento.update(key, chosen);
  return chosen;
}

function labelOf(column: ProfileColumn): string {
  switch (column) {
    case 'outcome':
      return columnLabel('outcome');
    case 'followed_at':
      return columnLabel('followedAt');
    case 'scene':
      return columnLabel('scene');
    case 'subscribe_scene':
      return l10n.t('Scene code');
    case 'unionid':
      return columnLabel('unionid');
    case 'tags':
      return columnLabel('tags');
    case 'remark':
      return columnLabel('remark');
    case 'qr_scene':
      return columnLabel('qrScene');
    case 'fetched_at':
      return columnLabel('fetchedAt');
  }
}
