import assert from 'node:assert/strict';

import { errcodeAt, errorIn, errorKind, findAnswers } from '../../../../../src/wechat';

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
      'no path where the lines above and below name another each',
      'GET /cgi-bin/token\nerrcode 40001\nGET /cgi-bin/tags/get',
      { errcode: 40001, errmsg: '' },
    ],
    [
      'the path of the request above, where each has its answer below',
      'GET /cgi-bin/token\n{"errcode":40001,"errmsg":"a"}\nGET /cgi-bin/tags/get\n{"tags":[]}',
      { errcode: 40001, errmsg: 'a', endpoint: '/cgi-bin/token' },
    ],
    [
      'the path of a ticket, some lines above',
      'URL:\nhttps://sh.api.weixin.qq.com/cgi-bin/user/tag/get?access_token=1\nbody:\n{\ntagid : 100\n}\nanswer:\n{\nerrcode : 40001\n}',
      { errcode: 40001, errmsg: '', endpoint: '/cgi-bin/user/tag/get' },
    ],
    [
      'no path that another error came from',
      'GET /cgi-bin/token errcode 0\n\n{"errcode":40003,"errmsg":""}',
      { errcode: 40003, errmsg: '' },
    ],
    [
      'the path of web authorization',
      '调用接口 https://api.weixin.qq.com/sns/userinfo?access_token=%s {"errcode":40001,"errmsg":"a"}',
      { errcode: 40001, errmsg: 'a', endpoint: '/sns/userinfo' },
    ],
    [
      'the last path before a body',
      'after /cgi-bin/token came /cgi-bin/tags/get {"errcode":40001,"errmsg":"a"} then /cgi-bin/x',
      { errcode: 40001, errmsg: 'a', endpoint: '/cgi-bin/tags/get' },
    ],
    [
      'a path with escaped slashes',
      '{"url":"https:\\/\\/api2.weixin.qq.com\\/datacube\\/getusersummary","errcode":40001,"errmsg":"a"}',
      { errcode: 40001, errmsg: 'a', endpoint: '/datacube/getusersummary' },
    ],
    [
      'no path of another host',
      'https://x.test/my/sns/feed {"errcode":40001,"errmsg":"a"}',
      { errcode: 40001, errmsg: 'a' },
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

describe('codes with a name', () => {
  for (const [text, errcode, errmsg] of [
    ['错误代码：45015，说明：response out of time', 45015, 'response out of time'],
    ['错误代码-45015', 45015, ''],
    ['錯誤碼: -1，錯誤訊息：系統忙', -1, '系統忙'],
    ['接口返回错误码为 40003', 40003, ''],
    ['request failed, reply[40013]: invalid appid', 40013, ''],
    ['[errcode] => 40029\n[errmsg] => invalid code', 40029, 'invalid code'],
    ['["errcode"]=> int(40130) ["errmsg"]=> string(9) "too short" }', 40130, 'too short'],
    ['Error code: 40001, message: invalid credential', 40001, 'invalid credential'],
    ['WeChatClientException: 40164 invalid ip', 40164, ''],
    ['ApiError(48001)', 48001, ''],
    ['error_code = "61004" msg=denied', 61004, 'denied'],
    ['{"message":"错误代码：45047，说明：out of count"}', 45047, 'out of count'],
    ['{"message":"\\u9519\\u8bef\\u4ee3\\u7801\\uff1a45047"}', 45047, ''],
    ["{ errcode: 40163,\napp-332   errmsg: 'code been used'", 40163, 'code been used'],
    ['{"errcode":40164,"errmsg":"invalid ip 203.0.113.7', 40164, 'invalid ip 203.0.113.7'],
    ['{\nerrcode : 40001,\nerrmsg: invalid credential\n}', 40001, 'invalid credential'],
    ['ret code: 40066', 40066, 'ret code: 40066'],
    [
      '<xml><errcode>40003</errcode><errmsg><![CDATA[invalid openid]]></errmsg></xml>',
      40003,
      'invalid openid',
    ],
    ['errcode: 40,003 errmsg: invalid openid', 40003, 'invalid openid'],
    ['WeChat error #40001: invalid credential', 40001, ''],
    ['老报错 40164 怎么回事', 40164, '老报错 40164 怎么回事'],
    ['{"errno":40001,"error":"stale"}', 40001, '{"errno":40001,"error":"stale"}'],
  ] as const) {
    it(`are read in "${text}"`, () => assert.deepEqual(errorIn(text), { errcode, errmsg }));
  }

  for (const text of [
    'connect ECONNREFUSED 127.0.0.1:45009',
    'at run (foo.js:40001:12)',
    'port 45009 in use',
    'line: 40001',
    'took 40001 ms',
    'Error at foo.js:40001',
    'RangeError: 42',
    'id 40001-1',
    'file/40001',
    'errcode: 0',
    'errcode 12345678',
    'http://x.test:40001/a',
    '{"subscribe":1,"qr_scene":40001,"openid":"o6_',
    '0.0.0.0:40001->40001/tcp, :::40001->40001/tcp',
    '"GET /wx/user HTTP/1.1" 200 40003 "-" "curl/7.1"',
    'GET /wx/user 200 12.3 ms - 45009',
    '订单金额：45009元',
    '￥45009',
    '订单号 40001 支付失败',
    '用户ID：40003 登录失败',
    '共 40003 人关注',
    'Query OK, 40003 rows affected',
    '{"total":40003,"page":1}',
    'total=40003',
    'user count 40003',
    '商户号40001 支付失败',
    'Postcode 40001, Kentucky',
    'SQLSTATE[40001]: Serialization failure',
    "{ name: 'DatabaseError', code: '40001', sqlState: '40001' }",
  ]) {
    it(`are not taken from "${text}"`, () => assert.equal(errorIn(text), undefined));
  }

  it('are all listed, each with its own API and message', async () => {
    const log = `10:00 ERROR
【请求地址】: https://api.weixin.qq.com/cgi-bin/user/info?access_token=x
【错误信息】：错误代码：40001, 错误信息：not latest
10:01 ERROR
【请求地址】: https://api.weixin.qq.com/cgi-bin/token?grant_type=client_credential
【错误信息】：错误代码：40164, 错误信息：invalid ip 203.0.113.7
10:02 {"errcode":45009,"errmsg":"reach max"}
10:03 errcode: 45009`;
    const { errors } = await findAnswers(log);
    assert.deepEqual(errors, [
      { errcode: 40001, errmsg: 'not latest', endpoint: '/cgi-bin/user/info' },
      { errcode: 40164, errmsg: 'invalid ip 203.0.113.7', endpoint: '/cgi-bin/token' },
      { errcode: 45009, errmsg: 'reach max' },
    ]);
  });

  it('are told once for what JSON told, and again for another API', async () => {
    const { errors } = await findAnswers(
      '错误代码：40001 {"errcode":40001,"errmsg":"x"}\nGET /cgi-bin/tags/get errcode 40001\nGET /sns/auth errcode 40001',
    );
    assert.deepEqual(errors, [{ errcode: 40001, errmsg: 'x' }]);
    const apart = await findAnswers('GET /cgi-bin/tags/get errcode 40001\nGET /sns/auth errcode 40001');
    assert.deepEqual(
      apart.errors.map(({ endpoint }) => endpoint),
      ['/cgi-bin/tags/get', '/sns/auth'],
    );
  });

  it('are found far into a text, and no more than anybody reads', async () => {
    const line = `${'x'.repeat(200)}\n`;
    const far = await findAnswers(`${line.repeat(1000)}errcode 40003`);
    assert.deepEqual(
      far.errors.map(({ errcode }) => errcode),
      [40003],
    );
    const many = Array.from({ length: 1500 }, (_, at) => `errcode: ${50_000 + at}`).join('\n');
    assert.equal((await findAnswers(many)).errors.length, 1000);
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
