import assert from 'node:assert/strict';
import { tokenIn } from '../../../../src/wechat/token/tokenIn';

const value = `76_${'aB3-_'.repeat(30)}`;

describe('the token in an answer of a token server', () => {
  for (const [what, text, lifeSeconds] of [
    ['WeChat’s own form', `{"access_token":"${value}","expires_in":7200}`, 7_200],
    ['within another object', `{"code":0,"data":{"access_token":"${value}","expires_in":345}}`, 345],
    ['two objects down', `{"d":{"result":{"accessToken":"${value}","expiresIn":"60"}}}`, 60],
    ['four objects down', `{"a":{"b":{"c":{"token":"${value}"}}}}`, Infinity],
    ['beside an errcode of 0', `{"errcode":0,"errmsg":"ok","access_token":"${value}"}`, Infinity],
    ['that says nothing about its life', `{"token":"${value}"}`, Infinity],
    ['that names the time of its end', `{"access_token":"${value}","expires":1795860000}`, Infinity],
    ['that has ended already', `{"access_token":"${value}","expires_in":-5}`, -5],
    ['bare', value, Infinity],
    ['bare, with blanks around it', `\ufeff ${value}\r\n`, Infinity],
    ['a JSON string', `"${value}"`, Infinity],
    ['all digits', '1234567890123456789', Infinity],
  ] as const) {
    it(`is found ${what}`, () => {
      const expected = what === 'all digits' ? '1234567890123456789' : value;
      assert.deepEqual(tokenIn(text), { value: expected, lifeSeconds });
    });
  }

  it('is the outer one where there are two', () => {
    const other = value.replace('76_', '77_');
    const text = `{"old":{"access_token":"${other}"},"access_token":"${value}"}`;
    assert.equal(tokenIn(text)?.value, value);
  });

  for (const [what, text] of [
    ['an HTML page', `<!doctype html><title>Sign in</title>${value}`],
    ['an empty object', '{}'],
    ['nothing', ''],
    ['an error', '{"errcode":40125,"errmsg":"invalid appsecret"}'],
    ['an empty token', '{"access_token":""}'],
    ['a token that is no text', '{"access_token":{"a":1}}'],
    ['a list', `["${value}"]`],
    ['words', 'unauthorized request'],
    ['a short word', 'denied'],
    ['a token too far down', `{"a":{"b":{"c":{"d":{"token":"${value}"}}}}}`],
  ] as const) {
    it(`is not in ${what}`, () => assert.equal(tokenIn(text), undefined));
  }
});
