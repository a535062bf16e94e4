import { commands as vscodeCommands, l10n, window } from 'vscode';

import { type BatchStore } from '../../batch';
import { byHand } from '../../ui/asking/byHand';
import { commands } from '../../manifest';

/** Nothing shows the batch any more: says so where it is nowhere but in this window, and was not exported. */
export function lastTabClosed(batches: Pick<BatchStore, 'leave'>, batchId: string): void {
  const batch = batches.leave(batchId);
  if (!batch) return;
  const table = l10n.t('Show Table');
  const exporting = l10n.t('Export…');
  const message = l10n.t(
    'The batch "{0}" is in memory only and was not exported: it ends with this window.',
    batch.source,
  );
  void window.showWarningMessage(message, exporting, table).then(choice => {
    if (choice === undefined) return;
    const command = choice === exporting ? commands.exportBatch : commands.openBatch;
    return vscodeCommands.executeCommand(command, byHand({ batchId }));
  });
}
