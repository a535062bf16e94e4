import { l10n } from 'vscode';

import { exportOpenids, type ListStore } from '../../lists';
import { askForFormat, askForTarget, offerToOpen } from '../../ui/asking/exportTarget';
import { withProgress } from '../../ui/asking/progress';
import { writeText } from '../../ui/files/writeText';
import { countText } from '../../ui/texts/formats';
import { listKindText } from '../../ui/texts/listTexts';
import { type Handler } from '../command';
import { type ListPicker } from './pickList';

/** `wechatOpenid.exportList`: the openids of a kept list in a file. */
export function exportList(pick: ListPicker, store: ListStore): Handler {
  return async argument => {
    const list = await pick(argument, { placeHolder: l10n.t('Export which list?') });
    const format = await askForFormat();
    const day = new Date(list.startedAt).toISOString().slice(0, 10);
    const target = await askForTarget(`${list.accountName}-${listKindText(list.list)}-${day}`, format);
    await withProgress(l10n.t('Exporting rows: {0}', countText(list.found)), async signal =>
      writeText(target, exportOpenids(await store.source(list.id), format), signal),
    );
    void offerToOpen(target);
  };
}
