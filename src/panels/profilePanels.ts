import * as v from 'valibot';
import { type Disposable, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';

import { viewTypes } from '../manifest';
import { pageState } from '../protocol/start';
import { type OpenPanels } from './openPanels';
import { type ProfileContext, ProfilePanel } from './profilePanel';
import { type ShownLookup, type Subscription } from './sources';

/** The open profiles, one panel each. */
export class ProfilePanels implements Disposable {
  private readonly panels = new Map<string, ProfilePanel>();
  private readonly subscriptions: Subscription[];

  constructor(
    private readonly extensionUri: Uri,
    private readonly context: ProfileContext,
    private readonly openPanels: OpenPanels,
  ) {
    this.subscriptions = [
      window.registerWebviewPanelSerializer(viewTypes.profile, {
        deserializeWebviewPanel: (panel, state) => this.restore(panel, state),
      }),
      context.lookups.onDidChange(lookup => {
        if (lookup) this.panels.get(lookup.id)?.update(lookup);
      }),
    ];
  }

  show(lookup: ShownLookup, { preserveFocus = false } = {}): void {
    const known = this.panels.get(lookup.id);
    if (known) {
      known.update(lookup);
      known.panel.reveal(undefined, preserveFocus);
      return;
    }
    const title = panelTitle(lookup.outcome.openid);
    const place = { viewColumn: ViewColumn.Active, preserveFocus };
    this.adopt(window.createWebviewPanel(viewTypes.profile, title, place), lookup.id, lookup);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const { panel } of this.panels.values()) panel.dispose();
  }

  private async restore(panel: WebviewPanel, state: unknown): Promise<void> {
    const { id } = v.is(pageState, state) ? state : { id: '' };
    this.adopt(panel, id, await this.context.lookups.open(id));
  }

  private adopt(panel: WebviewPanel, id: string, lookup: ShownLookup | undefined): void {
    const shown = new ProfilePanel(panel, id, lookup, this.extensionUri, this.context);
    this.panels.set(id, shown);
    this.openPanels.add(panel, viewTypes.profile, id);
    panel.onDidDispose(() => {
      shown.dispose();
      this.openPanels.delete(panel);
      if (this.panels.get(id) === shown) this.panels.delete(id);
    });
  }
}

/** The openids of one account begin alike: its end tells a person apart. */
function panelTitle(openid: string): string {
  return openid.length > 16 ? `${openid.slice(0, 4)}…${openid.slice(-8)}` : openid;
}
