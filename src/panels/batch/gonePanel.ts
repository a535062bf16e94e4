import { type Uri, type WebviewPanel } from 'vscode';

import { fromBatch, type FromBatch, type ToBatch } from '../../protocol/batchMessages';
import { PageChannel } from '../channel';
import { type PanelLog } from '../sources';

/** A batch panel whose batch is no longer kept: it says so. */
export function showGone(panel: WebviewPanel, id: string, extensionUri: Uri, log: PanelLog): void {
  const channel: PageChannel<FromBatch, ToBatch> = new PageChannel(
    panel,
    {
      script: 'batch',
      id,
      schema: fromBatch,
      onReady: () => channel.post({ type: 'gone' }),
      onMessage: () => Promise.resolve(),
    },
    extensionUri,
    log,
  );
}
