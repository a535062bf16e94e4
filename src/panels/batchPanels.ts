import * as v from 'valibot';
import { type Disposable, l10n, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';

import { viewTypes } from '../manifest';
import { pageState } from '../protocol/start';
import { type BatchContext, type BatchPanel } from './batchPanel';
import { showGone } from './gonePanel';
import { type OpenPanels } from './openPanels';
import { type BatchSource, type ShownBatch } from './sources';

/** The open batch tables, one panel each. */
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
  async show(batchId: string, { openid }: { openid?: string } = {}): Promise<void> {
    const open = this.panels.get(batchId);
    if (open) open.panel.reveal();
    else {
      const batch = await this.batches.open(batchId);
      const title = batch?.source ?? l10n.t('Batch');
      const panel = window.createWebviewPanel(viewTypes.batch, title, ViewColumn.Active);
      if (batch) await this.adopt(panel, batch);
      else showGone(panel, batchId, this.extensionUri, this.context.log);
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
    for (const { panel } of this.panels.values()) panel.dispose();
  }

  private async restore(panel: WebviewPanel, state: unknown): Promise<void> {
    const id = v.is(pageState, state) ? state.id : await this.idOf(panel.title);
    const batch = await this.batches.open(id);
    if (batch) await this.adopt(panel, batch);
    else showGone(panel, id, this.extensionUri, this.context.log);
  }

  /** VS Code in a browser writes what a page left late, and loses it at times; the title it keeps. */
  private async idOf(title: string): Promise<string> {
    const named = (await this.batches.list()).filter(({ source }) => source === title);
    return named.sort((a, b) => b.startedAt - a.startedAt)[0]?.id ?? '';
  }

  private async adopt(panel: WebviewPanel, batch: ShownBatch): Promise<void> {
    // A window that shows no table needs none of its code.
    const { BatchPanel } = await import('./batchPanel');
    const shown = new BatchPanel(panel, batch, this.extensionUri, this.context);
    this.panels.set(batch.id, shown);
    this.openPanels.add(panel, viewTypes.batch, batch.id);
    panel.onDidDispose(() => {
      shown.dispose();
      this.openPanels.delete(panel);
      if (this.panels.get(batch.id) === shown) this.panels.delete(batch.id);
    });
  }
}
