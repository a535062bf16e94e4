import assert from 'node:assert/strict';
import { Headers } from 'node-fetch';
import { retryAfter } from '../../../../src/wechat/exchange/retryAfter';

const now = Date.parse('2026-03-01T00:00:00Z');

describe('Retry-After', () => {
  for (const [headers, expected] of [
    [{}, undefined],
    [{ 'retry-after': '120' }, 120_000],
    [{ 'retry-after': ' 5 ' }, 5_000],
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': 'Sun, 01 Mar 2026 00:01:00 GMT' }, 60_000],
    [{ 'retry-after': 'Sun, 01 Mar 2026 00:01:00 GMT', date: 'Sun, 01 Mar 2026 00:00:30 GMT' }, 30_000],
    [{ 'retry-after': 'Sat, 28 Feb 2026 23:00:00 GMT' }, undefined],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '-5' }, undefined],
    [{ 'retry-after': '12345678901234567890' }, undefined],
  ] as const) {
    it(`of ${JSON.stringify(headers)} is ${expected} ms`, () => {
      assert.equal(retryAfter(new Headers({ ...headers }), now), expected);
    });
  }
});
