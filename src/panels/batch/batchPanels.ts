import * as v from 'valibot';
import { type Disposable, l10n, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';

import { viewTypes } from '../../manifest';
import { pageState } from '../../protocol/start';
import { clockText } from '../../ui/formats';
import { type BatchContext, type BatchPanel } from './batchPanel';
import { type OpenPanels, type PanelPlace } from '../openPanels';
import { type BatchSource, type ShownBatch } from '../sources';

interface BatchPlace extends PanelPlace {
  readonly openid?: string;
}

/** The open batch tables, one panel each. They stay when this ends: the window may only be about to reload. */
export class BatchPanels implements Disposable {
  private readonly panels = new Map<string, BatchPanel>();
  private readonly opening = new Map<string, Promise<void>>();
  private readonly serializer: Disposable;

  constructor(
    private readonly extensionUri: Uri,
    private readonly batches: BatchSource,
    private readonly context: BatchContext,
    private readonly openPanels: OpenPanels,
  ) {
    this.serializer = window.registerWebviewPanelSerializer(viewTypes.batch, {
      deserializeWebviewPanel: (panel, state) => this.restore(panel, state),
    });
  }

  /** Opens the batch's table, or brings it to the front, with the keyboard on `openid` where one is given. */
  async show(
    batchId: string,
    { openid, viewColumn = ViewColumn.Active, preserveFocus = false }: BatchPlace = {},
  ): Promise<void> {
    // A double click asks twice.
    const opening = this.opening.get(batchId) ?? this.open(batchId, { viewColumn, preserveFocus });
    this.opening.set(batchId, opening);
    await opening.finally(() => this.opening.delete(batchId));
    if (openid !== undefined) this.panels.get(batchId)?.reveal(openid);
  }

  /** The batch was removed: its panel closes, and how it was left is forgotten. */
  async forget(batchId: string): Promise<void> {
    this.panels.get(batchId)?.panel.dispose();
    await this.context.views.forget(batchId);
  }

  dispose(): void {
    this.serializer.dispose();
    for (const shown of this.panels.values()) shown.dispose();
  }

  private async open(batchId: string, place: Required<PanelPlace>): Promise<void> {
    // Also where its table is open: another window may have gone on with the batch.
    const batch = await this.batches.open(batchId);
    const shown = this.panels.get(batchId);
    if (shown) {
      shown.panel.reveal(undefined, place.preserveFocus);
      return;
    }
    const panel = window.createWebviewPanel(viewTypes.batch, this.titleOf(batch), place);
    this.openPanels.add(panel, batchId);
    await this.fill(panel, batchId, batch);
  }

  /** A list that is fetched again has the name of the one before: the time tells their tabs apart. */
  private titleOf(batch: ShownBatch | undefined): string {
    if (!batch) return l10n.t('Batch');
    const isTaken = [...this.panels.values()].some(({ panel }) => panel.title === batch.source);
    return isTaken ? `${batch.source} · ${clockText(batch.startedAt)}` : batch.source;
  }

  private async restore(panel: WebviewPanel, state: unknown): Promise<void> {
    const id = v.is(pageState, state) ? state.id : ((await this.openPanels.idOf(panel)) ?? '');
    this.openPanels.add(panel, id);
    await this.fill(panel, id, await this.batches.open(id));
  }

  private async fill(panel: WebviewPanel, id: string, batch: ShownBatch | undefined): Promise<void> {
    // A window that shows no table needs none of its code.
    if (!batch) {
      const { showGone } = await import('./gonePanel');
      showGone(panel, id, this.extensionUri, this.context.log);
      return;
    }
    const { BatchPanel } = await import('./batchPanel');
    const shown = new BatchPanel(panel, batch, this.extensionUri, this.context);
    this.panels.set(id, shown);
    panel.onDidDispose(() => {
      shown.dispose();
      if (this.panels.get(id) === shown) this.panels.delete(id);
    });
  }
}
