import assert from 'node:assert/strict';

import fc from 'fast-check';

import { redact } from '../../../../src/ui/log/redact';

const secret = '0123456789abcdef0123456789abcdef';
const token = `78_${'Ab-_'.repeat(34)}`;

describe('redact', () => {
  for (const text of [
    `secret=${secret}`,
    `"secret":"${secret}"`,
    `AppSecret: ${secret}`,
    `GET /cgi-bin/user/info?access_token=${token}&openid=o6_bmjrPTlm6_2sgVt7hMZOPfL2M`,
    `{"access_token":"${token}","expires_in":7200}`,
    `access_token='short'`,
    String.raw`{\"access_token\":\"short\",\"expires_in\":7200}`,
    String.raw`"ticket":"gQ\/short"`,
    `bare ${secret} and bare ${token}`,
  ]) {
    it(`takes the secret out of ${text.slice(0, 30)}…`, () => {
      const clean = redact(text);
      assert.ok(!clean.includes(secret) && !clean.includes(token) && !clean.includes('short'), clean);
    });
  }

  it('leaves alone what the log is for', () => {
    const line = 'POST /cgi-bin/user/info/batchget · errcode 40003 · rid 62e14637-298eecd7-77bd3d5c · 31 ms';
    assert.equal(redact(line), line);
    const ids = 'wx0123456789abcdef o6_bmjrPTlm6_2sgVt7hMZOPfL2M 127.0.0.1';
    assert.equal(redact(ids), ids);
  });

  it('finds secrets wherever they stand', () => {
    const hex = fc.string({
      unit: fc.constantFrom(...'0123456789abcdef'.split(/(?:)/)),
      minLength: 32,
      maxLength: 32,
    });
    const around = fc.string({ unit: fc.constantFrom(...' "\'=:,;(){}[]<>\n'.split(/(?:)/)) });
    fc.assert(
      fc.property(
        around,
        hex,
        around,
        (before, value, after) => !redact(before + value + after).includes(value),
      ),
    );
  });
});
