import { env, l10n, window } from 'vscode';

import { type TagNames } from '../../accounts';
import {
  type Batch,
  type BatchStore,
  exportBatch as textOf,
  type ExportedRows,
  type ExportFormat,
} from '../../batch';
import { type ShownRows } from '../../panels';
import { countText } from '../../ui/texts/formats';
import { Problem } from '../../ui/problems/problem';
import { askForFormat, askForTarget, askForTargets, offerToOpen } from '../../ui/asking/exportTarget';
import { withProgress } from '../../ui/asking/progress';
import { Cancelled } from '../../ui/asking/steps';
import { writeText } from '../../ui/files/writeText';
import { displayLanguage } from '../../wechat';
import { targetsOf } from '../arguments';
import { type Handler } from '../command';
import { type BatchPicker } from './pickBatch';

/** `wechatOpenid.exportBatch`: every openid of the batch, decoded and raw, in a file; of several, a file each. */
export function exportBatch(
  pick: BatchPicker,
  store: BatchStore,
  tagNames: TagNames,
  shownRows: (batchId: string) => ShownRows | undefined,
): Handler {
  return async (argument, selected) => {
    const ids = targetsOf(argument, selected).flatMap(({ batchId }) => batchId ?? []);
    if (ids.length > 1) return exportSeveral(ids);
    const batch = await opened(await pick(argument, { placeHolder: l10n.t('Export which batch?') }));
    const rows = await askForRows(batch, shownRows(batch.id));
    const format = await askForFormat();
    const target = await askForTarget(nameOf(batch), format);
    await withProgress(l10n.t('Exporting rows: {0}', countText(rows.openids.length)), async signal => {
      await writeText(target, await piecesOf(batch, rows, format), signal);
      if (rows === batch) batch.noteExported();
    });
    void offerToOpen(target);
    return undefined;
  };

  /** All rows of each, whatever is filtered or picked in a table. They are opened in turn. */
  async function exportSeveral(ids: readonly string[]): Promise<undefined> {
    const format = await askForFormat();
    const sources: string[] = [];
    for (const id of ids) sources.push((await store.entry(id))?.source ?? id);
    const targets = await askForTargets(
      sources.map(source => nameOf({ source })),
      format,
    );
    await withProgress(l10n.t('Exporting batches: {0}', countText(ids.length)), async (signal, report) => {
      for (const [index, target] of targets.entries()) {
        const batch = await opened(ids[index] ?? '');
        report.report({ message: l10n.t('{0} of {1}', countText(index + 1), countText(ids.length)) });
        await writeText(target, await piecesOf(batch, batch, format), signal);
        batch.noteExported();
      }
    });
    void window.showInformationMessage(l10n.t('Exported to {0} files.', countText(targets.length)));
  }

  async function opened(id: string): Promise<Batch> {
    const batch = await store.open(id);
    if (!batch) throw new Problem(l10n.t('This batch is no longer kept.'));
    return batch;
  }

  async function piecesOf({ appId }: Batch, rows: ExportedRows, format: ExportFormat) {
    const utcOffset = -new Date().getTimezoneOffset();
    const language = displayLanguage(env.language);
    return textOf(rows, format, { language, utcOffset, tagNames: await tagNames.of(appId) });
  }
}

function nameOf({ source }: Pick<Batch, 'source'>): string {
  return `${source}-profiles`;
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
