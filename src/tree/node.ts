import { type TreeItem } from 'vscode';

import { type LookupHistory, type NewestAnswers, type QuotaNotes, type TagNames } from '../accounts';
import { type BatchStore } from '../batch';
import { type Ability } from '../manifest';
import { type ChangeSource } from '../panels';
import { type Problems } from '../ui/problems/problems';

/** What the sidebar shows. Nodes are made anew at each expansion, so their `id` keeps expansion and selection. */
export interface TreeNode {
  /** Unique in the tree and the same at each making. */
  readonly id: string;
  readonly parent?: TreeNode;
  toTreeItem(): TreeItem;
  /** Absent on leaves. */
  children?(): Promise<readonly TreeNode[]>;
}

/** Where nodes read what was fetched. */
export interface HistorySources {
  readonly lookups: LookupHistory;
  readonly batches: BatchStore;
  readonly newest: Pick<NewestAnswers, 'since'>;
  readonly tagNames: TagNames;
  readonly changes?: Pick<ChangeSource, 'overlay'>;
  readonly quotaNotes: QuotaNotes;
  readonly problems: Pick<Problems, 'explain'>;
}

/** A `contextValue` that lists what a node can do; menus ask for one ability each. */
export function contextValueOf(able: Partial<Record<Ability, boolean>>): string {
  return Object.entries(able)
    .filter(([, can]) => can)
    .map(([ability]) => ability)
    .join(' ');
}
