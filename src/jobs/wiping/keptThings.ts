import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { type AccountRegistry, type LookupHistory } from '../../accounts';
import { type BatchStore } from '../../batch';
import { type TagRunStore } from '../../changes';
import { type ListStore } from '../../lists';
import { type ImportStore } from '../../people';

export const kinds = ['accounts', 'batches', 'lists', 'lookups', 'imports', 'taggings'] as const;
export type Kind = (typeof kinds)[number];
export type Counts = Readonly<Record<Kind, number>>;

/** Stores of what is counted and locked; all else below the storage folder is just files. */
export interface Stores {
  readonly registry: AccountRegistry;
  readonly lookups: LookupHistory;
  readonly batches: BatchStore;
  readonly lists: ListStore;
  readonly imports: () => Promise<ImportStore>;
  readonly tagRuns: () => Promise<TagRunStore>;
}

/** What has ids, and may be in use in this or another window. */
interface Locked {
  readonly kind: Kind;
  /** Its folder below the storage. */
  readonly room: string;
  readonly ids: () => Promise<readonly string[]>;
  readonly remove: (id: string) => Promise<void>;
}

export async function lockedThings({ batches, lists, imports, tagRuns }: Stores): Promise<readonly Locked[]> {
  const [pairs, runs] = await Promise.all([imports(), tagRuns()]);
  const idsOf = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);
  return [
    {
      ...{ kind: 'batches', room: 'batches', remove: id => batches.remove(id) },
      ids: async () => {
        const { batches: readable, unreadable } = await batches.listAll();
        return idsOf([...readable, ...unreadable]);
      },
    },
    {
      ...{ kind: 'lists', room: 'lists', remove: id => lists.remove(id) },
      ids: async () => {
        const { lists: readable, unreadable } = await lists.lists();
        return idsOf([...readable, ...unreadable]);
      },
    },
    {
      ...{ kind: 'imports', room: 'imports', remove: id => pairs.remove(id) },
      ids: async () => {
        const { imports: readable, unreadable } = await pairs.imports();
        return idsOf([...readable, ...unreadable]);
      },
    },
    {
      ...{ kind: 'taggings', room: 'taggings', remove: id => runs.remove(id) },
      ids: async () => idsOf(await runs.runs()),
    },
  ];
}

export async function countEverything(stores: Stores): Promise<Counts> {
  const counts = { accounts: 0, batches: 0, lists: 0, lookups: 0, imports: 0, taggings: 0 };
  const { registry, lookups } = stores;
  counts.accounts = (await registry.all()).length + (await registry.notUnderstood()).length;
  counts.lookups = await lookups.countAll();
  for (const { kind, ids } of await lockedThings(stores)) counts[kind] = (await ids()).length;
  return counts;
}

/**
 * Deletes all that is left below a folder but what `keeps` names. The folder itself stays, since windows watch it.
 * Returns what could not be deleted.
 */
export async function emptyFolder(folder: string, keeps: readonly string[]): Promise<readonly string[]> {
  const left: string[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    if (keeps.includes(name)) continue;
    const place = path.join(folder, name);
    // Where a scanner holds a file on Windows, moments later it does not.
    await rm(place, { recursive: true, force: true, maxRetries: 5 }).catch(() => left.push(place));
  }
  return left;
}
