import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { LookupHistory, NewestAnswers, QuotaNotes, type TagNames } from '../../../src/accounts';
import { BatchStore } from '../../../src/batch';
import { BatchNode } from '../../../src/tree/batchNode';
import { LookupsNode } from '../../../src/tree/lookupsNode';
import { type HistorySources } from '../../../src/tree/node';
import { Log } from '../../../src/ui/log/log';
import { Problems } from '../../../src/ui/problems/problems';
import { useFakeVSCode } from '../../fakeVSCode';
import { People } from '../batch/hostile/people';
import { runOptions } from '../batch/scenario';

describe('what was fetched, in the tree', () => {
  useFakeVSCode();
  const appId = 'wx0123456789abcdef';
  const root = { id: 'root', toTreeItem: () => assert.fail() };
  let folder: string;
  let sources: HistorySources;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lens-history-'));
    const batches = new BatchStore(path.join(folder, 'batches'), { retentionDays: () => 30 });
    const lookups = new LookupHistory(path.join(folder, 'lookups'), () => 30, assert.ifError);
    sources = {
      ...{ batches, lookups, newest: new NewestAnswers(lookups, batches), problems: new Problems(new Log()) },
      quotaNotes: new QuotaNotes(),
      lists: () => assert.fail('no list is shown'),
      shown: new Map(),
      tagNames: { kept: () => Promise.resolve(new Map()) } as unknown as TagNames,
    };
  });
  afterEach(() => rm(folder, { recursive: true }));

  const create = (openids: readonly string[]) =>
    sources.batches.create({ appId, accountName: 'A', source: 'list.csv', openids, lang: 'zh_CN' });

  async function shown() {
    const [entry] = await sources.batches.list();
    return new BatchNode(root, entry ?? assert.fail(), sources).toTreeItem();
  }

  it('is a batch with the damage that a check has found', async () => {
    const people = new People(3);
    const batch = await create(people.openids);
    await sources.batches.run(batch, people, runOptions());
    assert.match(String((await shown()).description), /^2 following, /);
    const journal = path.join(folder, 'batches', `${batch.id}.ndjson`);
    const text = await readFile(journal, 'utf8');
    await writeFile(journal, text.replace('{"subscribe":1,', '{"subscri'));
    await sources.batches.check(batch.id);
    const { description, tooltip, iconPath } = await shown();
    assert.match(String(description), /^damaged: 1 · /);
    assert.match(tooltip as string, /^Lines that cannot be read: 1\. Check Batch tells which\.$/m);
    assert.equal((iconPath as { id: string }).id, 'warning');
  });

  it('is a lookup as the newest answer has it, be it a row of a batch', async () => {
    const profile = { subscribe: 1, openid: 'oA' };
    const kept = await sources.lookups.keep(appId, 'A', { kind: 'following', openid: 'oA', profile });
    const icon = async () => {
      const [node] = await new LookupsNode(root, appId, 1, sources).children();
      return (node?.toTreeItem().iconPath as { id: string }).id;
    };
    const before = await icon();
    const batch = await create(['oA']);
    const left = { kind: 'notFollowing', openid: 'oA', profile: { ...profile, subscribe: 0 } } as const;
    await sources.batches.amend(batch, left, kept.fetchedAt + 1);
    assert.notEqual(await icon(), before);
  });
});
