import {
  type Disposable,
  type Tab,
  TabInputWebview,
  type ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';

import { type RememberedPanel, type RememberedPanels } from './rememberedPanels';

/** Where a panel is to be shown, and whether the keyboard stays where it is. */
export interface PanelPlace {
  readonly viewColumn?: ViewColumn;
  readonly preserveFocus?: boolean;
}

/** By view type, how to show again what a deaf tab showed, in its place; undefined where it just closes. */
export type WaysBack = Readonly<
  Record<string, ((id: string, place: PanelPlace) => Promise<void>) | undefined>
>;

interface DeafTab {
  readonly tab: Tab;
  readonly viewType: string;
  readonly viewColumn: ViewColumn;
}

/** Until VS Code has given a tab in front to its serializer, on a slow machine too. */
const patienceMs = 5000;

/**
 * The panels of this window, and the tabs that look like them. When the extension host is killed, VS Code starts
 * another one in the same window, but leaves the old host's panels standing: visible, deaf, and not given to a
 * serializer, as it does after a reload of the window. Nothing says which of the two has happened
 * (`env.sessionId` is one word for all windows where VS Code was built without telemetry), but after a reload a
 * tab is given to its serializer once it is in front. One that stays in front of its group for some seconds
 * without a panel of this host is deaf.
 */
export class OpenPanels implements Disposable {
  private readonly open = new Map<WebviewPanel, RememberedPanel>();
  private readonly subscriptions: Disposable[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly remembered: RememberedPanels) {}

  /** To be called as soon as there is a panel, even if it is yet to be filled. */
  add(panel: WebviewPanel, viewType: string, id: string): void {
    const shown = { viewType, id, title: panel.title };
    this.open.set(panel, shown);
    this.remembered.add(shown);
    panel.onDidDispose(() => {
      this.open.delete(panel);
      this.remembered.delete(shown);
    });
  }

  /** What a panel showed whose page has lost its state. */
  async idOf({ viewType, title }: WebviewPanel): Promise<string | undefined> {
    return this.remembered.idOf(viewType, title);
  }

  /** From now on replaces deaf tabs: those in front soon, others when they come to the front. */
  replaceDeaf(ways: WaysBack, failed: (error: unknown) => void): void {
    const watch = () => {
      clearTimeout(this.timer);
      if (this.deafTabs(ways).length === 0) return;
      this.timer = setTimeout(() => void this.replace(ways).catch(failed), patienceMs);
    };
    const { tabGroups } = window;
    this.subscriptions.push(tabGroups.onDidChangeTabs(watch), tabGroups.onDidChangeTabGroups(watch));
    watch();
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async replace(ways: WaysBack): Promise<void> {
    const isOpen = (id: string) => [...this.open.values()].some(shown => shown.id === id);
    for (const { tab, viewType, viewColumn } of this.deafTabs(ways)) {
      const id = await this.remembered.idOf(viewType, tab.label, id => !isOpen(id));
      await window.tabGroups.close(tab, true);
      if (id !== undefined) await ways[viewType]?.(id, { viewColumn, preserveFocus: true });
    }
  }

  private deafTabs(ways: WaysBack): DeafTab[] {
    const living = [...this.open.keys()].filter(({ visible }) => visible);
    return window.tabGroups.all.flatMap(({ activeTab, viewColumn }) => {
      if (!activeTab || living.some(panel => panel.viewColumn === viewColumn)) return [];
      const viewType = Object.keys(ways).find(type => isTabOf(activeTab, type));
      return viewType === undefined ? [] : [{ tab: activeTab, viewType, viewColumn }];
    });
  }
}

/** VS Code writes `mainThreadWebview-` before a view type. */
function isTabOf({ input }: Tab, viewType: string): boolean {
  return input instanceof TabInputWebview && input.viewType.endsWith(`-${viewType}`);
}
