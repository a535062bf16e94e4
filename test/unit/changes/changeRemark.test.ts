import assert from 'node:assert/strict';
import { appendFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  bytesOf,
  ChangeLog,
  changeRemark,
  isRemarkTooLong,
  isSystemTag,
  Overlay,
  tagNameProblem,
} from '../../../src/changes';
import { nodeFiles } from '../../../src/files';
import { WeChatError } from '../../../src/wechat';
import { startWeChat } from '../../wechat';
import { clientOf, withFolder } from '../lists/scenario';
import { rejection } from '../wechat/rejection';

const path = '/cgi-bin/user/info/updateremark';

describe('a remark', () => {
  it('is changed at WeChat, noted, and laid over older answers only', () =>
    withFolder(async folder => {
      const weChat = await startWeChat();
      const [account] = weChat.accounts;
      const [openid = ''] = account.openids({}, 1);
      const changes = new ChangeLog(folder, () => 30);
      const signal = new AbortController().signal;
      const change = (remark: string, now: number) =>
        changeRemark(
          clientOf(weChat),
          changes,
          { appId: account.appId, openid, remark },
          { signal, now: () => now },
        );
      await change('🎉🎉🎉 张三 大客户', 100);
      assert.equal(account.personOf(openid)?.remark, '🎉🎉🎉 张三 大客户');
      // A crash tore the next line off.
      await appendFile(join(folder, `${account.appId}.ndjson`), '{"kind":"rem');
      await change('', 200);
      assert.equal(account.personOf(openid)?.remark, '');
      const overlay = await changes.overlay(account.appId);
      assert.deepEqual(overlay.over(openid, { remark: 'alt' }, 50), {
        remark: '',
        tagIds: undefined,
        changedAt: 200,
      });
      assert.equal(overlay.over(openid, { remark: 'neu' }, 300).remark, 'neu');

      const error = await rejection(change('一二三四五六七八九十a', 400));
      assert.ok(error instanceof RangeError);
      assert.equal(weChat.calls(path), 2);

      account.setFollowing(openid, false);
      const refusal = await rejection(change('x', 500));
      assert.ok(refusal instanceof WeChatError && refusal.fault.errcode === 40003);
      assert.equal((await changes.overlay(account.appId)).over(openid, {}, 0).remark, '');

      await changes.forgetBefore(account.appId, 150);
      assert.equal((await changes.overlay(account.appId)).over(openid, {}, 0).changedAt, 200);
      // 31 days after the change.
      const later = 200 + 31 * 86_400_000;
      await changes.removeOld(newest => newest !== 200, later);
      assert.equal((await changes.overlay(account.appId)).over(openid, {}, 0).changedAt, 200);
      await changes.removeOld(newest => newest === 200, later);
      assert.equal((await changes.overlay(account.appId)).over(openid, {}, 0).changedAt, undefined);
      await changes.forget(account.appId);
      assert.equal((await changes.overlay(account.appId)).over(openid, {}, 0).changedAt, undefined);
      await weChat.close();
    }));

  it('that another window notes while older ones are forgotten is not lost', () =>
    withFolder(async folder => {
      const remark = (openid: string, at: number) => ({ kind: 'remark', openid, at, remark: 'new' }) as const;
      const other = new ChangeLog(folder, () => 30);
      await other.append('wxA', [remark('old', 100), remark('kept', 200)]);
      const own = new ChangeLog(folder, () => 30, undefined, {
        ...nodeFiles,
        async open(file, flags) {
          // What is kept is written aside.
          if (flags === 'wx') await other.append('wxA', [remark('late', 300)]);
          return nodeFiles.open(file, flags);
        },
      });
      await own.forgetBefore('wxA', 150);
      const changedAt = async (openid: string) => (await own.overlay('wxA')).over(openid, {}, 0).changedAt;
      assert.deepEqual([await changedAt('kept'), await changedAt('late')], [200, 300]);
      await other.forgetBefore('wxA', 150);
      assert.equal(await changedAt('old'), undefined);
      assert.deepEqual(await readdir(folder), ['wxA.ndjson']);
    }));

  it('is noted although a scanner holds the file for a moment', () =>
    withFolder(async folder => {
      let refusals = 2;
      const changes = new ChangeLog(folder, () => 30, undefined, {
        ...nodeFiles,
        open: (file, flags) =>
          flags === 'a' && refusals-- > 0
            ? Promise.reject(Object.assign(new Error('held'), { code: 'EBUSY' }))
            : nodeFiles.open(file, flags),
      });
      await changes.append('wxA', [{ kind: 'remark', openid: 'o', at: 1, remark: 'x' }]);
      assert.equal((await changes.overlay('wxA')).over('o', {}, 0).remark, 'x');
    }));

  it('of 30 bytes is left to WeChat, one of 31 is not', () => {
    assert.equal(bytesOf('一二三四五六七八九十'), 30);
    assert.equal(isRemarkTooLong('一二三四五六七八九十'), false);
    assert.equal(isRemarkTooLong('一二三四五六七八九十a'), true);
  });
});

describe('changes laid over an answer', () => {
  it('give and take tags in the order of time', () => {
    const overlay = new Overlay([
      { kind: 'untag', openid: 'o1', at: 30, tagId: 100 },
      { kind: 'tag', openid: 'o1', at: 20, tagId: 100 },
      { kind: 'tag', openid: 'o1', at: 40, tagId: 101 },
      { kind: 'tag', openid: 'o2', at: 10, tagId: 7 },
    ]);
    assert.deepEqual(overlay.over('o1', { tagIds: [2] }, 0).tagIds, [2, 101]);
    assert.deepEqual(overlay.over('o1', { tagIds: [2] }, 40), {
      remark: undefined,
      tagIds: [2],
      changedAt: undefined,
    });
  });
});

describe('the name of a tag', () => {
  it('has 30 bytes at the most, is not empty and not taken', () => {
    assert.equal(tagNameProblem('一二三四五六七八九十', []), undefined);
    assert.equal(tagNameProblem('一二三四五六七八九十a', []), 'tooLong');
    assert.equal(tagNameProblem(' ', []), 'empty');
    assert.equal(tagNameProblem('VIP', ['VIP']), 'taken');
    assert.deepEqual([0, 2, 3, 100].map(isSystemTag), [true, true, false, false]);
  });
});
