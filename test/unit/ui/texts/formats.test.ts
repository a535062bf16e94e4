import assert from 'node:assert/strict';

import { countText, inARow } from '../../../../src/ui/texts/formats';

describe('texts in the display language', () => {
  it('keep sentences apart, but for Chinese ones', () => {
    assert.equal(inARow('One.', undefined, false, '', 'Two.'), 'One. Two.');
    assert.equal(
      inARow('今天已调用 5 次。', '北京时间零点重新计数。'),
      '今天已调用 5 次。北京时间零点重新计数。',
    );
  });

  it('group the digits of numbers', () => {
    assert.equal(countText(1_234_567), '1,234,567');
  });
});
