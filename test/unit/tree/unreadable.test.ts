import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { LookupHistory, NewestAnswers, QuotaNotes, type TagNames } from '../../../src/accounts';
import { BatchStore } from '../../../src/batch';
import { batchPicker } from '../../../src/commands/batches/pickBatch';
import { removeBatch } from '../../../src/commands/batches/removeBatch';
import { HistoryRemoval } from '../../../src/jobs/history/historyRemoval';
import { ListStore } from '../../../src/lists';
import { AccountNode } from '../../../src/tree/accountNode';
import { type HistorySources, type TreeNode } from '../../../src/tree/node';
import { Problem } from '../../../src/ui/problems/problem';
import { useFakeVSCode } from '../../fakeVSCode';

describe('saved batches that cannot be read', () => {
  const window = useFakeVSCode();
  let folder: string;
  let sources: HistorySources;
  let removal: HistoryRemoval;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lens-unreadable-'));
    await writeFile(path.join(folder, 'newer.ndjson'), '{"journal":3,"appId":"wxB"}\n');
    await writeFile(path.join(folder, 'broken.ndjson'), 'hello');
    const batches = new BatchStore(folder, { retentionDays: () => 30 });
    const lookups = new LookupHistory(path.join(folder, 'lookups'), () => 30, assert.ifError);
    const explain = (error: unknown) =>
      Promise.resolve(new Problem(error instanceof Error ? error.message : ''));
    sources = {
      ...{ batches, lookups, problems: { explain }, newest: new NewestAnswers(lookups, batches) },
      quotaNotes: new QuotaNotes(),
      lists: () => assert.fail('no list is shown'),
      shown: new Map(),
      tagNames: { kept: () => Promise.resolve(new Map()) } as unknown as TagNames,
    };
    const lists = new ListStore(path.join(folder, 'lists'), { retentionDays: () => 30 });
    const changes = { count: () => Promise.resolve(0), remove: () => Promise.resolve() };
    const imports = { keptOf: () => Promise.resolve([]), removeAll: () => Promise.resolve() };
    const panels = { forget: () => Promise.resolve() };
    removal = new HistoryRemoval(lookups, batches, panels, lists, changes, imports, () => Promise.resolve());
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('stand under the account that they name, and say why they cannot be opened', async () => {
    assert.deepEqual(await shownUnder('wxB', { holdsStrays: false }), [
      'This batch was saved by a newer version of the extension.',
    ]);
  });

  it('stand under the account in use where they name none', async () => {
    assert.deepEqual(await shownUnder('wxA', { holdsStrays: true }), [
      'The saved batch is damaged: its list of openids cannot be read.',
    ]);
    assert.deepEqual(await shownUnder('wxA', { holdsStrays: false }), []);
  });

  it('offer to be removed, and nothing else', async () => {
    const [node] = await nodesUnder('wxB', { holdsStrays: false });
    assert.equal(node?.toTreeItem().contextValue, 'canRemove');
    assert.ok(!('children' in node));
  });

  it('are removed from their node, after a question that says why', async () => {
    const [node] = await nodesUnder('wxB', { holdsStrays: false });
    window.person.chooses(/Remove the batch "newer"\?\n.*saved by a newer version/, 'Remove');
    await remove(node);
    assert.deepEqual(await journals(), ['broken.ndjson']);
  });

  it('are among the batches to pick for removal', async () => {
    window.person.chooses('Remove which batch?', '$(warning) broken').chooses('Remove the batch', 'Remove');
    await remove(undefined);
    assert.deepEqual(await journals(), ['newer.ndjson']);
  });

  it('go with the history of their account', async () => {
    const { batches, nobodys } = await removal.sizeOf('wxB');
    assert.deepEqual([batches, nobodys], [1, ['broken']]);
    await removal.removeAll('wxB');
    assert.deepEqual(await journals(), ['broken.ndjson']);
  });

  it('go where they name no account only if they are picked', async () => {
    await removal.removeAll('wxB', ['broken']);
    assert.deepEqual(await journals(), []);
  });

  function remove(argument: unknown): Promise<unknown> {
    const pick = batchPicker(sources.batches, sources.problems);
    return removeBatch(pick, sources.batches, removal, sources.problems)(argument);
  }

  async function nodesUnder(
    appId: string,
    { holdsStrays }: { holdsStrays: boolean },
  ): Promise<readonly TreeNode[]> {
    const credential = { kind: 'none' } as const;
    const account = { appId, name: appId, credential, addedAt: 0 };
    const place = { isActive: false, sharesItsName: false, holdsStrays };
    const [, batches] = await new AccountNode(account, place, sources).children();
    return (await batches?.children?.()) ?? [];
  }

  async function shownUnder(appId: string, place: { holdsStrays: boolean }): Promise<unknown[]> {
    return (await nodesUnder(appId, place)).map(node => node.toTreeItem().label);
  }

  async function journals(): Promise<string[]> {
    return (await readdir(folder)).filter(name => name.endsWith('.ndjson')).sort();
  }
});
