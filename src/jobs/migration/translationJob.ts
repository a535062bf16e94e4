import { l10n, window } from 'vscode';

import { type Account, type Clients } from '../../accounts';
import { mappingCsv, migrate, planMigration } from '../../lists';
import { cleanOpenid } from '../../openids';
import { type Panels } from '../../panels';
import { type Reporter } from '../../panels/report/reportPanels';
import { Throttle } from '../../panels/throttle';
import { type ReportAction, type ReportView } from '../../protocol/views/reportView';
import { withProgress } from '../../ui/asking/progress';
import { askForTarget, offerToOpen } from '../../ui/asking/exportTarget';
import { writeText } from '../../ui/files/writeText';
import { type Problems } from '../../ui/problems/problems';
import { countText } from '../../ui/texts/formats';
import { isAbort, isWeChatFault, WeChatFailure } from '../../wechat';
import { askForOldAccount, askForOtherName } from './oldAccount';
import { type OldOpenids, Translation } from './translation';
import { translationCountsText, translationReport, translationTitle } from './translationReport';

const unknownOldAccount = 63178;
/** The page is drawn so often while it goes on. */
const drawMs = 250;

/** Translates openids of an account that migrated, shows the mapping, and writes it to a file. */
export class TranslationJob {
  constructor(
    private readonly clients: Pick<Clients, 'for'>,
    private readonly panels: Pick<Panels, 'reports'>,
    private readonly problems: Problems,
  ) {}

  async start(account: Account, old: OldOpenids): Promise<void> {
    const { openids, calls } = planMigration(old.openids);
    const oldAccount = await askForOldAccount(openids.length, calls);
    const translation = new Translation(account, { ...old, openids }, oldAccount);
    const page: TranslationPage = new TranslationPage(translation, this.problems, () =>
      this.run(translation, page),
    );
    await this.run(translation, page);
  }

  private async run(translation: Translation, page: TranslationPage): Promise<void> {
    translation.isRunning = true;
    translation.stoppedBy = undefined;
    try {
      while (!(await this.isTaken(translation, page)))
        translation.oldAccount = await askForOtherName(translation.oldAccount);
    } catch (error) {
      if (error instanceof WeChatFailure) translation.stoppedBy = error.fault;
      if (!isAbort(error)) throw error;
    } finally {
      translation.isRunning = false;
      // What was told so far is kept in sight, however it ended.
      if (translation.mapping.size > 0) await this.show(translation, page);
    }
    if (translation.mapping.size > 0)
      void window.showInformationMessage(
        `${translationTitle(translation)} · ${translationCountsText(translation)}`,
      );
  }

  private async show({ account }: Translation, page: TranslationPage): Promise<void> {
    const failed = (failure: unknown) => void this.problems.show(failure, account.name);
    (await this.panels.reports()).show(page.id, page, failed);
    page.changed();
  }

  /** False where WeChat does not know the old account by this name. */
  private async isTaken(translation: Translation, page: TranslationPage): Promise<boolean> {
    const { account, oldAccount, pending } = translation;
    const client = this.clients.for(account.appId);
    const title = l10n.t('Translating {0} openids ({1})', countText(pending.length), account.name);
    try {
      await withProgress(title, async (cancelled, report) => {
        const signal = AbortSignal.any([cancelled, page.ending.signal]);
        let done = 0;
        for await (const outcome of migrate(client, oldAccount, pending, { signal })) {
          translation.note(outcome);
          done++;
          report.report({ message: l10n.t('{0} of {1}', countText(done), countText(pending.length)) });
          page.changed();
        }
      });
      return true;
    } catch (error) {
      const fault = error instanceof WeChatFailure ? error.fault : undefined;
      if (fault && isWeChatFault(fault) && fault.errcode === unknownOldAccount) return false;
      throw error;
    }
  }
}

let pages = 0;

class TranslationPage implements Reporter {
  readonly title: string;
  readonly id = `translation ${pages++}`;
  ending = new AbortController();
  private draw: ((report: ReportView) => void) | undefined;
  private readonly drawing = new Throttle(drawMs, () => this.tell());

  constructor(
    private readonly translation: Translation,
    private readonly problems: Problems,
    private readonly resume: () => Promise<void>,
  ) {
    this.title = translationTitle(translation);
  }

  make(show: (report: ReportView) => void, signal: AbortSignal): Promise<void> {
    if (!this.draw) signal.addEventListener('abort', () => this.drawing.dispose());
    this.draw = show;
    this.tell();
    return Promise.resolve();
  }

  changed(): void {
    if (this.draw) this.drawing.call();
  }

  async act(action: ReportAction): Promise<void> {
    try {
      if (action === 'cancel') this.ending.abort();
      else if (action === 'export') await this.export();
      else if (action === 'resume') {
        this.ending = new AbortController();
        await this.resume();
      }
    } catch (error) {
      void this.problems.show(error, this.translation.account.name);
    }
  }

  private tell(): void {
    this.draw?.(translationReport(this.translation));
  }

  private async export(): Promise<void> {
    const { old, mapping } = this.translation;
    const target = await askForTarget(`${old.source.replace(/\.\w+$/, '')}-new-openids`, 'csv');
    const clean = (cell: string) => cleanOpenid(cell).openid;
    await withProgress(l10n.t('Exporting rows: {0}', countText(old.openids.length)), signal =>
      writeText(target, mappingCsv({ ...old, clean }, mapping), signal),
    );
    void offerToOpen(target);
  }
}
