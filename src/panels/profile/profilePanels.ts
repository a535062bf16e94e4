import * as v from 'valibot';
import { type Disposable, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';

import { viewTypes } from '../../manifest';
import { pageState } from '../../protocol/start';
import { type OpenPanels, type PanelPlace } from '../openPanels';
import { type ProfileContext, type ProfilePanel } from './profilePanel';
import { type ShownLookup, type Subscription } from '../sources';

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

  async show(
    lookup: ShownLookup,
    { viewColumn = ViewColumn.Active, preserveFocus = false }: PanelPlace = {},
  ): Promise<void> {
    const { ProfilePanel } = await import('./profilePanel');
    const known = this.panels.get(lookup.id);
    if (known) {
      known.update(lookup);
      known.panel.reveal(undefined, preserveFocus);
      return;
    }
    const title = panelTitle(lookup.outcome.openid);
    const panel = window.createWebviewPanel(viewTypes.profile, title, { viewColumn, preserveFocus });
    this.openPanels.add(panel, lookup.id);
    this.adopt(new ProfilePanel(panel, lookup.id, lookup, this.extensionUri, this.context), lookup.id);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const shown of this.panels.values()) shown.dispose();
  }

  private async restore(panel: WebviewPanel, state: unknown): Promise<void> {
    const id = v.is(pageState, state) ? state.id : ((await this.openPanels.idOf(panel)) ?? '');
    this.openPanels.add(panel, id);
    const { ProfilePanel } = await import('./profilePanel');
    const lookup = await this.context.lookups.open(id);
    this.adopt(new ProfilePanel(panel, id, lookup, this.extensionUri, this.context), id);
  }

  private adopt(shown: ProfilePanel, id: string): void {
    this.panels.set(id, shown);
    shown.panel.onDidDispose(() => {
      shown.dispose();
      if (this.panels.get(id) === shown) this.panels.delete(id);
    });
  }
}

/** The openids of one account begin alike: its end tells a person apart. */
function panelTitle(openid: string): string {
  return openid.length > 16 ? `${openid.slice(0, 4)}…${openid.slice(-8)}` : openid;
}
