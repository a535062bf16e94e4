import * as v from 'valibot';
import { type Disposable, type Uri, ViewColumn, type WebviewPanel, window } from 'vscode';

import { noAccount } from '../../batch';
import { viewTypes } from '../../manifest';
import { pageState, type PageState } from '../../protocol/start';
import { shortOpenid } from '../../ui/texts/shortOpenid';
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
        else void this.letGo();
      }),
      ...(context.changes
        ? [context.changes.onDidChange(appId => this.panels.forEach(shown => shown.changed(appId)))]
        : []),
    ];
  }

  async show(
    lookup: ShownLookup,
    { viewColumn = ViewColumn.Active, preserveFocus = false }: PanelPlace = {},
  ): Promise<void> {
    const { ProfilePanel } = await import('./profilePanel');
    const title = shortOpenid(lookup.outcome.openid);
    const column = await this.openPanels.replaceSleeping(viewTypes.profile, title, lookup.id);
    // Nothing is awaited from here on: a double click asks twice.
    const known = this.panels.get(lookup.id);
    if (known) {
      known.update(lookup);
      known.panel.reveal(undefined, preserveFocus);
      return;
    }
    const panel = window.createWebviewPanel(
      viewTypes.profile,
      title,
      { viewColumn: column ?? viewColumn, preserveFocus },
      { enableFindWidget: true },
    );
    this.openPanels.add(panel, lookup.id);
    this.adopt(new ProfilePanel(panel, stateOf(lookup), lookup, this.extensionUri, this.context), lookup.id);
  }

  /** Something was removed: panels whose person is no longer kept show nobody. */
  async letGo(): Promise<void> {
    for (const [id, shown] of [...this.panels]) if (!(await this.context.lookups.open(id))) shown.letGo();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
    for (const shown of this.panels.values()) shown.dispose();
  }

  private async restore(panel: WebviewPanel, state: unknown): Promise<void> {
    const known: PageState = v.is(pageState, state)
      ? state
      : { id: (await this.openPanels.idOf(panel)) ?? '' };
    const { id } = known;
    this.openPanels.add(panel, id);
    const { ProfilePanel } = await import('./profilePanel');
    const lookup = await this.context.lookups.open(id).catch(() => undefined);
    this.adopt(new ProfilePanel(panel, known, lookup, this.extensionUri, this.context), id);
  }

  private adopt(shown: ProfilePanel, id: string): void {
    this.panels.set(id, shown);
    shown.panel.onDidDispose(() => {
      shown.dispose();
      if (this.panels.get(id) === shown) this.panels.delete(id);
    });
  }
}

function stateOf({ id, appId }: ShownLookup): PageState {
  return { id, ...(appId === noAccount && { isAnswer: true }) };
}
