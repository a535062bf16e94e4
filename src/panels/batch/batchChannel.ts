import { type Uri, type WebviewPanel } from 'vscode';

import { type BatchEntry } from '../../batch';
import { fromBatch, type FromBatch, type ToBatch } from '../../protocol/messages/batchMessages';
import { type PageState } from '../../protocol/start';
import { type DisplayLanguage } from '../../wechat';
import { PageChannel } from '../channel';
import { type PanelLog } from '../sources';
import { headOf } from './overview';

export type BatchChannel = PageChannel<FromBatch, ToBatch>;

/** Begins the page of a batch with what is known at once; its rows are still to be read, and whoever has them takes over. */
export function openBatchChannel(
  panel: WebviewPanel,
  state: PageState,
  head: BatchEntry | undefined,
  { extensionUri, language, log }: { extensionUri: Uri; language: DisplayLanguage; log: PanelLog },
): BatchChannel {
  const channel: BatchChannel = new PageChannel(
    panel,
    {
      script: 'batch',
      state,
      schema: fromBatch,
      onReady: () => head && channel.post({ type: 'overview', overview: headOf(head, language) }),
      onMessage: () => Promise.resolve(),
    },
    extensionUri,
    log,
  );
  return channel;
}

/** There is no batch to show: the page says why. */
export function showGone(channel: BatchChannel, text: string): void {
  channel.takeOver({
    onReady: () => channel.post({ type: 'gone', text }),
    onMessage: () => Promise.resolve(),
  });
}
