import {
  type Disposable,
  type Tab,
  TabInputWebview,
  type ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';

import { type RememberedPanels } from './rememberedPanels';

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

/** Until VS Code has given a tab in front to its serializer. */
const patienceMs = 5000;
/**
 * So often a tab is waited for of which no dead host has said what it shows: after a reload of a busy window VS Code
 * takes long, and closing what it has not come to yet would lose it.
 */
const mostWaits = 12;

/** Acts once, after so many milliseconds, unless it is disposed of before. */
type Wait = (milliseconds: number, act: () => void) => Pick<Disposable, 'dispose'>;

/**
 * The panels of this window, and the tabs that look like them. When the extension host is killed, VS Code starts
 * another one in the same window, but leaves the old host's panels standing: visible, deaf, and not given to a
 * serializer, as it does after a reload of the window. Nothing says which of the two has happened
 * (`env.sessionId` is one word for all windows where VS Code was built without telemetry), but after a reload a
 * tab is given to its serializer once it is in front. One that stays in front of its group for some seconds
 * without a panel of this host is deaf, where a dead host has left word of it; others are waited for a minute.
 */
export class OpenPanels implements Disposable {
  /** With the ids of what they show. */
  private readonly open = new Map<WebviewPanel, string>();
  private readonly subscriptions: Disposable[] = [];
  private waiting: Pick<Disposable, 'dispose'> | undefined;
  private readonly waits = new WeakMap<Tab, number>();
  /** The deaf tabs that the timer runs for. */
  private watched = '';

  constructor(
    private readonly remembered: RememberedPanels,
    /** Told of what a panel showed that was closed. */
    private readonly closed: (id: string) => void = () => undefined,
    private readonly wait: Wait = afterTimeout,
  ) {}

  /** To be called as soon as there is a panel, even if it is yet to be filled; `id` is empty where it is unknown. */
  add(panel: WebviewPanel, id: string): void {
    const { viewType, title } = panel;
    this.open.set(panel, id);
    panel.onDidDispose(() => {
      this.open.delete(panel);
      this.closed(id);
    });
    if (id === '') return;
    this.remembered.add({ viewType, title }, id);
    panel.onDidDispose(() => this.remembered.delete({ viewType, title }, id));
  }

  /** Whether a panel shows something of this kind. */
  shows(fits: (id: string) => boolean): boolean {
    return [...this.open.values()].some(fits);
  }

  /** What a panel showed whose page has lost its state. */
  idOf(panel: WebviewPanel): Promise<string | undefined> {
    return this.remembered.latest(panel, id => this.isFree(id));
  }

  /**
   * A reload leaves tabs that VS Code gives to nobody before they are in front. Where one of them shows what is about
   * to be opened it makes way; gives the group that it stood in.
   */
  async replaceSleeping(viewType: string, title: string, id: string): Promise<ViewColumn | undefined> {
    const tab = this.sleepingTab(viewType, title);
    if (!tab || (await this.remembered.latestOfDead({ viewType, title }, other => this.isFree(other))) !== id)
      return undefined;
    const { viewColumn } = tab.group;
    await closeTab(tab);
    return viewColumn;
  }

  /** From now on replaces deaf tabs: those in front soon, others when they come to the front. */
  replaceDeaf(ways: WaysBack, failed: (error: unknown) => void): void {
    const watch = () => {
      const deaf = this.deafTabs(ways);
      const watched = deaf.map(({ tab, viewColumn }) => `${viewColumn} ${tab.label}`).join('\n');
      // Others come and go all the time, and must not put it off.
      if (watched === this.watched) return;
      this.watched = watched;
      this.waiting?.dispose();
      this.waiting = deaf.length > 0 ? this.wait(patienceMs, replace) : undefined;
    };
    const replace = () => {
      void this.replace(ways)
        .catch(failed)
        .finally(() => {
          this.watched = '';
          watch();
        });
    };
    const { tabGroups } = window;
    this.subscriptions.push(tabGroups.onDidChangeTabs(watch), tabGroups.onDidChangeTabGroups(watch));
    watch();
  }

  dispose(): void {
    this.waiting?.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private isFree(id: string): boolean {
    return ![...this.open.values()].includes(id);
  }

  private sleepingTab(viewType: string, title: string): Tab | undefined {
    const tabs = window.tabGroups.all.flatMap(group => group.tabs);
    const alike = tabs.filter(tab => isTabOf(tab, viewType) && tab.label === title && !tab.isActive);
    const living = [...this.open.keys()].filter(
      panel => panel.viewType === viewType && panel.title === title && !panel.visible,
    );
    // Nothing else tells them apart: only where there are more of them than panels is one asleep.
    return alike.length > living.length ? alike[0] : undefined;
  }

  private async replace(ways: WaysBack): Promise<void> {
    for (const { tab, viewType, viewColumn } of this.deafTabs(ways)) {
      const name = { viewType, title: tab.label };
      const id = await this.remembered.latestOfDead(name, other => this.isFree(other));
      // VS Code may have given it to its serializer after all.
      if (!this.deafTabs(ways).some(deaf => deaf.tab === tab)) continue;
      const waits = (this.waits.get(tab) ?? 0) + 1;
      this.waits.set(tab, waits);
      if (id === undefined && waits < mostWaits) continue;
      try {
        // First, since a group goes with its last tab.
        if (id !== undefined) await ways[viewType]?.(id, { viewColumn, preserveFocus: true });
      } finally {
        await closeTab(tab);
      }
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

function afterTimeout(milliseconds: number, act: () => void): Pick<Disposable, 'dispose'> {
  const timer = setTimeout(act, milliseconds);
  return { dispose: () => clearTimeout(timer) };
}

/** VS Code writes `mainThreadWebview-` before a view type. */
function isTabOf({ input }: Tab, viewType: string): boolean {
  return input instanceof TabInputWebview && input.viewType.endsWith(`-${viewType}`);
}

/** The user may have been faster. */
async function closeTab(tab: Tab): Promise<void> {
  const isThere = window.tabGroups.all.some(({ tabs }) => tabs.includes(tab));
  if (isThere) await window.tabGroups.close(tab, true);
}
