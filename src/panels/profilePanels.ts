import * as v from 'valibot';
import { type Disposable, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';

import { viewTypes } from '../manifest';
import { pageState } from '../protocol/start';
import { type OpenPanels, type PanelPlace } from './openPanels';
import { type ProfileContext, ProfilePanel } from './profilePanel';
import { type ShownLookup, type Subscription } from './sources';

/** The open profiles, one panel each. They stay when this ends: the window may only be about to reload. */
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

  show(lookup: ShownLookup, { viewColumn, preserveFocus = false }: PanelPlace = {}): void {
    const known = this.panels.get(lookup.id);
    if (known) {
      known.update(lookup);
      known.panel.reveal(undefined, preserveFocus);
      return;
    }
    const title = panelTitle(lookup.outcome.openid);
    const place = { viewColumn: viewColumn ?? ViewColumn.Active, preserveFocus };
    const panel = window.createWebviewPanel(viewTypes.profile, title, place);
    this.openPanels.add(panel, lookup.id);
    this.fill(panel, lookup.id, lookup);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const shown of this.panels.values()) shown.dispose();
  }

  private async restore(panel: WebviewPanel, state: unknown): Promise<void> {
    const id = v.is(pageState, state) ? state.id : ((await this.openPanels.idOf(panel)) ?? '');
    this.openPanels.add(panel, id);
    this.fill(panel, id, await this.context.lookups.open(id));
  }

  private fill(panel: WebviewPanel, id: string, lookup: ShownLookup | undefined): void {
    const shown = new ProfilePanel(panel, id, lookup, this.extensionUri, this.context);
    this.panels.set(id, shown);
    panel.onDidDispose(() => {
      shown.dispose();
      if (this.panels.get(id) === shown) this.panels.delete(id);
    });
  }
}

/** The openids of one account begin alike: its end tells a person apart. */
function panelTitle(openid: string): string {
  return openid.length > 16 ? `${openid.slice(0, 4)}…${openid.slice(-8)}` : openid;
}
