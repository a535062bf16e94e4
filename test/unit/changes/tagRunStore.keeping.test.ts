import assert from 'node:assert/strict';
import { join } from 'node:path';
import { ChangeLog, type TaggedPerson, type TagRun, TagRunStore } from '../../../src/changes';
import { ListError } from '../../../src/lists';
import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../../wechat';
import { clientOf, withFolder } from '../lists/scenario';
import { rejection } from '../wechat/rejection';

const tagging = '/cgi-bin/tags/members/batchtagging';

describe('kept runs that change tags', () => {
  let weChat: SimulatedWeChat;
  let account: SimulatedAccount;

  beforeEach(async () => {
    weChat = await startWeChat({ followers: 600 });
    [account] = weChat.accounts;
  });

  afterEach(() => weChat.close());

  function storeIn(folder: string, retentionDays = 30): { store: TagRunStore; changes: ChangeLog } {
    const changes = new ChangeLog(join(folder, 'changes'), () => retentionDays);
    return {
      changes,
      store: new TagRunStore(join(folder, 'tags'), { retentionDays: () => retentionDays, changes }),
    };
  }

  function newRun(store: TagRunStore, people: Iterable<TaggedPerson>, tagId = 105): Promise<TagRun> {
    const head = { appId: account.appId, accountName: '演示', action: 'tag', tagId, tagName: 'x' } as const;
    return store.create(head, people);
  }

  const go = (sleeps: number[] = []) => ({
    signal: new AbortController().signal,
    sleep: (milliseconds: number) => {
      sleeps.push(milliseconds);
      return Promise.resolve();
    },
  });

  it('are removed when their time is over', () =>
    withFolder(async folder => {
      const { store } = storeIn(folder);
      await newRun(store, []);
      const later = new TagRunStore(join(folder, 'tags'), {
        retentionDays: () => 30,
        changes: new ChangeLog(join(folder, 'changes'), () => 30),
        now: () => Date.now() + 31 * 86_400_000,
      });
      await later.removeOld();
      assert.deepEqual(await store.runs(), []);
    }));

  it('of one account are removed, but for one that runs', () =>
    withFolder(async folder => {
      const { store } = storeIn(folder);
      const openids = account.openids({}, 60);
      const running = await newRun(
        store,
        openids.map(openid => ({ openid })),
      );
      await newRun(store, []);
      await store.create({ ...running.head, appId: 'wxOther' }, []);
      const gate = weChat.hold(tagging);
      const run = store.run(running, clientOf(weChat), go());
      await gate.arrived(1);
      const refusal = await rejection(storeIn(folder).store.removeAllOf(account.appId));
      assert.ok(refusal instanceof ListError && refusal.problem === 'busy');
      assert.equal((await store.runs()).length, 2);
      gate.open();
      await run;
      await store.removeAllOf(account.appId);
      assert.deepEqual(
        (await store.runs()).map(({ head }) => head.appId),
        ['wxOther'],
      );
    }));

  it('stay where the clock cannot be trusted', () =>
    withFolder(async folder => {
      const { store } = storeIn(folder);
      const run = await newRun(store, []);
      const later = new TagRunStore(join(folder, 'tags'), {
        retentionDays: () => 30,
        changes: new ChangeLog(join(folder, 'changes'), () => 30),
        now: () => Date.now() + 31 * 86_400_000,
      });
      let newest = 0;
      await later.removeOld(time => {
        newest = time;
        return false;
      });
      assert.deepEqual([newest, (await store.runs()).length], [run.head.startedAt, 1]);
    }));
});
