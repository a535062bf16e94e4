import { type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';

import { peopleViewType } from '../../manifest';
import { type FromPeople, fromPeople, type ToPeople } from '../../protocol/messages/peopleMessages';
import { PageChannel } from '../channel';
import { type OpenPanels } from '../openPanels';
import { type PanelLog } from '../sources';
import { type StateFiles } from '../stateFiles';
import { PeopleLayouts } from './peopleLayouts';
import { PeoplePanel } from './peoplePanel';
import { type PeoplePage } from './peopleSources';

export interface PeopleContext {
  readonly extensionUri: Uri;
  readonly layouts: PeopleLayouts;
  readonly log: PanelLog;
}

/**
 * Pages of people: one of all, and one for each set of accounts that are compared. They hold what is known in memory: a
 * reload of the window closes them, and nothing of them is kept but the columns.
 */
export class PeoplePanels {
  private readonly open = new Map<string, PeoplePanel>();

  constructor(
    private readonly openPanels: OpenPanels,
    private readonly context: PeopleContext,
  ) {}

  /**
   * @param title what the tab is called
   * @param closed called when the page is
   */
  show(title: string, page: PeoplePage, closed: () => void): void {
    const subject = page.compared ? [...page.compared].sort().join(' ') : 'all';
    const known = this.open.get(subject);
    if (known) {
      known.show(page);
      known.panel.reveal();
      closed();
      return;
    }
    const panel = window.createWebviewPanel(peopleViewType, title, ViewColumn.Active);
    this.open.set(subject, fillPeople(panel, subject, page, this.context));
    this.openPanels.add(panel, '');
    panel.onDidDispose(() => {
      this.open.delete(subject);
      closed();
    });
  }

  /** Something that they show was removed. */
  closeAll(): void {
    for (const { panel } of [...this.open.values()]) panel.dispose();
  }
}

/** @param files how columns are kept */
export function openPeoplePanels(
  extensionUri: Uri,
  openPanels: OpenPanels,
  files: StateFiles,
  log: PanelLog,
): PeoplePanels {
  return new PeoplePanels(openPanels, { extensionUri, log, layouts: new PeopleLayouts(files, log) });
}

/** Fills a panel with people. */
export function fillPeople(
  panel: WebviewPanel,
  subject: string,
  page: PeoplePage,
  { extensionUri, layouts, log }: PeopleContext,
): PeoplePanel {
  const channel = new PageChannel<FromPeople, ToPeople>(
    panel,
    {
      script: 'people',
      state: { id: subject },
      schema: fromPeople,
      onReady: () => undefined,
      onMessage: () => Promise.resolve(),
    },
    extensionUri,
    log,
  );
  const shown = new PeoplePanel(panel, page, channel, layouts, log);
  panel.onDidDispose(() => shown.dispose());
  return shown;
}
