import assert from 'node:assert/strict';
import { type ListStore, pagesOf } from '../../../../src/lists';
import { PackedOpenids } from '../../../../src/lists/openids/packedOpenids';
import { WeChatError } from '../../../../src/wechat';
import { startWeChat } from '../../../wechat';
import { sized } from '../../../form';
import { rejection } from '../../wechat/rejection';
import {
  assertDistinct,
  clientOf,
  followersPath,
  keptIn,
  newList,
  openidsOf,
  storeIn,
  walked,
  walkOptions,
  withFolder,
  withFollowers,
} from '../scenario';

describe('a walk through the followers', () => {
  for (const [count, toEmptyNext, toLastNext] of [
    [0, 1, 1],
    [1, 1, 1],
    [10_000, 1, 2],
    [10_001, 2, 2],
    [25_000, 3, 3],
  ] as const) {
    it(`of ${count} ends with the calls it needs, whichever way WeChat ends the list`, () =>
      withFollowers(count, weChat =>
        withFolder(async folder => {
          const store = storeIn(folder);
          for (const { names, emptyData } of [
            { names: true, emptyData: 'absent' },
            { names: false, emptyData: 'absent' },
            { names: false, emptyData: 'null' },
          ] as const) {
            const [account] = weChat.accounts;
            account.lastPageNamesNone = names;
            account.emptyData = emptyData;
            weChat.forgetRequests();
            const list = await walked(store, weChat);
            assert.equal(list.isComplete, true);
            assert.equal(list.found, count);
            assert.equal(list.total, count);
            assert.equal(weChat.calls(followersPath), names ? toEmptyNext : toLastNext);
            assert.deepEqual(await keptIn(store, list), account.openids());
          }
        }),
      ));
  }

  it('goes on after each page at which it was cancelled, and asks for no page twice', () =>
    withFollowers(25_000, weChat =>
      withFolder(async folder => {
        const [account] = weChat.accounts;
        for (const stopAfter of [1, 2, 3]) {
          const store = storeIn(folder);
          weChat.forgetRequests();
          const { id } = await newList(store, account);
          const controller = new AbortController();
          const pages = pagesOf(clientOf(weChat), { kind: 'followers' });
          await store
            .walk(id, pages, {
              ...walkOptions(),
              signal: controller.signal,
              onPage: list => list.pages === stopAfter && controller.abort(),
            })
            .catch(() => undefined);
          const paused = await store.open(id);
          assert.equal(paused.pages, stopAfter);
          assert.equal(paused.stoppedBy, undefined);
          // Another window, on another day.
          const list = await storeIn(folder).walk(id, pages, walkOptions());
          assert.deepEqual(await keptIn(store, list), account.openids());
          assert.equal(weChat.calls(followersPath), 3);
        }
      }),
    ));

  it('stops at a used-up quota, says so, and goes on the next day', () =>
    withFollowers(25_000, weChat =>
      withFolder(async folder => {
        const [account] = weChat.accounts;
        const store = storeIn(folder);
        const pages = pagesOf(clientOf(weChat), { kind: 'followers' });
        account.quota.set(followersPath, { daily: 2 });
        const { id } = await newList(store, account);
        const error = await rejection(store.walk(id, pages, walkOptions()));
        assert.ok(error instanceof WeChatError && error.fault.errcode === 45009);
        const paused = await store.open(id);
        assert.ok(paused.stoppedBy && 'errcode' in paused.stoppedBy);
        assert.deepEqual([paused.pages, paused.stoppedBy.errcode], [2, 45009]);
        account.quota.reset();
        const list = await store.walk(id, pages, walkOptions());
        assert.deepEqual([list.found, list.stoppedBy], [25_000, undefined]);
        assert.deepEqual(await keptIn(store, list), account.openids());
      }),
    ));

  it('stops on page 37 where the quota ends there, keeps 36, and goes on with the 37th', () =>
    withFolder(async folder => {
      const store = storeIn(folder);
      const all = Array.from({ length: 50 }, (_, index) => `o${String(index).padStart(27, '0')}`);
      const asked: string[] = [];
      let left = 36;
      const page = (cursor: string) => {
        asked.push(cursor);
        if (left-- === 0)
          throw new WeChatError({ errcode: 45009, errmsg: 'reach max api daily quota limit' });
        const openid = all[all.indexOf(cursor) + 1];
        return Promise.resolve({ openids: openid ? [openid] : [], nextOpenid: openid ?? '', total: 50 });
      };
      const weChat = await startWeChat();
      const { id } = await newList(store, weChat.accounts[0]);
      await weChat.close();
      const error = await rejection(store.walk(id, { fullPage: 1, page }, walkOptions()));
      assert.ok(error instanceof WeChatError && error.fault.errcode === 45009);
      assert.equal((await storeIn(folder).open(id)).pages, 36);
      left = Infinity;
      asked.length = 0;
      const list = await storeIn(folder).walk(id, { fullPage: 1, page }, walkOptions());
      assert.deepEqual(await keptIn(store, list), all);
      assert.equal(asked[0], all[35]);
      assert.equal(new Set(asked).size, asked.length);
    }));

  it('ends although the people it counted on have left', () =>
    withFollowers(10_500, weChat =>
      withFolder(async folder => {
        const [account] = weChat.accounts;
        const all = account.openids();
        const store = storeIn(folder);
        const { id } = await newList(store, account);
        const list = await store.walk(id, pagesOf(clientOf(weChat), { kind: 'followers' }), {
          ...walkOptions(),
          onPage: ({ pages }) => {
            if (pages === 1)
              for (const openid of all.slice(10_100, 10_400)) account.setFollowing(openid, false);
          },
        });
        assert.deepEqual([list.isComplete, list.total, list.found], [true, 10_500, 10_200]);
        assert.ok(weChat.calls(followersPath) <= 3);
      }),
    ));

  it('takes those who come meanwhile, and nobody twice', () =>
    withFollowers(10_500, weChat =>
      withFolder(async folder => {
        const [account] = weChat.accounts;
        const away = account.openids({ state: 'notFollowing' }).at(-1) ?? '';
        const store = storeIn(folder);
        const { id } = await newList(store, account);
        const list = await store.walk(id, pagesOf(clientOf(weChat), { kind: 'followers' }), {
          ...walkOptions(),
          onPage: ({ pages }) => pages === 1 && account.setFollowing(away, true),
        });
        const kept = await keptIn(store, list);
        assertDistinct(kept);
        assert.equal(kept.length, 10_501);
        assert.ok(kept.includes(away));
      }),
    ));

  it('steps back where its cursor has left and is no longer taken', () =>
    withFollowers(20_500, weChat =>
      withFolder(async folder => {
        const [account] = weChat.accounts;
        account.leaversKeepTheirPlace = false;
        const all = account.openids();
        const store = storeIn(folder);
        const { id } = await newList(store, account);
        const list = await store.walk(id, pagesOf(clientOf(weChat), { kind: 'followers' }), {
          ...walkOptions(),
          onPage: ({ pages }) => {
            if (pages === 1)
              for (const openid of all.slice(9_997, 10_000)) account.setFollowing(openid, false);
          },
        });
        assert.equal(list.isComplete, true);
        assert.deepEqual(await keptIn(store, list), all);
      }),
    ));

  it('begins again, once, where nobody of its last page is taken', () =>
    withFollowers(10_050, weChat =>
      withFolder(async folder => {
        const [account] = weChat.accounts;
        account.leaversKeepTheirPlace = false;
        const all = account.openids();
        const store = storeIn(folder);
        const { id } = await newList(store, account);
        const list = await store.walk(id, pagesOf(clientOf(weChat), { kind: 'followers' }), {
          ...walkOptions(),
          onPage: ({ pages }) => {
            if (pages === 1) for (const openid of all.slice(0, 10_000)) account.setFollowing(openid, false);
          },
        });
        assert.equal(list.isComplete, true);
        assert.deepEqual(await keptIn(store, list), all);
      }),
    ));

  it('ends where the pages go round in a circle', () =>
    withFollowers(25_000, weChat =>
      withFolder(async folder => {
        const [account] = weChat.accounts;
        account.listsLoop = true;
        // People of whom only the count knows: the sum never makes it up.
        Object.defineProperty(account, 'followerCount', { value: 26_000 });
        const list = await walked(storeIn(folder), weChat);
        assert.deepEqual([list.isComplete, list.found], [true, 25_000]);
        assert.equal(weChat.calls(followersPath), 3);
      }),
    ));

  it('ends where a source names a new cursor for ever and brings nobody new', async () => {
    await withFolder(async folder => {
      const store = storeIn(folder);
      const weChat = await startWeChat();
      const { id } = await newList(store, weChat.accounts[0]);
      await weChat.close();
      let calls = 0;
      const page = () => Promise.resolve({ openids: ['oAAAA'], nextOpenid: `o${++calls}` });
      const list = await store.walk(id, { fullPage: undefined, page }, walkOptions());
      assert.deepEqual([list.found, list.isComplete], [1, true]);
      assert.ok(calls <= 5);
    });
  });

  it('repeats a page that does not come in time, with the same cursor', () =>
    withFollowers(10_001, weChat =>
      withFolder(async folder => {
        const [account] = weChat.accounts;
        const store = storeIn(folder);
        weChat.faults.add(
          { kind: 'never' },
          { path: followersPath, times: 2, when: ({ query }) => query.next_openid !== '' },
        );
        const pages = pagesOf(clientOf(weChat), { kind: 'followers' });
        const { id } = await newList(store, account);
        const impatient = {
          fullPage: pages.fullPage,
          page: (cursor: string, { signal }: { signal: AbortSignal }) =>
            clientOf(weChat).followers(cursor, { signal, timeoutMs: 700 }),
        };
        const delays: number[] = [];
        const list = await store.walk(id, impatient, {
          ...walkOptions(),
          sleep: milliseconds => {
            delays.push(milliseconds);
            return Promise.resolve();
          },
        });
        assert.deepEqual(await keptIn(store, list), account.openids());
        assert.deepEqual(delays, [1_000, 4_000]);
        const cursors = weChat.requests
          .filter(({ path }) => path === followersPath)
          .map(({ query }) => query.next_openid);
        assert.equal(new Set(cursors).size, 2);
        assert.equal(cursors.length, 4);
      }),
    ));

  it('gives up a page that is refused for other reasons at once', () =>
    withFollowers(1, weChat =>
      withFolder(async folder => {
        const [account] = weChat.accounts;
        account.become('unverified');
        const error = await rejection(walked(storeIn(folder), weChat));
        assert.ok(error instanceof WeChatError && error.fault.errcode === 48001);
        assert.equal(weChat.calls(followersPath), 1);
      }),
    ));
});

describe('a walk through a very long list of followers', () => {
  it('takes a call for each full page and one for the rest', async function () {
    this.timeout(240_000);
    const weChat = await startWeChat({ followers: sized(2_000_000, 200_000) });
    try {
      await withFolder(async folder => {
        const store: ListStore = storeIn(folder);
        const list = await walked(store, weChat);
        const [account] = weChat.accounts;
        assert.equal(list.found, account.followerCount);
        assert.equal(list.isComplete, true);
        assert.equal(weChat.calls(followersPath), Math.ceil(account.followerCount / 10_000));
        const set = new PackedOpenids();
        for (const openid of await openidsOf(await store.source(list.id))) assert.ok(set.addText(openid));
      });
    } finally {
      await weChat.close();
    }
  });
});
