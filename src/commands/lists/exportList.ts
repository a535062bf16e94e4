import { l10n, window } from 'vscode';

import { exportOpenids, type FollowerList, type ListStore } from '../../lists';
import { askForFormat, askForTarget, askForTargets, offerToOpen } from '../../ui/asking/exportTarget';
import { withProgress } from '../../ui/asking/progress';
import { writeText } from '../../ui/files/writeText';
import { countText, dayText } from '../../ui/texts/formats';
import { listKindText } from '../../ui/texts/listTexts';
import { targetsOf } from '../arguments';
import { type Handler } from '../command';
import { type ListPicker } from './pickList';

/** `wechatOpenid.exportList`: the openids of a kept list in a file; of several, a file each in one folder. */
export function exportList(pick: ListPicker, store: ListStore): Handler {
  return async (argument, selected) => {
    const lists: FollowerList[] = [];
    for (const { listId } of targetsOf(argument, selected))
      if (listId !== undefined) lists.push(await store.open(listId));
    if (lists.length === 0) lists.push(await pick(undefined, { placeHolder: l10n.t('Export which list?') }));
    const [first, second] = lists;
    if (!first) return;
    const format = await askForFormat();
    const targets = second
      ? await askForTargets(lists.map(nameOf), format)
      : [await askForTarget(nameOf(first), format)];
    const rows = lists.reduce((sum, { found }) => sum + found, 0);
    await withProgress(l10n.t('Exporting rows: {0}', countText(rows)), async signal => {
      for (const [index, target] of targets.entries()) {
        const source = await store.source(lists[index]?.id ?? '');
        await writeText(target, exportOpenids(source, format), signal);
      }
    });
    const [target] = targets;
    if (second)
      void window.showInformationMessage(l10n.t('Exported to {0} files.', countText(targets.length)));
    else if (target) void offerToOpen(target);
  };
}

function nameOf({ accountName, list, startedAt }: FollowerList): string {
  return `${accountName}-${listKindText(list)}-${dayText(startedAt)}`;
}
