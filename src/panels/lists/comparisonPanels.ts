import { type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';

import { comparisonViewType } from '../../manifest';
import {
  type FromComparison,
  fromComparison,
  type ToComparison,
} from '../../protocol/messages/comparisonMessages';
import {
  type ComparedPart,
  type ComparedRowView,
  type ComparisonView,
  rowsOnPage,
} from '../../protocol/views/comparisonView';
import { PageChannel } from '../channel';
import { type OpenPanels } from '../openPanels';
import { type PanelLog } from '../sources';

/** A comparison as a panel shows it: the view at once, its rows a page at a time. */
export interface ShownComparison {
  readonly view: ComparisonView;
  rows(part: ComparedPart, from: number, count: number): readonly ComparedRowView[];
  /** Shows a person. */
  open(openid: string): Promise<unknown>;
  export(part: ComparedPart): Promise<unknown>;
}

/**
 * Comparisons, one panel for each two that are compared. As a report, it is about a moment: a reload of the window
 * closes it, and nothing of it is kept.
 */
export class ComparisonPanels {
  private readonly open = new Map<
    string,
    { readonly panel: WebviewPanel; show(now: ShownComparison): void }
  >();

  constructor(
    readonly extensionUri: Uri,
    private readonly openPanels: OpenPanels,
    readonly log: PanelLog,
  ) {}

  show(subject: string, comparison: ShownComparison): void {
    const known = this.open.get(subject);
    if (known) {
      known.show(comparison);
      known.panel.reveal();
      return;
    }
    const { title } = comparison.view;
    const panel = window.createWebviewPanel(comparisonViewType, title, ViewColumn.Active, {
      enableFindWidget: true,
    });
    this.open.set(subject, { panel, show: fillComparison(panel, subject, comparison, this) });
    this.openPanels.add(panel, '');
    panel.onDidDispose(() => this.open.delete(subject));
  }
}

/**
 * Fills a panel with a comparison.
 * @returns what shows another one in its place
 */
export function fillComparison(
  panel: WebviewPanel,
  subject: string,
  first: ShownComparison,
  { extensionUri, log }: { readonly extensionUri: Uri; readonly log: PanelLog },
): (now: ShownComparison) => void {
  let shown = first;
  const channel = new PageChannel<FromComparison, ToComparison>(
    panel,
    {
      script: 'comparison',
      state: { id: subject },
      schema: fromComparison,
      onReady: () => channel.post({ type: 'comparison', comparison: shown.view }),
      onMessage: async message => {
        switch (message.type) {
          case 'ask': {
            const { part, page } = message;
            const rows = [...shown.rows(part, page * rowsOnPage, rowsOnPage)];
            channel.post({ type: 'rows', part, page, rows });
            return;
          }
          case 'open':
            await shown.open(message.openid);
            return;
          case 'export':
            await shown.export(message.part);
            return;
        }
      },
    },
    extensionUri,
    log,
  );
  return (now: ShownComparison) => {
    shown = now;
    channel.post({ type: 'comparison', comparison: now.view });
  };
}
