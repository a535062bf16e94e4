import * as l10n from '@vscode/l10n';
import { type CopyForm, type FromBatch } from '../../../protocol/messages/batchMessages';
import { type ColumnId, type Found, type Row, showsAll } from '../../../protocol/views/batchView';
import { type ProfileAction } from '../../../protocol/messages/profileMessages';
import { type MenuEntry, type MenuItem } from '../../controls/menu';
import { type Formats } from '../../text/formats';

type Post = (message: FromBatch) => void;

/** What can be done with the row under the pointer or the keyboard, and with all that are picked. */
export function rowMenu(
  row: Row | undefined,
  column: ColumnId | undefined,
  picked: MenuEntry[],
  post: Post,
  mayChange = false,
): MenuEntry[] {
  if (!row) return picked;
  const act = (action: ProfileAction) => () => post({ type: 'action', row: row.id, action });
  const { id, openid, unionid, outcome } = row;
  const items: MenuEntry[] = [{ label: l10n.t('Copy OpenID'), run: act({ type: 'copyText', text: openid }) }];
  if (unionid) items.push({ label: l10n.t('Copy UnionID'), run: act({ type: 'copyText', text: unionid }) });
  if (column !== undefined && column !== 'openid' && column !== 'unionid')
    items.push({ label: l10n.t('Copy Cell'), run: () => post({ type: 'copyCell', row: id, column }) });
  if (outcome === 'following' || outcome === 'notFollowing')
    items.push(
      { label: l10n.t('Copy as JSON'), run: act({ type: 'copyJson' }) },
      { label: l10n.t('Show Raw JSON'), run: act({ type: 'openRaw' }) },
    );
  if (mayChange && outcome === 'following')
    items.push({ label: l10n.t('Edit Remark…'), run: act({ type: 'editRemark' }) });
  return [...items, ...picked];
}

/** What can be changed of the picked people. */
export function changePickedMenu(
  { selected }: Pick<Found, 'selected'>,
  formats: Formats,
  post: Post,
): MenuEntry[] {
  if (selected === 0) return [];
  return [
    {
      section:
        selected === 1 ? l10n.t('The Person') : l10n.t('The {0} Picked People', formats.number(selected)),
    },
    { label: l10n.t('Tag People…'), run: () => post({ type: 'people', act: 'tag' }) },
    { label: l10n.t('Remove Tag from People…'), run: () => post({ type: 'people', act: 'untag' }) },
  ];
}

/** The picked rows, written out as whatever is wanted. */
export function copyPickedMenu(
  { selected }: Pick<Found, 'selected'>,
  formats: Formats,
  post: Post,
): MenuEntry[] {
  if (selected === 0) return [];
  const name =
    selected === 1 ? l10n.t('Copy the Row as') : l10n.t('Copy {0} Picked Rows as', formats.number(selected));
  return [{ section: name }, ...forms('picked', post)];
}

/** All that the filters let through. */
export function copyFilteredMenu(found: Found, formats: Formats, post: Post): MenuEntry[] {
  const count = formats.number(found.count);
  const name = showsAll(found.query)
    ? l10n.t('Copy All {0} Rows as', count)
    : l10n.t('Copy {0} Filtered Rows as', count);
  return found.count === 0 ? [] : [{ section: name }, ...forms('filtered', post)];
}

function forms(of: 'picked' | 'filtered', post: Post): MenuItem[] {
  const item = (as: CopyForm, label: string): MenuItem => ({
    label,
    run: () => post({ type: 'copy', as, of }),
  });
  return [
    item('rowsWithHeader', l10n.t('Rows with Headers')),
    item('csv', l10n.t('CSV')),
    item('lines', l10n.t('OpenIDs, One per Line')),
    item('json', l10n.t('OpenIDs as JSON Array')),
    item('sql', l10n.t('OpenIDs as SQL IN List')),
  ];
}
