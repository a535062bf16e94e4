import { env, l10n, window } from 'vscode';

import { type TagNames } from '../../accounts';
import { type Batch, type BatchStore, exportBatch as textOf, type ExportedRows } from '../../batch';
import { type ShownRows } from '../../panels';
import { countText } from '../../ui/texts/formats';
import { Problem } from '../../ui/problems/problem';
import { askForFormat, askForTarget, offerToOpen } from '../../ui/asking/exportTarget';
import { withProgress } from '../../ui/asking/progress';
import { Cancelled } from '../../ui/asking/steps';
import { writeText } from '../../ui/files/writeText';
import { displayLanguage } from '../../wechat';
import { type Handler } from '../command';
import { type BatchPicker } from './pickBatch';

/** `wechatOpenid.exportBatch`: every openid of the batch, decoded and raw, in a file. */
export function exportBatch(
  pick: BatchPicker,
  store: BatchStore,
  tagNames: TagNames,
  shownRows: (batchId: string) => ShownRows | undefined,
): Handler {
  return async argument => {
    const batch = await store.open(await pick(argument, { placeHolder: l10n.t('Export which batch?') }));
    if (!batch) throw new Problem(l10n.t('This batch is no longer kept.'));
    const rows = await askForRows(batch, shownRows(batch.id));
    const format = await askForFormat();
    const target = await askForTarget(`${batch.source}-profiles`, format);
    await withProgress(l10n.t('Exporting rows: {0}', countText(rows.openids.length)), async signal => {
      const names = await tagNames.of(batch.appId);
      const utcOffset = -new Date().getTimezoneOffset();
      const options = {
        language: displayLanguage(env.language),
        utcOffset,
        ...(names && { tagNames: names }),
      };
      await writeText(target, textOf(rows, format, options), signal);
      if (rows === batch) batch.noteExported();
    });
    void offerToOpen(target);
  };
}

/** Where the table of the batch shows less than all, or rows are picked in it, that may be what is wanted. */
async function askForRows(batch: Batch, shown: ShownRows | undefined): Promise<ExportedRows> {
  const { filtered = [], picked = [] } = shown ?? {};
  const isFiltered = filtered.length > 0 && filtered.length < batch.openids.length;
  if (!isFiltered && picked.length < 2) return batch;
  const item = (label: string, openids: readonly string[]) => ({
    label,
    description: countText(openids.length),
    openids,
  });
  const items = [
    ...(picked.length > 0 ? [item(l10n.t('Picked rows'), picked)] : []),
    ...(isFiltered ? [item(l10n.t('Filtered rows'), filtered)] : []),
    item(l10n.t('All rows'), batch.openids),
  ];
  const choice = await window.showQuickPick(items, { placeHolder: l10n.t('Export which rows?') });
  if (!choice) throw new Cancelled();
  const { openids } = choice;
  const place = (index: number) => batch.indexOf(openids[index] ?? '') ?? -1;
  return {
    openids,
    outcomeAt: index => batch.outcomeAt(place(index)),
    answeredAt: index => batch.answeredAt(place(index)),
    isToAskAgain: index => batch.isToAskAgain(place(index)),
  };
}
