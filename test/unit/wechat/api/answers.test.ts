import assert from 'node:assert/strict';
import * as v from 'valibot';

import { batchAnswer, errorAnswer, tokenAnswer } from '../../../../src/wechat/api/answers';
import { okAnswer } from '../../../../src/wechat/api/lenient';
import { pageAnswer } from '../../../../src/wechat/api/lists/openidPage';
import { quota } from '../../../../src/wechat/api/account/quota';
import { tags } from '../../../../src/wechat/api/tags/tags';

describe('a page of followers', () => {
  for (const [what, answer, page] of [
    [
      'as WeChat gives it',
      { total: 3, count: 2, data: { openid: ['a', 'b'] }, next_openid: 'b' },
      [3, ['a', 'b'], 'b'],
    ],
    ['without data', { total: 3, count: 0, next_openid: '' }, [3, [], '']],
    ['with data of null', { total: 3, data: null, next_openid: null }, [3, [], '']],
    ['with an empty list for data', { total: 0, data: [] }, [0, [], '']],
    ['with a list of null', { total: 0, data: { openid: null } }, [0, [], '']],
    ['with rows that are none', { total: 3, data: { openid: [null, '', 7, 'a'] } }, [3, ['a'], '']],
    ['without total', { count: 1, data: { openid: ['a'] }, next_openid: 'a' }, [undefined, ['a'], 'a']],
    ['without total and count', { data: { openid: ['a', 'b'] } }, [undefined, ['a', 'b'], '']],
    ['with numbers as text', { total: '12', data: { openid: ['a'] } }, [12, ['a'], '']],
  ] as const) {
    it(`is read ${what}`, () => {
      const { total, openids, nextOpenid } = v.parse(pageAnswer, answer);
      assert.deepEqual([total, openids, nextOpenid], page);
    });
  }

  it('is no other answer', () => {
    for (const answer of [{}, { tags: [] }, [], null, 'x']) assert.ok(!v.is(pageAnswer, answer));
  });
});

describe('other answers', () => {
  it('tell an error whose code is text, and no other', () => {
    assert.deepEqual(v.parse(errorAnswer, { errcode: '40003' }), { errcode: 40003, errmsg: '' });
    assert.deepEqual(v.parse(errorAnswer, { errcode: -1, errmsg: 'busy' }), { errcode: -1, errmsg: 'busy' });
    for (const errcode of [0, '0', 'x', '', 1.5, null]) assert.ok(!v.is(errorAnswer, { errcode }));
  });

  it('tell a success in either form', () => {
    for (const errcode of [0, '0']) assert.ok(v.is(okAnswer, { errcode }));
    for (const answer of [{ errcode: 1 }, {}]) assert.ok(!v.is(okAnswer, answer));
  });

  it('leave out what cannot be read, and nothing else', () => {
    assert.deepEqual(v.parse(batchAnswer, { user_info_list: [null, { openid: 'a' }, {}] }), [
      { openid: 'a' },
    ]);
    assert.deepEqual(v.parse(batchAnswer, { user_info_list: null }), []);
    assert.ok(!v.is(batchAnswer, {}));
    assert.deepEqual(v.parse(tags.answer, { tags: [null, { id: '2', name: 'x' }, { id: 'y', name: 'z' }] }), [
      { id: 2, name: 'x', count: 0 },
    ]);
    assert.equal(v.parse(tokenAnswer, { access_token: 'x', expires_in: '7200' }).expires_in, 7200);
  });

  it('tell a quota, with its limit a minute where there is one', () => {
    const of = { daily_limit: '500', used: 1, remain: 499 };
    const calls = { dailyLimit: 500, used: 1, remain: 499 };
    assert.deepEqual(v.parse(quota.answer, { quota: of, rate_limit: null }), calls);
    assert.deepEqual(
      v.parse(quota.answer, { quota: of, rate_limit: { call_count: 5, refresh_second: 60 } }),
      {
        ...calls,
        rateLimit: { calls: 5, seconds: 60 },
      },
    );
  });
});
