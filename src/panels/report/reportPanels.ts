import { type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';

import { reportViewType } from '../../manifest';
import { type FromReport, fromReport, type ToReport } from '../../protocol/messages/reportMessages';
import { type ReportAction, type ReportView } from '../../protocol/views/reportView';
import { PageChannel } from '../channel';
import { type OpenPanels } from '../openPanels';
import { type PanelLog } from '../sources';

/** What a report is made by. */
export interface Reporter {
  readonly title: string;
  /** Makes the report, also once more after `again`. Called at once; `show` may be called often. */
  make(show: (report: ReportView) => void, signal: AbortSignal): Promise<void>;
  act(action: ReportAction): Promise<unknown>;
}

interface OpenReport {
  readonly panel: WebviewPanel;
  /** Makes the report anew, unless it is being made. */
  again(): void;
}

/**
 * Reports, one panel for each subject. A report is about a moment: a reload of the window closes it, and nothing
 * of it is kept.
 */
export class ReportPanels {
  private readonly reports = new Map<string, OpenReport>();

  constructor(
    private readonly extensionUri: Uri,
    private readonly openPanels: OpenPanels,
    private readonly log: PanelLog,
  ) {}

  show(subject: string, reporter: Reporter, failed: (error: unknown) => void): void {
    const known = this.reports.get(subject);
    if (known) {
      known.panel.reveal();
      known.again();
      return;
    }
    const panel = window.createWebviewPanel(reportViewType, reporter.title, ViewColumn.Active, {
      enableFindWidget: true,
    });
    const report = this.open(panel, subject, reporter, failed);
    this.reports.set(subject, report);
    this.openPanels.add(panel, '');
    panel.onDidDispose(() => this.reports.delete(subject));
    report.again();
  }

  private open(
    panel: WebviewPanel,
    subject: string,
    reporter: Reporter,
    failed: (error: unknown) => void,
  ): OpenReport {
    const closed = new AbortController();
    let shown: ReportView | undefined;
    let making = false;
    const channel = new PageChannel<FromReport, ToReport>(
      panel,
      {
        script: 'report',
        state: { id: subject },
        schema: fromReport,
        onReady: () => shown && channel.post({ type: 'report', report: shown }),
        onMessage: async ({ action }) => {
          if (action === 'again') again();
          else await reporter.act(action);
        },
      },
      this.extensionUri,
      this.log,
    );
    const show = (report: ReportView) => {
      shown = report;
      if (!closed.signal.aborted) channel.post({ type: 'report', report });
    };
    const again = () => {
      if (making) return;
      making = true;
      reporter
        .make(show, closed.signal)
        .catch(failed)
        .finally(() => (making = false));
    };
    panel.onDidDispose(() => closed.abort());
    return { panel, again };
  }
}
