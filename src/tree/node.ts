import { type TreeItem } from 'vscode';

import {
  type Account,
  type LookupHistory,
  type NewestAnswers,
  type QuotaNotes,
  type TagListing,
  type TagNames,
} from '../accounts';
import { type BatchStore } from '../batch';
import { type ListStore } from '../lists';
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
  /** Reads again what it shows of follower lists: they change while nothing else of the tree does. */
  reread?(): Promise<void>;
}

/** Where nodes read follower lists and tags. */
export interface ListSources {
  readonly store: ListStore;
  readonly tags: TagListing;
  /** Whether WeChat can be asked without a box that opens. */
  readonly isReady: (account: Account) => Promise<boolean>;
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
  /** Loaded when an account is opened. */
  readonly lists: () => Promise<ListSources>;
  /** How many children of a node are shown where there are many, by its id; absent as long as nobody wants more. */
  readonly shown: ReadonlyMap<string, number>;
}

/** A `contextValue` that lists what a node can do; menus ask for one ability each. */
export function contextValueOf(able: Partial<Record<Ability, boolean>>): string {
  return Object.entries(able)
    .filter(([, can]) => can)
    .map(([ability]) => ability)
    .join(' ');
}
