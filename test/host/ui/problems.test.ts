import assert from 'node:assert/strict';

import { timeText } from '../../../src/ui/formats';
import { problemOf } from '../../../src/ui/problems';

const rid = '62e14637-0aa1bb2c-3dd4ee5f';

describe('a failure of WeChat, explained', () => {
  it('ends with its rid and about when that was', () => {
    const { sentence } = problemOf({ errcode: 40003, errmsg: `invalid openid rid: ${rid}` });
    const time = timeText(Date.UTC(2022, 6, 27, 14, 5, 43));
    assert.ok(sentence.endsWith(`rid ${rid} (about ${time})`), sentence);
  });

  it('ends with an older id as it is', () => {
    const { sentence } = problemOf({ errcode: 40003, errmsg: 'invalid openid hint: [Xq9.Za0423vr31]' });
    assert.ok(sentence.endsWith(' rid Xq9.Za0423vr31'), sentence);
  });
});
