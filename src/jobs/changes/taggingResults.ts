import { l10n } from 'vscode';

import { type TagRun } from '../../changes';
import { type ReportAction, type ReportView } from '../../protocol/views/reportView';
import { type Panels } from '../../panels';
import { type Reporter } from '../../panels/report/reportPanels';
import { Throttle } from '../../panels/throttle';
import { askForTarget, offerToOpen } from '../../ui/asking/exportTarget';
import { writeText } from '../../ui/files/writeText';
import { withProgress } from '../../ui/asking/progress';
import { type Problems } from '../../ui/problems/problems';
import { countText } from '../../ui/texts/formats';
import { taggingCsv } from './taggingFile';
import { taggingReport } from './taggingReport';
import { runTitle } from './taggingTexts';

/** What the buttons on the page of a run do. */
interface RunActs {
  readonly isRunning: (run: TagRun) => boolean;
  readonly resume: (run: TagRun) => Promise<unknown>;
  readonly undo: (run: TagRun) => Promise<unknown>;
  readonly cancel: (run: TagRun) => void;
}

/** A run is drawn so often while it goes on. */
const drawMs = 250;

/** The pages that show what became of runs. */
export class TaggingResults {
  private readonly open = new Map<string, RunReporter>();

  constructor(
    private readonly panels: Pick<Panels, 'reports'>,
    private readonly problems: Problems,
  ) {}

  async show(run: TagRun, acts: RunActs): Promise<void> {
    const known = this.open.get(run.id);
    const reporter = known ?? new RunReporter(run, acts, this.problems, () => this.open.delete(run.id));
    this.open.set(run.id, reporter);
    reporter.run = run;
    const failed = (error: unknown) => void this.problems.show(error, run.head.accountName);
    (await this.panels.reports()).show(`tagging ${run.id}`, reporter, failed);
  }

  /** Its page, where there is one, is drawn again soon. */
  changed(run: TagRun): void {
    this.open.get(run.id)?.changed(run);
  }
}

class RunReporter implements Reporter {
  readonly title: string;
  private draw: ((report: ReportView) => void) | undefined;
  private readonly drawing = new Throttle(drawMs, () => this.tell());

  constructor(
    public run: TagRun,
    private readonly acts: RunActs,
    private readonly problems: Problems,
    private readonly closed: () => void,
  ) {
    this.title = runTitle(run);
  }

  make(show: (report: ReportView) => void, signal: AbortSignal): Promise<void> {
    if (!this.draw)
      signal.addEventListener('abort', () => {
        this.drawing.dispose();
        this.closed();
      });
    this.draw = show;
    this.tell();
    return Promise.resolve();
  }

  changed(run: TagRun): void {
    this.run = run;
    this.drawing.call();
  }

  async act(action: ReportAction): Promise<void> {
    try {
      if (action === 'resume') await this.acts.resume(this.run);
      else if (action === 'undo') await this.acts.undo(this.run);
      else if (action === 'cancel') this.acts.cancel(this.run);
      else if (action === 'export') await this.export();
    } catch (error) {
      void this.problems.show(error, this.run.head.accountName);
    }
  }

  private tell(): void {
    this.draw?.(taggingReport(this.run, this.acts.isRunning(this.run)));
  }

  private async export(): Promise<void> {
    const { run } = this;
    const target = await askForTarget(run.head.tagName, 'csv');
    await withProgress(l10n.t('Exporting rows: {0}', countText(run.people.length)), signal =>
      writeText(target, taggingCsv(run), signal),
    );
    void offerToOpen(target);
  }
}
