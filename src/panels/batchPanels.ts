import * as v from 'valibot';
import { type Disposable, l10n, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';

import { viewTypes } from '../manifest';
import { pageState } from '../protocol/start';
import { type BatchContext, type BatchPanel } from './batchPanel';
import { showGone } from './gonePanel';
import { type OpenPanels, type PanelPlace } from './openPanels';
import { type BatchSource, type ShownBatch } from './sources';

interface BatchPlace extends PanelPlace {
  readonly openid?: string;
}

/** The open batch tables, one panel each. They stay when this ends: the window may only be about to reload. */
export class BatchPanels implements Disposable {
  private readonly panels = new Map<string, BatchPanel>();
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
    const open = this.panels.get(batchId);
    if (open) open.panel.reveal();
    else {
      const batch = await this.batches.open(batchId);
      const title = batch?.source ?? l10n.t('Batch');
      const panel = window.createWebviewPanel(viewTypes.batch, title, { viewColumn, preserveFocus });
      this.openPanels.add(panel, viewTypes.batch, batchId);
      await this.fill(panel, batchId, batch);
    }
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

  private async restore(panel: WebviewPanel, state: unknown): Promise<void> {
    const id = v.is(pageState, state) ? state.id : ((await this.openPanels.idOf(panel)) ?? '');
    this.openPanels.add(panel, viewTypes.batch, id);
    await this.fill(panel, id, await this.batches.open(id));
  }

  private async fill(panel: WebviewPanel, id: string, batch: ShownBatch | undefined): Promise<void> {
    if (!batch) {
      showGone(panel, id, this.extensionUri, this.context.log);
      return;
    }
    // A window that shows no table needs none of its code.
    const { BatchPanel } = await import('./batchPanel');
    const shown = new BatchPanel(panel, batch, this.extensionUri, this.context);
    this.panels.set(id, shown);
    panel.onDidDispose(() => {
      shown.dispose();
      if (this.panels.get(id) === shown) this.panels.delete(id);
    });
  }
}
