import assert from 'node:assert/strict';
import { type Outcome } from '../../../../src/batch';
import { type ExportOptions, exportRecord } from '../../../../src/batch/export/exportRecord';
import { type RawProfile } from '../../../../src/wechat';

describe('exportRecord', () => {
  const recordOf = (outcome: Outcome, options: Partial<ExportOptions> = {}) =>
    exportRecord({ outcome, answeredAt: undefined, isToAskAgain: false }, { language: 'en', ...options });

  const profile: RawProfile = {
    openid: 'oA',
    subscribe: 1,
    subscribe_time: 1_382_694_957,
    unionid: 'u1',
    language: 'en',
    tagid_list: [2, 128],
    subscribe_scene: 'ADD_SCENE_QR_CODE',
  };

  it('of a pending row is its openid and outcome alone', () => {
    assert.deepEqual(recordOf({ kind: 'pending', openid: 'oA' }), { openid: 'oA', outcome: 'pending' });
    assert.deepEqual(recordOf({ kind: 'notReturned', openid: 'oA' }), {
      openid: 'oA',
      outcome: 'notReturned',
    });
  });

  it('has what a profile means beside what WeChat sent', () => {
    const tagNames = new Map([[128, '会员']]);
    assert.deepEqual(recordOf({ kind: 'following', openid: 'oA', profile }, { tagNames }), {
      openid: 'oA',
      outcome: 'following',
      unionid: 'u1',
      followedAt: '2013-10-25T17:55:57+08:00',
      scene: 'QR code scan',
      tags: ['2', '会员'],
      language: 'English',
      raw: profile,
    });
  });

  it('knows nothing of a blank profile but what was sent', () => {
    const raw = { openid: 'oA', subscribe: 0 };
    const { unionid, followedAt, scene, tags, language, ...rest } = recordOf({
      kind: 'notFollowing',
      openid: 'oA',
      profile: raw,
    });
    assert.deepEqual(
      [unionid, followedAt, scene, tags, language],
      [undefined, undefined, undefined, [], undefined],
    );
    assert.deepEqual(rest, { openid: 'oA', outcome: 'notFollowing', raw });
  });

  it('tells a fault of WeChat by its code, its words and what they mean', () => {
    const fault = { errcode: 40003, errmsg: 'invalid openid hint: [x]' };
    const { problem, raw } = recordOf({ kind: 'invalid', openid: 'oA', fault });
    assert.deepEqual([problem?.code, problem?.message], [40003, fault.errmsg]);
    assert.ok(problem?.explanation);
    assert.equal(raw, undefined);
  });

  it('tells a call that broke by its reason and its detail', () => {
    const fault = { reason: 'timeout', detail: 'ETIMEDOUT' } as const;
    const record = recordOf({ kind: 'failed', openid: 'oA', fault });
    assert.deepEqual([record.problem?.code, record.problem?.message], ['timeout', 'ETIMEDOUT']);
    assert.ok(record.problem?.explanation);
    assert.ok(!('unionid' in record));
  });

  it('explains faults in the display language', () => {
    const outcome = { kind: 'failed', openid: 'oA', fault: { errcode: -1, errmsg: 'busy' } } as const;
    const [english, chinese] = [recordOf(outcome), recordOf(outcome, { language: 'zh-cn' })];
    assert.notEqual(english.problem?.explanation, chinese.problem?.explanation);
  });

  it('keeps what came of an answer that could not be trusted', () => {
    const half = { openid: 'oA', unionid: 'u1' };
    const fault = { reason: 'unreadable' } as const;
    const record = recordOf({ kind: 'failed', openid: 'oA', fault, profile: half });
    assert.deepEqual([record.unionid, record.raw, record.problem?.code], ['u1', half, 'unreadable']);
  });

  it('says when WeChat answered and when the person followed, in China’s time or that asked for', () => {
    const row = {
      outcome: { kind: 'following', openid: 'oA', profile },
      answeredAt: Date.UTC(2026, 10, 22, 4, 5, 6, 700),
      isToAskAgain: false,
    } as const;
    const times = (options: Partial<ExportOptions>) => {
      const { fetchedAt, followedAt } = exportRecord(row, { language: 'en', ...options });
      return [fetchedAt, followedAt];
    };
    assert.deepEqual(times({}), ['2026-11-22T12:05:06+08:00', '2013-10-25T17:55:57+08:00']);
    assert.deepEqual(times({ utcOffset: 0 }), ['2026-11-22T04:05:06+00:00', '2013-10-25T09:55:57+00:00']);
  });

  it('says when it was answered also at the beginning of time, and marks what is to be asked for again', () => {
    const row = {
      outcome: { kind: 'notReturned', openid: 'oA' },
      answeredAt: 0,
      isToAskAgain: true,
    } as const;
    assert.deepEqual(exportRecord(row, { language: 'en' }), {
      openid: 'oA',
      outcome: 'notReturned',
      fetchedAt: '1970-01-01T08:00:00+08:00',
      toAskAgain: true,
    });
  });
});
