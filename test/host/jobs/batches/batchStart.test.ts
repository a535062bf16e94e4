import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';

import { AccountRegistry, ActiveAccount, LearnedPrefixes, Vault } from '../../../../src/accounts';
import { type BatchEntry, BatchStore, type ProfileSource } from '../../../../src/batch';
import { AccountChoice } from '../../../../src/jobs/credentials/accountChoice';
import { BatchStart } from '../../../../src/jobs/batches/batchStart';
import { ListDivision } from '../../../../src/jobs/batches/listDivision';
import { findOpenids } from '../../../../src/openids';
import { Cancelled } from '../../../../src/ui/steps';
import { memento } from '../../accounts/memento';
import { SecretsInMemory } from '../../accounts/secretsInMemory';
import { answering, type Asked } from '../../ui/answers';

const eachItsOwn = 'Run each group under its own account';

describe('a list that mixes accounts', () => {
  let folder: string;
  let store: BatchStore;
  let prefixes: LearnedPrefixes;
  let start: BatchStart;
  let shown: string[];
  let cancelling: AbortController;
  /** Called with each call of WeChat. */
  let onCall: () => void;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lens-start-'));
    const stores = { keychain: new SecretsInMemory('keychain'), vscode: new SecretsInMemory('vscode') };
    const unwatched = () => new vscode.Disposable(() => undefined);
    const registry = new AccountRegistry(
      path.join(folder, 'accounts'),
      new Vault(stores, () => 'auto'),
      unwatched,
    );
    for (const appId of ['wxA', 'wxB']) await registry.add({ appId, name: appId }, 'secret');
    prefixes = new LearnedPrefixes(path.join(folder, 'prefixes'), assert.ifError);
    await learn('wxA', 'oAAAAA');
    await learn('wxB', 'oBBBBB');
    const choice = new AccountChoice(registry, new ActiveAccount(registry, memento()), prefixes);
    store = new BatchStore(path.join(folder, 'batches'), { retentionDays: () => 30 });
    shown = [];
    cancelling = new AbortController();
    onCall = () => undefined;
    const source: ProfileSource = {
      userInfo: openid => Promise.resolve({ openid, subscribe: 0 }),
      batchGet: openids => {
        onCall();
        return Promise.resolve(openids.map(openid => ({ openid, subscribe: 0 })));
      },
    };
    start = new BatchStart(
      choice,
      new ListDivision(registry, prefixes, choice),
      { for: () => assert.fail('the quota cannot be had') },
      store,
      {
        run: async batch => {
          await store.run(batch, source, { concurrency: 1, signal: cancelling.signal });
          return batch.toSummary();
        },
      },
      batchId => Promise.resolve(void shown.push(batchId)),
    );
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('runs as one batch an account, and the summary is the first one’s', async () => {
    const summary = await answering(
      () => eachItsOwn,
      () => run([...openids('oAAAAA', 3), ...openids('oBBBBB', 2)]),
    );
    assert.deepEqual(await kept(), [
      { appId: 'wxA', state: 'done', total: 3 },
      { appId: 'wxB', state: 'done', total: 2 },
    ]);
    assert.equal(summary?.counts.notFollowing, 3);
    assert.equal(shown.length, 2);
  });

  it('runs two beginnings of one account as one batch, in the order of the list', async () => {
    await learn('wxA', 'oAAAA2');
    const [first = '', ...others] = openids('oAAAAA', 3);
    const list = [first, ...openids('oAAAA2', 2), ...others, ...openids('oBBBBB', 1)];
    await answering(
      () => eachItsOwn,
      () => run(list),
    );
    assert.deepEqual(await kept(), [
      { appId: 'wxA', state: 'done', total: 5 },
      { appId: 'wxB', state: 'done', total: 1 },
    ]);
    assert.deepEqual((await store.open(shown[0] ?? ''))?.openids, list.slice(0, 5));
  });

  it('asks nothing where all beginnings are one account’s', async () => {
    await learn('wxA', 'oAAAA2');
    await answering(
      () => assert.fail('no question'),
      () => run([...openids('oAAAAA', 2), ...openids('oAAAA2', 2)]),
    );
    assert.deepEqual(await kept(), [{ appId: 'wxA', state: 'done', total: 4 }]);
  });

  it('says how many openids are left out', async () => {
    const asked: Asked[] = [];
    const list = [...openids('oAAAAA', 2), ...openids('oBBBBB', 2), ...openids('oCCCCC', 3)];
    await answering(
      question => {
        asked.push(question);
        return eachItsOwn;
      },
      () => run(list),
    );
    const [{ what } = { what: [] }] = asked;
    const item = (what as readonly vscode.QuickPickItem[]).find(({ label }) => label === eachItsOwn);
    assert.match(item?.detail ?? '', /not known yet: 3\.$/);
    assert.equal((await kept()).length, 2);
  });

  it('stops with the batch that was cancelled; the next one waits to be resumed', async () => {
    onCall = () => cancelling.abort();
    await answering(
      () => eachItsOwn,
      () => run([...openids('oAAAAA', 150), ...openids('oBBBBB', 2)]),
    );
    assert.deepEqual(await kept(), [
      { appId: 'wxA', state: 'cancelled', total: 150 },
      { appId: 'wxB', state: 'interrupted', total: 2 },
    ]);
    assert.equal(shown.length, 1);
  });

  it('asks all its questions before the first call', async () => {
    const list = [...openids('oAAAAA', 1100), ...openids('oBBBBB', 1050)];
    let confirmations = 0;
    onCall = () => assert.fail('no call');
    await assert.rejects(
      answering(
        ({ by }) => {
          if (by === 'showQuickPick') return eachItsOwn;
          return ++confirmations === 1 ? 'Fetch' : undefined;
        },
        () => run(list),
      ),
      Cancelled,
    );
    assert.equal(confirmations, 2);
    assert.deepEqual(await kept(), []);
  });

  function openids(prefix: string, count: number): string[] {
    return Array.from({ length: count }, (_, index) => `${prefix}${String(index).padStart(22, 'x')}`);
  }

  function learn(appId: string, prefix: string): Promise<void> {
    const [openid = ''] = openids(prefix, 1);
    return prefixes.learn(appId, [{ kind: 'following', openid, profile: { openid } }]);
  }

  async function run(list: readonly string[]) {
    return start.run({ found: await findOpenids(JSON.stringify(list)), source: 'list.json' });
  }

  /** The batches on disk, by account. */
  async function kept() {
    const entries = await store.list();
    return entries
      .map(({ appId, state, counts }: BatchEntry) => ({ appId, state, total: sum(Object.values(counts)) }))
      .sort((a, b) => (a.appId < b.appId ? -1 : 1));
  }
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
