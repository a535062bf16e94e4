import assert from 'node:assert/strict';

import { errcodeAt, errorIn, errorKind, namedErrorIn } from '../../../../src/wechat';

describe('errorIn', () => {
  for (const [what, text, errcode, errmsg] of [
    ['a code', '40164', 40164, ''],
    ['a code in quotes', ' "40164", ', 40164, ''],
    ['a negative code', '-1', -1, ''],
    ['an unknown code', '43004', 43004, ''],
    ['an error body', '{"errcode":40003,"errmsg":"invalid openid"}', 40003, 'invalid openid'],
    [
      'an escaped body',
      'x "{\\"errcode\\":40003,\\"errmsg\\":\\"invalid openid\\"}"',
      40003,
      'invalid openid',
    ],
    ['half a body', '{"errcode":48001,"errmsg":"api unauth', 48001, 'api unauth'],
    ['words of a log', 'errcode: 40013, errmsg: invalid appid', 40013, 'invalid appid'],
    ['an unknown code behind a blank', 'errcode 99999', 99999, ''],
    ['a negative code behind a blank', 'errcode -1', -1, ''],
    ['a full-width colon', 'errcode：99999，errmsg：未知错误', 99999, '未知错误'],
    ['a query', 'errcode=40013&x=1', 40013, ''],
    ['a known code in a sentence', 'failed with 40125 in 300 ms', 40125, 'failed with 40125 in 300 ms'],
  ] as const) {
    it(`reads ${what}`, () => {
      assert.deepEqual(errorIn(text), { errcode, errmsg });
    });
  }

  const rid = '62e14637-0aa1bb2c-3dd4ee5f';
  for (const [what, text, expected] of [
    [
      'a line of the log, with its path and rid',
      `2022-07-27 [warning] POST /cgi-bin/stable_token · errcode 40001 · rid ${rid} · 31 ms`,
      { errcode: 40001, errmsg: `rid: ${rid}`, endpoint: '/cgi-bin/stable_token' },
    ],
    [
      'the path before a body',
      'GET https://api.weixin.qq.com/cgi-bin/token?appid=wx1 -> {"errcode":40001,"errmsg":"bad"}',
      { errcode: 40001, errmsg: 'bad', endpoint: '/cgi-bin/token' },
    ],
    [
      'the path behind a code',
      'errcode=40001 from /cgi-bin/user/info',
      { errcode: 40001, errmsg: '', endpoint: '/cgi-bin/user/info' },
    ],
    [
      'no path of another line',
      'GET /cgi-bin/token\nerrcode 40001\nGET /cgi-bin/tags/get',
      { errcode: 40001, errmsg: '' },
    ],
  ] as const) {
    it(`reads ${what}`, () => assert.deepEqual(errorIn(text), expected));
  }

  it('tells a wrong secret from a stale token by the path', () => {
    const line = (path: string) => errorIn(`POST ${path} · errcode 40001 · 31 ms`) ?? assert.fail('not read');
    assert.equal(errorKind(line('/cgi-bin/stable_token')), 'config');
    assert.equal(errorKind(line('/cgi-bin/user/info')), 'token');
  });

  for (const [what, text] of [
    ['0, which is no error', '0'],
    ['a small number in prose', 'errcode 2 of 5'],
    ['errcode 0', '{"errcode":0,"errmsg":"ok"}'],
    ['a port', 'listening on 43117'],
    ['two known codes', '40001 or 40164'],
    ['nothing', ''],
  ] as const) {
    it(`does not guess at ${what}`, () => assert.equal(errorIn(text), undefined));
  }

  it('reads no more than the beginning of a long text', () => {
    const body = '{"errcode":40003,"errmsg":"invalid openid"}';
    assert.equal(errorIn(`${' '.repeat(90_000)}${body}`)?.errcode, 40003);
    assert.equal(errorIn(`${' '.repeat(100_000)}${body}`), undefined);
  });

  it('leaves secrets out of the message', () => {
    assert.equal(
      errorIn(`errcode: 40001, errmsg: token 76_${'x'.repeat(140)} is stale`)?.errmsg,
      'token … is stale',
    );
  });
});

describe('namedErrorIn', () => {
  it('reads an error whose body is cut', () => {
    assert.deepEqual(namedErrorIn('{"errcode":40164,"errmsg":"invalid ip 203.0.113.7'), {
      errcode: 40164,
      errmsg: 'invalid ip 203.0.113.7',
    });
  });

  it('takes no number of half a profile for a code', () => {
    assert.equal(namedErrorIn('{"subscribe":1,"qr_scene":40001,"openid":"o6_'), undefined);
  });
});

describe('errcodeAt', () => {
  const text =
    '{"errcode": 40164, "errmsg": "invalid ip 203.0.113.7"} {"errcode":40003,"errmsg":"invalid openid"}';

  it('reads the code under the pointer with its own message', () => {
    for (const offset of [text.indexOf('errcode'), text.indexOf('40164') + 2]) {
      const found = errcodeAt(text, offset);
      assert.deepEqual(found?.fault, { errcode: 40164, errmsg: 'invalid ip 203.0.113.7' });
      assert.equal(text.slice(found.start, found.end), 'errcode": 40164');
    }
    assert.equal(errcodeAt(text, text.indexOf('40003'))?.fault.errmsg, 'invalid openid');
  });

  it('finds a message that stands before its code', () => {
    const reversed = '{"errmsg":"invalid openid","errcode":40003}';
    assert.equal(errcodeAt(reversed, reversed.length - 3)?.fault.errmsg, 'invalid openid');
  });

  it('finds nothing elsewhere, and no error in errcode 0', () => {
    assert.equal(errcodeAt(text, text.indexOf('errmsg') + 3), undefined);
    assert.equal(errcodeAt('{"errcode":0}', 5), undefined);
  });
});
