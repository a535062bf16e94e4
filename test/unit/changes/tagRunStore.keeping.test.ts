import assert from 'node:assert/strict';
import { join } from 'node:path';
import { ChangeLog, TagRunStore } from '../../../src/changes';
import { ListError } from '../../../src/lists';
import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../../wechat';
import { clientOf, withFolder } from '../lists/scenario';
import { rejection } from '../wechat/rejection';
import { go, newRun, storeIn } from './keptRuns';

const tagging = '/cgi-bin/tags/members/batchtagging';

describe('kept runs that change tags', () => {
  let weChat: SimulatedWeChat;
  let account: SimulatedAccount;

  beforeEach(async () => {
    weChat = await startWeChat({ followers: 600 });
    [account] = weChat.accounts;
  });

  afterEach(() => weChat.close());

  it('are removed when their time is over', () =>
    withFolder(async folder => {
      const { store } = storeIn(folder);
      await newRun(store, account.appId, []);
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
        account.appId,
        openids.map(openid => ({ openid })),
      );
      await newRun(store, account.appId, []);
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
      const run = await newRun(store, account.appId, []);
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
