import * as v from 'valibot';
import { type Disposable, env, l10n, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';

import { type BatchEntry, noAccount } from '../../batch';
import { viewTypes } from '../../manifest';
import { pageState, type PageState } from '../../protocol/start';
import { clockText } from '../../ui/texts/formats';
import { displayLanguage } from '../../wechat';
import { type OpenPanels, type PanelPlace } from '../openPanels';
import { type BatchSource } from '../sources';
import { type BatchContext, type BatchPanel, type ShownRows } from './batchPanel';

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
    /** Made when the first table is shown: a window without one needs none of it. */
    private readonly context: () => Promise<BatchContext>,
    private readonly openPanels: OpenPanels,
    /** The people of a batch are no longer kept. */
    private readonly forgotten: () => void,
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

  /** What the reader of a batch sees of it, where its table is open and does not simply show all. */
  shownRows(batchId: string): ShownRows | undefined {
    return this.panels.get(batchId)?.shownRows;
  }

  /** The batch was removed: its panel closes, and how it was left is forgotten. */
  async forget(batchId: string): Promise<void> {
    this.panels.get(batchId)?.panel.dispose();
    this.forgotten();
    await (await this.context()).views.forget(batchId);
  }

  dispose(): void {
    this.serializer.dispose();
    for (const shown of this.panels.values()) shown.dispose();
  }

  private async open(batchId: string, place: Required<PanelPlace>): Promise<void> {
    const shown = this.panels.get(batchId);
    if (shown) {
      shown.panel.reveal(undefined, place.preserveFocus);
      // Another window may have gone on with the batch.
      await this.batches.open(batchId);
      return;
    }
    const head = await this.batches.entry(batchId);
    const title = this.titleOf(head);
    const viewColumn =
      (await this.openPanels.replaceSleeping(viewTypes.batch, title, batchId)) ?? place.viewColumn;
    const panel = window.createWebviewPanel(viewTypes.batch, title, { ...place, viewColumn });
    this.openPanels.add(panel, batchId);
    await this.fill(panel, { id: batchId }, head, closingOf(panel));
  }

  /** A list that is fetched again has the name of the one before: the time tells their tabs apart. */
  private titleOf(batch: BatchEntry | undefined): string {
    if (!batch) return l10n.t('Batch');
    const isTaken = [...this.panels.values()].some(({ panel }) => panel.title === batch.source);
    return isTaken ? `${batch.source} · ${clockText(batch.startedAt)}` : batch.source;
  }

  private async restore(panel: WebviewPanel, state: unknown): Promise<void> {
    const isClosed = closingOf(panel);
    const known: PageState = v.is(pageState, state)
      ? state
      : { id: (await this.openPanels.idOf(panel)) ?? '' };
    this.openPanels.add(panel, known.id);
    // One that cannot be read says so when its rows are read.
    const head = await this.batches.entry(known.id).catch(() => undefined);
    await this.fill(panel, known, head, isClosed);
  }

  /** @param isClosed a tab that was closed by now is not filled: VS Code refuses all that is done with it */
  private async fill(
    panel: WebviewPanel,
    known: PageState,
    head: BatchEntry | undefined,
    isClosed: () => boolean,
  ): Promise<void> {
    // A window that shows no table needs none of its code.
    const [{ BatchPanel }, { openBatchChannel, showGone }] = await Promise.all([
      import('./batchPanel'),
      import('./batchChannel'),
    ]);
    const { extensionUri } = this;
    const context = await this.context();
    if (isClosed()) return;
    const { id } = known;
    const state = { id, ...((known.isAnswer ?? head?.appId === noAccount) && { isAnswer: true }) };
    const language = displayLanguage(env.language);
    const channel = openBatchChannel(panel, state, head, { extensionUri, language, log: context.log });
    try {
      const batch = await this.batches.openSoon(id);
      if (isClosed()) return;
      if (batch) this.adopt(new BatchPanel(panel, batch, channel, context), id);
      else showGone(channel, goneText(state));
    } catch (error) {
      showGone(channel, await context.explain(error));
      context.log.error('a batch that cannot be shown', error);
    }
  }

  private adopt(shown: BatchPanel, id: string): void {
    this.panels.set(id, shown);
    shown.panel.onDidDispose(() => {
      shown.dispose();
      if (this.panels.get(id) === shown) this.panels.delete(id);
    });
  }
}

/** Tells whether the tab was closed from now on, which VS Code does not. */
function closingOf(panel: WebviewPanel): () => boolean {
  let isClosed = false;
  panel.onDidDispose(() => (isClosed = true));
  return () => isClosed;
}

function goneText({ isAnswer }: PageState): string {
  return isAnswer
    ? l10n.t('A decoded response is not kept over a reload. Decode it again to see it here.')
    : l10n.t('This batch is no longer kept. Fetch the profiles of its list again to have it back.');
}
