import assert from 'node:assert/strict';
import { safeText } from '../../../../src/wechat/errors/safeText';

describe('safeText', () => {
  it('leaves out whatever is as long as a secret or an access token', () => {
    const secret = '0123456789abcdef'.repeat(2);
    const token = `76_${'aB3-_'.repeat(27)}`;
    assert.equal(safeText(`appid&secret=${secret} token=${token}.`, 500), 'appid&secret=… token=….');
  });

  it('keeps openid, AppID and rid readable', () => {
    const text =
      'invalid openid o6_bmjrPTlm6_2sgVt7hMZOPfL2M wx0123456789abcdef rid: 62e14637-0aa1bb2c-3dd4ee5f';
    assert.equal(safeText(text, 500), text);
  });

  it('gives one bounded line', () => {
    assert.equal(safeText(' <html>\r\n\t<body>\u0000\u009b ', 500), '<html> <body>');
    assert.ok(safeText('x '.repeat(10_000), 80).length <= 80);
  });

  it('keeps no part of a secret that is cut, however much white space stands before it', () => {
    const secret = '0123456789abcdef'.repeat(2);
    for (let before = 80 * 4 - 40; before <= 80 * 4 + 8; before++) {
      const text = safeText(`${'x'.padEnd(before)}${secret} and more`, 80);
      assert.ok(!text.includes(secret.slice(0, 8)), `${before}: ${text}`);
    }
    assert.equal(safeText(`${' '.repeat(79)}${secret}`, 20), '…');
    assert.equal(safeText('abc', 1), 'a');
  });
});
