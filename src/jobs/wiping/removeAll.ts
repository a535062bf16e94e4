import path from 'node:path';
import { type Memento } from 'vscode';

import { type Clients, type SecretLeft, type Vault } from '../../accounts';
import { type ChangeLog } from '../../changes';
import { type Counts, emptyFolder, lockedThings, type Stores } from './keptThings';

export interface WipeParts extends Stores {
  readonly clients: Clients;
  readonly vault: Vault;
  readonly changeLog: () => Promise<ChangeLog>;
  readonly storageFolder: string;
  readonly memento: Memento;
  readonly closePanels: () => Promise<void>;
}

/** What was removed, and what could not be. */
export interface Wiped {
  readonly removed: Counts;
  readonly secrets: number;
  readonly secretsLeft: readonly SecretLeft[];
  /** How many batches, lists, imports and tag runs are in use, or cannot be deleted. */
  readonly inUse: number;
  /** Files and folders that could not be deleted. */
  readonly filesLeft: readonly string[];
}

/**
 * Removes all that this profile keeps: secrets first, since they matter most should the window end in between. What is
 * in use stays whole. A failure of one part does not save another.
 */
export async function removeAll(parts: WipeParts): Promise<Wiped> {
  const { registry, lookups, clients, storageFolder, memento } = parts;
  const appIds = (await registry.all()).map(({ appId }) => appId);
  const { accounts, secrets, left: secretsLeft } = await registry.removeAll();
  clients.forgetAll();
  await parts.closePanels();
  const removed = {
    accounts,
    batches: 0,
    lists: 0,
    lookups: await lookups.countAll(),
    imports: 0,
    taggings: 0,
  };
  const filesLeft: string[] = [];
  await lookups.clearAll().catch(() => filesLeft.push(path.join(storageFolder, 'lookups')));
  // What is kept in memory of changes goes with them.
  const changes = await parts.changeLog();
  for (const appId of appIds) await changes.forget(appId).catch(() => undefined);
  const busyRooms: string[] = [];
  let inUse = 0;
  for (const { kind, room, ids, remove } of await lockedThings(parts)) {
    for (const id of await ids()) {
      await remove(id).then(
        () => removed[kind]++,
        () => {
          inUse++;
          busyRooms.push(room);
        },
      );
    }
  }
  for (const key of memento.keys()) await memento.update(key, undefined);
  const ledger = secretsLeft.length > 0 ? ['secrets'] : [];
  filesLeft.push(
    ...(await emptyFolder(path.join(storageFolder, 'accounts'), ledger)),
    ...(await emptyFolder(storageFolder, ['accounts', ...busyRooms])),
  );
  registry.refresh();
  return { removed, secrets, secretsLeft, inUse, filesLeft: [...new Set(filesLeft)] };
}
