import assert from 'node:assert/strict';

import { redactPeople } from '../../../../src/ui/log/redactPeople';

const openid = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';
const token = `84_${'Ab-_9'.repeat(30)}`;

describe('redactPeople', () => {
  for (const text of [
    `access_token=${token}&openid=${openid}&lang=zh_CN`,
    `{"openid":"${openid}","unionid":"${openid}"}`,
    `{"user_list":[{"openid":"${openid}"},{"openid":"${openid}"}]}`,
    `{\\"openid\\":\\"${openid}\\",\\"access_token\\":\\"${token}\\"}`,
    `{"data":{"openid":["${openid}","${openid}"]},"next_openid":"${openid}"}`,
    `openid: ${openid}, at the end ${openid}`,
    `{"appid":"wx0123456789abcdef","secret":"${'0a'.repeat(16)}"}`,
  ]) {
    it(`hides who and what in ${text.slice(0, 40)}…`, () => {
      const clean = redactPeople(text);
      for (const hidden of [openid, token, '0a'.repeat(16)]) assert.ok(!clean.includes(hidden), clean);
      assert.match(clean, /«hidden»/);
    });
  }

  it('hides an openid of any shape behind its name', () => {
    assert.equal(redactPeople('openid=nobody&lang=en'), 'openid=«hidden»&lang=en');
  });

  for (const [text, clean] of [
    ['"openid_list":["OPENID1","OPENID2"],"tagid":2', '"openid_list":[«hidden»],"tagid":2'],
    ['"openid_list": [\n  "OPENID1",\n  "OPENID2"\n', '"openid_list": [«hidden»'],
    ['{\\"touser\\":[\\"OPENID1\\",\\"OPENID2\\"]}', '{\\"touser\\":[«hidden»]}'],
    ['touser=odd1&msgtype=text', 'touser=«hidden»&msgtype=text'],
    ['{"touser":"odd1"}', '{"touser":"«hidden»"}'],
    ['<FromUserName><![CDATA[odd1]]></FromUserName>', '<FromUserName><![CDATA[«hidden»]]></FromUserName>'],
    [
      '{\\"access_token\\":\\"84_short\\",\\"expires_in\\":7200}',
      '{\\"access_token\\":\\"«hidden»\\",\\"expires_in\\":7200}',
    ],
  ] as const) {
    it(`hides all of them in ${text}`, () => assert.equal(redactPeople(text), clean));
  }

  it('leaves AppID, rid, path and time alone', () => {
    const text = 'GET /cgi-bin/user/info wx0123456789abcdef rid 6a0f3c2d-1b2c3d4e-5f607182 12 ms';
    assert.equal(redactPeople(text), text);
  });
});
