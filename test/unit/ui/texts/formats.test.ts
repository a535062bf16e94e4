import assert from 'node:assert/strict';

import { countText, dayText, inARow } from '../../../../src/ui/texts/formats';

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

  it('name the day where its reader lives', () => {
    const zone = process.env.TZ;
    try {
      const late = Date.UTC(2026, 10, 28, 23);
      const days = ['Asia/Shanghai', 'America/New_York'].map(each => {
        process.env.TZ = each;
        return dayText(late);
      });
      assert.deepEqual(days, ['2026-11-29', '2026-11-28']);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});
