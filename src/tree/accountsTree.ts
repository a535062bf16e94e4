import {
  commands as vscodeCommands,
  type Disposable,
  EventEmitter,
  type TreeDataProvider,
  type TreeItem,
} from 'vscode';

import {
  AccountNotUnderstood,
  type AccountRegistry,
  type ActiveAccount,
  type LearnedPrefixes,
  type LookupHistory,
  type QuotaNotes,
  type NewestAnswers,
  type TagNames,
} from '../accounts';
import { type BatchStore } from '../batch';
import { contextKeys } from '../manifest';
import { type ChangeSource } from '../panels';
import { type Problems } from '../ui/problems/problems';
import { AccountNode } from './accountNode';
import { type ListSources, type TreeNode } from './node';
import { ProblemNode } from './problemNode';

/** What the tree reads. */
export interface TreeSources {
  readonly registry: AccountRegistry;
  readonly active: ActiveAccount;
  readonly prefixes: () => Promise<LearnedPrefixes>;
  readonly lookups: LookupHistory;
  readonly batches: BatchStore;
  readonly newest: Pick<NewestAnswers, 'since'>;
  readonly tagNames: TagNames;
  readonly changes?: Pick<ChangeSource, 'overlay'>;
  readonly quotaNotes: QuotaNotes;
  readonly problems: Problems;
  readonly lists: () => Promise<ListSources>;
}

/** What a click on "Show More" adds. */
const portion = 20;

/** Files change in bursts while a batch runs; the tree follows at this pace (milliseconds). */
const calm = 400;

/** The sidebar's Official Accounts view. Nodes read their own children; a failed reading becomes a node. */
export class AccountsTree implements TreeDataProvider<TreeNode>, Disposable {
  private readonly changed = new EventEmitter<TreeNode | undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private timer: NodeJS.Timeout | undefined;
  private listTimer: NodeJS.Timeout | undefined;
  private watcher: Disposable | undefined;
  /** The nodes as VS Code has them, by their ids. */
  private readonly nodes = new Map<string, TreeNode>();
  private readonly shown = new Map<string, number>();

  constructor(
    private readonly sources: TreeSources,
    /** Tells of history that another window writes: of follower lists, and of anything else. */
    private readonly watchHistory: (changed: () => void, listsChanged: () => void) => Disposable,
  ) {}

  /** Draws the tree again soon; calls in quick succession count once. */
  refresh(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.changed.fire(undefined);
    }, calm);
  }

  /** Draws what shows follower lists again soon, and nothing else. */
  refreshLists(): void {
    this.listTimer ??= setTimeout(() => {
      this.listTimer = undefined;
      void this.reread();
    }, calm);
  }

  /** Draws a node again with its children. */
  refreshNode(id: string): void {
    const node = this.nodes.get(id);
    if (node) this.changed.fire(node);
  }

  /** Shows some more of a node's children. */
  showMore(id: string): void {
    this.shown.set(id, (this.shown.get(id) ?? portion) + portion);
    this.refreshNode(id);
  }

  getTreeItem(node: TreeNode): TreeItem {
    return node.toTreeItem();
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    try {
      const children = node ? [...((await node.children?.()) ?? [])] : await this.accounts();
      for (const child of children) this.nodes.set(child.id, child);
      return children;
    } catch (error) {
      const problem = await this.sources.problems.explain(error);
      return problem ? [new ProblemNode(node, problem.sentence)] : [];
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    clearTimeout(this.listTimer);
    this.watcher?.dispose();
    this.changed.dispose();
  }

  private async reread(): Promise<void> {
    for (const node of this.nodes.values()) {
      if (!node.reread) continue;
      await node.reread();
      this.changed.fire(node);
    }
  }

  /** For the palette, which offers what can be done with batches where there are some. */
  private async tellOfBatches(): Promise<void> {
    const { batches, unreadable } = await this.sources.batches
      .listAll()
      .catch(() => ({ batches: [], unreadable: [undefined] }));
    const isNone = batches.length + unreadable.length === 0;
    await vscodeCommands.executeCommand('setContext', contextKeys.noBatches, isNone);
    await this.sources.batches.lookForDamage();
  }

  private async accounts(): Promise<TreeNode[]> {
    const { registry, active } = this.sources;
    const [accounts, notUnderstood, current] = await Promise.all([
      registry.all(),
      registry.notUnderstood(),
      active.get(),
    ]);
    this.watcher ??= this.watchHistory(
      () => this.refresh(),
      () => this.refreshLists(),
    );
    this.nodes.clear();
    void vscodeCommands.executeCommand(
      'setContext',
      contextKeys.noAccounts,
      accounts.length + notUnderstood.length === 0,
    );
    void this.tellOfBatches();
    const prefixes = await this.sources.prefixes();
    const followers = await Promise.all(accounts.map(({ appId }) => prefixes.followersOf(appId)));
    const nodes = accounts.map((account, index) => {
      const sharesItsName = accounts.some(
        ({ name, appId }) => name === account.name && appId !== account.appId,
      );
      const isActive = account.appId === current?.appId;
      const holdsStrays = account.appId === (current ?? accounts[0])?.appId;
      const place = { isActive, sharesItsName, holdsStrays, followers: followers[index] };
      return new AccountNode(account, place, { ...this.sources, shown: this.shown });
    });
    const unreadable = await Promise.all(
      notUnderstood.map(async appId => {
        const problem = await this.sources.problems.explain(new AccountNotUnderstood(appId));
        return new ProblemNode(undefined, problem?.sentence ?? appId, appId);
      }),
    );
    return [...nodes, ...unreadable];
  }
}
