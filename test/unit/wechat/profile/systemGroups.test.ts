import assert from 'node:assert/strict';

import { groupName } from '../../../../src/wechat';

describe('the name of a group', () => {
  it("is known of WeChat's own where WeChat does not tell it, in three languages", () => {
    const names = [0, 1, 2].map(id => groupName(id, new Map(), 'en'));
    assert.deepEqual(names, ['Ungrouped', 'Blacklist', 'Starred']);
    assert.equal(groupName(0, undefined, 'zh-cn'), '未分组');
    assert.equal(groupName(2, undefined, 'zh-tw'), '星標組');
  });

  it('is what WeChat tells where it tells one', () => {
    assert.equal(groupName(2, new Map([[2, 'VIP']]), 'en'), 'VIP');
  });

  it('is unknown of any other number', () => {
    assert.equal(groupName(100, new Map(), 'en'), undefined);
  });
});
