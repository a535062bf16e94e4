import assert from 'node:assert/strict';
import { type ListKind } from '../../../../src/lists';
import { WeChatError } from '../../../../src/wechat';
import { rejection } from '../../wechat/rejection';
import { assertDistinct, keptIn, storeIn, walked, withFolder, withFollowers } from '../scenario';

describe('a walk through the people of a tag', () => {
  it('ends although the answer names no total', () =>
    withFollowers(3_000, weChat =>
      withFolder(async folder => {
        for (const account of weChat.accounts.slice(0, 2)) {
          weChat.forgetRequests();
          const kind: ListKind = { kind: 'tag', tagId: 100, name: 'VIP 会员' };
          const list = await walked(storeIn(folder), weChat, account, kind);
          const expected = account.openids().filter(openid => account.personOf(openid)?.tagIds.includes(100));
          assert.deepEqual(await keptIn(storeIn(folder), list), expected);
          assert.deepEqual([list.isComplete, list.total], [true, undefined]);
          assert.equal(weChat.calls('/cgi-bin/user/tag/get'), account.lastPageNamesNone ? 1 : 2);
        }
      }),
    ));

  it('is empty where nobody carries it, and stops where it was deleted', () =>
    withFollowers(50, weChat =>
      withFolder(async folder => {
        const [account] = weChat.accounts;
        const made = account.tags.create('空');
        assert.ok('id' in made);
        const kind: ListKind = { kind: 'tag', tagId: made.id, name: '空' };
        assert.deepEqual((await walked(storeIn(folder), weChat, account, kind)).found, 0);
        account.tags.remove(made.id);
        const error = await rejection(walked(storeIn(folder), weChat, account, kind));
        assert.ok(error instanceof WeChatError && error.fault.errcode === 45159);
      }),
    ));
});

describe('a walk through the blacklist', () => {
  for (const page of [1_000, 10_000]) {
    it(`goes by pages of ${page}`, () =>
      withFollowers(2_500, weChat =>
        withFolder(async folder => {
          const [account] = weChat.accounts;
          account.blacklistPage = page;
          for (const openid of account.openids().slice(0, 2_300)) account.setBlacklisted(openid, true);
          const list = await walked(storeIn(folder), weChat, account, { kind: 'blacklist' });
          const kept = await keptIn(storeIn(folder), list);
          assert.equal(kept.length, list.total);
          assert.ok(kept.length >= 2_300);
          assertDistinct(kept);
        }),
      ));
  }
});
