import assert from 'node:assert/strict';

import { timeText } from '../../../../src/ui/texts/formats';
import { problemOf } from '../../../../src/ui/problems/problemOf';

const rid = '62e14637-0aa1bb2c-3dd4ee5f';

describe('a failure of WeChat, explained', () => {
  it('names the rid of a code that nobody knows once', () => {
    const { sentence } = problemOf({ errcode: 99999, errmsg: `strange thing rid: ${rid}` });
    assert.equal(sentence.split(rid).length, 2, sentence);
  });

  it('ends with its rid and about when that was', () => {
    const { sentence } = problemOf({ errcode: 40003, errmsg: `invalid openid rid: ${rid}` });
    const time = timeText(Date.UTC(2022, 6, 27, 14, 5, 43));
    assert.ok(sentence.endsWith(`rid ${rid} (about ${time})`), sentence);
  });

  it('offers to look up its request for as long as WeChat keeps it', () => {
    const made = Date.UTC(2022, 6, 27, 14, 5, 43);
    const labels = (errmsg: string, now: number) =>
      problemOf({ errcode: 40003, errmsg }, 'wx0123456789abcdef', now).actions.map(({ label }) => label);
    assert.ok(labels(`invalid openid rid: ${rid}`, made + 6 * 86_400_000).includes('Look Up Request'));
    assert.ok(!labels(`invalid openid rid: ${rid}`, made + 8 * 86_400_000).includes('Look Up Request'));
    assert.ok(!labels('invalid openid hint: [Xq9.Za0423vr31]', made).includes('Look Up Request'));
  });

  it('offers to clear the quota only of an API that takes a token', () => {
    const labels = (endpoint: string) =>
      problemOf({ errcode: 45009, errmsg: '', endpoint }, 'wx0123456789abcdef').actions.map(
        ({ label }) => label,
      );
    assert.ok(labels('/cgi-bin/user/info').includes('Reset API Quota…'));
    assert.ok(!labels('/cgi-bin/stable_token').includes('Reset API Quota…'));
  });

  it('ends with an older id as it is', () => {
    const { sentence } = problemOf({ errcode: 40003, errmsg: 'invalid openid hint: [Xq9.Za0423vr31]' });
    assert.ok(sentence.endsWith(' rid Xq9.Za0423vr31'), sentence);
  });
});
