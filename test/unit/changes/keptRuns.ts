import { join } from 'node:path';
import { ChangeLog, type TaggedPerson, type TagRun, TagRunStore } from '../../../src/changes';

/** Where runs and what they changed are kept below a folder. */
export function storeIn(folder: string, retentionDays = 30): { store: TagRunStore; changes: ChangeLog } {
  const changes = new ChangeLog(join(folder, 'changes'), () => retentionDays);
  return {
    changes,
    store: new TagRunStore(join(folder, 'tags'), { retentionDays: () => retentionDays, changes }),
  };
}

export function newRun(
  store: TagRunStore,
  appId: string,
  people: Iterable<TaggedPerson>,
  tagId = 105,
): Promise<TagRun> {
  return store.create({ appId, accountName: '演示', action: 'tag', tagId, tagName: 'x' }, people);
}

/** How a run goes: nobody cancels it, and nobody waits. */
export const go = (sleeps: number[] = []) => ({
  signal: new AbortController().signal,
  sleep: (milliseconds: number) => {
    sleeps.push(milliseconds);
    return Promise.resolve();
  },
});
