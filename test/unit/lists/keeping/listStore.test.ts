import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFile, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { ListError, pagesOf } from '../../../../src/lists';
import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../../../wechat';
import { rejection } from '../../wechat/rejection';
import {
  clientOf,
  followersPath,
  keptIn,
  newList,
  storeIn,
  walked,
  walkOptions,
  withFolder,
} from '../scenario';

describe('kept follower lists', () => {
  let weChat: SimulatedWeChat;
  let account: SimulatedAccount;

  before(async () => {
    weChat = await startWeChat({ followers: 26_500 });
    [account] = weChat.accounts;
  });
  beforeEach(() => weChat.forgetRequests());
  after(() => weChat.close());

  const followers = () => pagesOf(clientOf(weChat), { kind: 'followers' });

  /** A list of which `pages` are kept, as a killed window leaves it. */
  async function interrupted(folder: string, pages: number): Promise<string> {
    const { id } = await newList(storeIn(folder), account);
    const controller = new AbortController();
    await storeIn(folder)
      .walk(id, followers(), {
        ...walkOptions(),
        signal: controller.signal,
        onPage: list => list.pages === pages && controller.abort(),
      })
      .catch(() => undefined);
    weChat.forgetRequests();
    return id;
  }

  for (const { what, tear, calls } of [
    {
      what: 'in the middle of a line of the index',
      tear: async (index: string) => appendFile(index, '{"page":{"cur'),
      calls: 1,
    },
    {
      what: 'in the middle of an openid',
      tear: async (_: string, openids: string) => appendFile(openids, 'oAB'),
      calls: 1,
    },
    {
      what: 'before the last openids were on the disk',
      tear: async (_: string, openids: string) => truncate(openids, 15_000 * 29 + 3),
      calls: 2,
    },
  ]) {
    it(`go on where a window was killed ${what}`, () =>
      withFolder(async folder => {
        const id = await interrupted(folder, 2);
        await tear(join(folder, `${id}.list.ndjson`), join(folder, `${id}.openids`));
        const list = await storeIn(folder).walk(id, followers(), walkOptions());
        assert.deepEqual(await keptIn(storeIn(folder), list), account.openids());
        assert.deepEqual([list.isComplete, list.found], [true, account.followerCount]);
        assert.equal(weChat.calls(followersPath), calls);
      }));
  }

  it('are walked by one window at a time', () =>
    withFolder(async folder => {
      const { id } = await newList(storeIn(folder), account);
      const gate = weChat.hold(followersPath);
      const first = storeIn(folder).walk(id, followers(), walkOptions());
      await gate.arrived(1);
      const other = storeIn(folder);
      for (const act of [
        () => other.walk(id, followers(), walkOptions()),
        () => other.remove(id),
        () => other.keepForMigration(id),
      ]) {
        const error = await rejection(act());
        assert.ok(error instanceof ListError && error.problem === 'busy');
      }
      gate.open();
      assert.equal((await first).isComplete, true);
      assert.deepEqual(
        (await readdir(folder)).filter(name => name.endsWith('.lock')),
        [],
      );
    }));

  it('are shown as walked to other windows, which look again until the walk has ended', () =>
    withFolder(async folder => {
      const { id } = await newList(storeIn(folder), account);
      const looks: (() => void)[] = [];
      let changes = 0;
      const other = storeIn(folder, {
        later: (_, act) => void looks.push(act),
        onChange: () => changes++,
      });
      assert.equal((await other.open(id)).isWalked, false);
      await other.lists();
      assert.equal(looks.length, 0);
      const gate = weChat.hold(followersPath);
      const here = storeIn(folder);
      const walk = here.walk(id, followers(), walkOptions());
      await gate.arrived(1);
      gate.release();
      await gate.arrived(1);
      const [list] = (await other.lists()).lists;
      assert.deepEqual([list?.isWalked, list?.isElsewhere, list?.found], [true, true, 10_000]);
      const [own] = (await here.lists()).lists;
      assert.deepEqual([own?.isWalked, own?.isElsewhere], [true, false]);
      await other.lists();
      assert.equal(looks.length, 1);
      gate.open();
      await walk;
      looks[0]?.();
      assert.equal(changes, 1);
      const [ended] = (await other.lists()).lists;
      assert.deepEqual([ended?.isWalked, ended?.isComplete], [false, true]);
      assert.equal(looks.length, 1);
    }));

  it('are interrupted as soon as the window that walked them is dead, whose lock goes with the cleaning', () =>
    withFolder(async folder => {
      const id = await interrupted(folder, 1);
      const { pid } = spawnSync(process.execPath, ['--version']);
      const lock = `${id}.0000.lock`;
      await writeFile(join(folder, lock), JSON.stringify({ host: hostname(), pid, holds: true }));
      assert.equal((await storeIn(folder).open(id)).isWalked, false);
      await storeIn(folder).removeOld();
      assert.ok(!(await readdir(folder)).includes(lock));
      await writeFile(
        join(folder, lock),
        JSON.stringify({ host: hostname(), pid: process.pid, holds: true }),
      );
      assert.equal((await storeIn(folder).open(id)).isWalked, true);
      await storeIn(folder).removeOld();
      assert.ok((await readdir(folder)).includes(lock));
    }));

  it('are complete once, and not walked again', () =>
    withFolder(async folder => {
      const list = await walked(storeIn(folder), weChat);
      weChat.forgetRequests();
      assert.deepEqual(await storeIn(folder).walk(list.id, followers(), walkOptions()), list);
      assert.equal(weChat.requests.length, 0);
    }));

  it('are told without their openids, with those that cannot be read', () =>
    withFolder(async folder => {
      const list = await walked(storeIn(folder), weChat);
      await writeFile(join(folder, 'list-new.list.ndjson'), '{"version":2}\n');
      await writeFile(join(folder, 'list-bad.list.ndjson'), 'x');
      const { lists, unreadable } = await storeIn(folder).lists();
      assert.deepEqual(lists, [list]);
      assert.deepEqual(
        new Map(unreadable.map(({ id, problem }) => [id, problem])),
        new Map([
          ['list-new', 'tooNew'],
          ['list-bad', 'damaged'],
        ]),
      );
      assert.equal(list.total, account.followerCount);
    }));

  it('live in memory at a retention of 0, those for a migration excepted', () =>
    withFolder(async folder => {
      const store = storeIn(folder, { retentionDays: () => 0 });
      const list = await walked(store, weChat);
      assert.deepEqual([list.inMemory, list.found], [true, account.followerCount]);
      assert.deepEqual(await keptIn(store, list), account.openids());
      assert.deepEqual((await storeIn(folder).lists()).lists, []);
      const kept = await newList(store, account, { kind: 'followers' }, true);
      assert.deepEqual([kept.inMemory, kept.keptUntil], [false, undefined]);
      await store.remove(list.id);
      assert.deepEqual(
        (await store.lists()).lists.map(({ id }) => id),
        [kept.id],
      );
    }));

  it('are removed when their time is over, those for a migration excepted', () =>
    withFolder(async folder => {
      const old = await newList(storeIn(folder), account);
      const kept = await newList(storeIn(folder), account, { kind: 'followers' }, true);
      const later = storeIn(folder, { now: () => (old.keptUntil ?? 0) + 1 });
      const young = await newList(later, account);
      await later.removeOld();
      const left = (await later.lists()).lists.map(({ id }) => id);
      assert.deepEqual(new Set(left), new Set([kept.id, young.id]));
    }));

  it('can be exempted from it later, whatever a crash left at their end', () =>
    withFolder(async folder => {
      const id = await interrupted(folder, 2);
      await appendFile(join(folder, `${id}.list.ndjson`), '{"page":{"cur');
      const store = storeIn(folder);
      const kept = await store.keepForMigration(id);
      assert.deepEqual([kept.forMigration, kept.pages, kept.keptUntil], [true, 2, undefined]);
      assert.deepEqual(await store.forMigrationOf(account.appId), [id]);
      assert.deepEqual(await store.forMigrationOf('wx00'), []);
      const list = await storeIn(folder).walk(id, followers(), walkOptions());
      assert.deepEqual([list.forMigration, list.isComplete], [true, true]);
      assert.deepEqual(await keptIn(store, list), account.openids());
    }));

  it('stay where the clock cannot be believed', () =>
    withFolder(async folder => {
      const { id } = await newList(storeIn(folder, { now: () => 0 }), account);
      const told: number[] = [];
      const doubtful = storeIn(folder, { trustsClock: newest => told.push(newest) < 0 });
      await doubtful.removeOld();
      assert.deepEqual(told, [0]);
      assert.equal((await doubtful.open(id)).id, id);
    }));

  it('of an account are known also where they cannot be read, and are removed as far as they can be', () =>
    withFolder(async folder => {
      const store = storeIn(folder);
      const { id } = await newList(store, account);
      await writeFile(join(folder, 'list-newer.list.ndjson'), `{"version":2,"appId":"${account.appId}"}\n`);
      await writeFile(join(folder, 'list-broken.list.ndjson'), 'hello\n');
      const own = await store.keptOf(account.appId);
      assert.deepEqual(new Set(own), new Set([id, 'list-newer']));
      await store.removeAll(own);
      assert.deepEqual(
        (await store.lists()).unreadable.map(list => list.id),
        ['list-broken'],
      );
    }));

  it('tell of each change', () =>
    withFolder(async folder => {
      let changes = 0;
      const store = storeIn(folder, { onChange: () => changes++ });
      const { id } = await newList(store, account);
      assert.equal(changes, 1);
      const walked: boolean[] = [];
      const note = (list: { readonly isWalked: boolean }) => walked.push(list.isWalked);
      const list = await store.walk(id, followers(), { ...walkOptions(), onPage: note });
      assert.deepEqual([walked, list.isWalked], [[true, true, true], false]);
      assert.equal(changes, 1 + 1 + 3 + 1);
      await store.remove(id);
      assert.equal(changes, 7);
    }));

  it('are gone once removed, and hold neither token nor secret before', () =>
    withFolder(async folder => {
      const store = storeIn(folder);
      const list = await walked(store, weChat);
      const text = await readFile(join(folder, `${list.id}.list.ndjson`), 'utf8');
      assert.ok(weChat.secrets().every(secret => !text.includes(secret)));
      await store.remove(list.id);
      assert.deepEqual(await readdir(folder), []);
      const error = await rejection(store.open(list.id));
      assert.ok(error instanceof ListError && error.problem === 'gone');
    }));
});
