import {
  commands as vscodeCommands,
  type Disposable,
  l10n,
  StatusBarAlignment,
  type StatusBarItem,
  type TreeView,
  window,
} from 'vscode';

import { type Batch, type BatchStore, stillToAsk } from '../batch';
import { commands, contextKeys } from '../manifest';
import { countText } from './texts/formats';

/** A status bar is glanced at. */
const drawEveryMs = 500;

/**
 * Says that batches are running: a badge on the view, and an entry of the status bar that counts and leads to the
 * table, since a progress notification holds no button but Cancel, and may be hidden.
 */
export class RunningBatches implements Disposable {
  private readonly subscription: { dispose(): void };
  private item: StatusBarItem | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isTold: boolean | undefined;

  constructor(
    private readonly batches: Pick<BatchStore, 'running' | 'onDidChange'>,
    private readonly view: Pick<TreeView<unknown>, 'badge'>,
    private readonly createItem: () => StatusBarItem = createStatusBarItem,
  ) {
    this.subscription = batches.onDidChange(() => this.draw());
    // A host that was killed has left its word in the window.
    this.tell(batches.running().length > 0);
  }

  dispose(): void {
    this.subscription.dispose();
    this.rest();
  }

  private draw(): void {
    const running = this.batches.running();
    const latest = running.at(-1);
    const tooltip = l10n.t('Batches running: {0}', countText(running.length));
    this.tell(running.length > 0);
    this.view.badge = latest && { value: running.length, tooltip };
    if (!latest) {
      this.rest();
      return;
    }
    this.item ??= this.createItem();
    this.timer ??= setInterval(() => this.draw(), drawEveryMs).unref();
    const { done, total } = progressOf(running);
    this.item.text = `$(sync~spin) ${l10n.t('{0} of {1}', countText(done), countText(total))}`;
    this.item.tooltip = [
      `${latest.source} · ${latest.accountName}`,
      ...paceOf(latest),
      l10n.t('Show Table'),
    ].join('\n');
    this.item.command = {
      command: commands.openBatch,
      title: l10n.t('Show Table'),
      arguments: [{ batchId: latest.id }],
    };
    this.item.show();
  }

  /** For the palette, which offers to cancel where there is something to cancel. */
  private tell(isRunning: boolean): void {
    if (isRunning === this.isTold) return;
    this.isTold = isRunning;
    void vscodeCommands.executeCommand('setContext', contextKeys.batchRunning, isRunning);
  }

  private rest(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.item?.dispose();
    this.item = undefined;
  }
}

function progressOf(batches: readonly Batch[]): { done: number; total: number } {
  const total = batches.reduce((sum, { openids }) => sum + openids.length, 0);
  const left = batches.reduce((sum, batch) => sum + stillToAsk(batch), 0);
  return { done: total - left, total };
}

/** How fast it goes, and what WeChat allows, once the run has begun. */
function paceOf({ pace, rate }: Batch): string[] {
  if (!pace) return [];
  const { inFlight, limit } = pace;
  return [
    l10n.t('Calls in flight at most: {0} · {1} openids a second', countText(inFlight), countText(rate)),
    ...(limit
      ? [l10n.t('Limit: {0} calls in {1} seconds', countText(limit.calls), countText(limit.seconds))]
      : []),
  ];
}

function createStatusBarItem(): StatusBarItem {
  const item = window.createStatusBarItem('wechatOpenid.running', StatusBarAlignment.Left);
  item.name = l10n.t('WeChat: running batches');
  return item;
}
