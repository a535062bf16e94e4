import assert from 'node:assert/strict';

import { Formats } from '../../../../src/webview/text/formats';

const now = Date.UTC(2026, 10, 22, 10, 0, 0);
const second = 1000;
const day = 86_400 * second;
const formats = (locale = 'en') => new Formats(locale, () => now);

describe('formats', () => {
  const ages: [string, number, string][] = [
    ['a moment', 10 * second, 'now'],
    ['two minutes', 125 * second, '2 minutes ago'],
    ['an hour', 3700 * second, '1 hour ago'],
    ['a day', day, '1 day ago'],
    ['two weeks', 15 * day, '2 weeks ago'],
    ['three months', 100 * day, '3 months ago'],
    ['three years', 3.2 * 365.25 * day, '3 years ago'],
  ];
  for (const [name, span, text] of ages) {
    it(`tell that something was ${name} ago`, () => {
      assert.equal(formats().age(now - span), text);
    });
  }

  it('speak the display language', () => {
    assert.equal(formats('zh-cn').age(now - 3.2 * 365.25 * day), '3年前');
    assert.equal(formats('zh-tw').age(now - 125 * second), '2 分鐘前');
    assert.equal(formats('zh-cn').beijingDay(Date.UTC(2024, 4, 1)), '2024年5月1日');
  });

  it('tell the time in Beijing beside the local one, unless they are the same', () => {
    const time = Date.UTC(2024, 4, 1, 20, 30, 0);
    const beijing = formats().beijingTime(time);
    const isLocal = new Date(time).getTimezoneOffset() === -480;
    assert.equal(beijing, isLocal ? undefined : 'May 2, 2024, 04:30:00 UTC+8');
  });

  it('name the zone last, in every language', () => {
    for (const locale of ['en', 'zh-cn', 'zh-tw'])
      assert.match(formats(locale).localTimeWithZone(now), /\d\d:\d\d:\d\d UTC([+-][\d:]+)?$/, locale);
  });

  it('name days by the calendar in Beijing', () => {
    const time = Date.UTC(2024, 11, 31, 16, 0, 0);
    assert.equal(formats().beijingDay(time), 'Jan 1, 2025');
    assert.equal(formats().beijingDay(time, 'month'), 'Jan 2025');
    assert.equal(formats().beijingDay(time, 'year'), '2025');
  });

  it('tell how long something took', () => {
    assert.equal(formats().duration(0), '< 0.1 sec');
    assert.equal(formats().duration(340), '0.3 sec');
    assert.equal(formats().duration(83_400), '1 min 23 sec');
    assert.equal(formats().duration(3_600_000), '1 hr');
  });

  it('group digits', () => {
    assert.equal(formats().number(100_000), '100,000');
  });
});
