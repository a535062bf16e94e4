import assert from 'node:assert/strict';

import { callerIp, errorIn, findAnswers, ridOf, type WeChatFault } from '../../../../../src/wechat';

const rid = '62e14637-0aa1bb2c-3dd4ee5f';

/** What is read out of a text: what is not named does not matter. */
type Sample = readonly [
  what: string,
  text: string,
  expected: Partial<WeChatFault> & { readonly ip?: string; readonly rid?: string },
];

const samples: Readonly<Record<string, readonly Sample[]>> = {
  'a message without a name': [
    [
      'an exception of Python',
      `WeChatClientException(40164, 'invalid ip 203.0.113.7, not in whitelist')`,
      { errcode: 40164, errmsg: 'invalid ip 203.0.113.7, not in whitelist', ip: '203.0.113.7' },
    ],
    [
      'words behind the code',
      'ClientException: 48001: api unauthorized hint: [qQMVBa0487e530]',
      { errcode: 48001, errmsg: 'api unauthorized hint: [qQMVBa0487e530]', rid: 'qQMVBa0487e530' },
    ],
    ['no other field', `errcode=40003, openid=x, rid=${rid}`, { errcode: 40003, errmsg: `rid: ${rid}` }],
    [
      'a query, whose signs are escaped',
      `errcode=40029&errmsg=invalid%20code%2C%20rid%3A%20${rid}`,
      { errcode: 40029, errmsg: `invalid code, rid: ${rid}`, rid },
    ],
    ['a sign that escapes nothing', 'errcode=45009 errmsg=used 100%c3', { errmsg: 'used 100%c3' }],
  ],
  'a request and a caller in fields of their own': [
    ['a field of a log', `errcode=40003 rid=${rid}`, { errcode: 40003, rid }],
    [
      'a field of JSON',
      `{"errcode":40003,"errmsg":"invalid openid","rid":"${rid}"}`,
      { errcode: 40003, rid },
    ],
    [
      'a field behind the message',
      `errcode=40001 errmsg="stale" rid=${rid}`,
      { errmsg: `stale rid: ${rid}`, rid },
    ],
    [
      'a line behind the message',
      `errcode: 40001\nerrmsg: stale\nrid: ${rid}\n`,
      { errmsg: `stale rid: ${rid}`, rid },
    ],
    ['JSON without a message', `{"errcode":40003,"rid":"${rid}"}`, { errmsg: `rid: ${rid}` }],
    [
      'the message’s own rid',
      `{"errcode":40003,"errmsg":"a rid: ${rid}","rid":"x"}`,
      { errmsg: `a rid: ${rid}` },
    ],
    ['a Chinese sentence', '接口报错：40164，服务器IP：203.0.113.7 不在白名单中', { ip: '203.0.113.7' }],
    [
      'an English one',
      'Error code: 40164, message: 203.0.113.7 is not in the whitelist',
      { ip: '203.0.113.7' },
    ],
  ],
  'a code with another name': [
    ['errno', 'errno:40001,errmsg:invalid credential', { errcode: 40001 }],
    ['a parameter', '/cb?error=40029&error_description=invalid+code', { errcode: 40029 }],
    ['a number beside its name', '{"errcode":"不合法的AppID","ErrorCodeValue":40013}', { errcode: 40013 }],
    ['a field of a wrapper', 'wx_code:40163,tip:code been used', { errcode: 40163 }],
    ['the end of its name', 'rcode":40029,"errmsg":"invalid code"}', { errcode: 40029 }],
    ['brackets behind the message', 'ResponseError: invalid openid(40003)', { errcode: 40003 }],
    ['brackets behind a blank', 'HttpException: invalid appid (40013)', { errcode: 40013 }],
    ['a word of Chinese before it', '公众号获取openid报40163错误 #31', { errcode: 40163 }],
    ['a person who does not follow', '用户未关注 43004', { errcode: 43004 }],
    ['brackets around -1', 'production.ERROR: [-1] system error {"userId":4}', { errcode: -1 }],
    ['-1 in a sentence', '微信返回 -1，系统繁忙', { errcode: -1 }],
  ],
  'a message right behind the code': [
    ['a dash', '请求微信接口失败:40001-invalid credential', { errcode: 40001 }],
    ['a colon', `{"level":"error","error":"40029:invalid code, rid: ${rid}"}`, { errcode: 40029, rid }],
    ['a Chinese name before both', '{"错误码":40029,"错误信息":"invalid code"}', { errcode: 40029 }],
    [
      'the process of Spring far before it',
      '10:00:00.123 ERROR 40013 --- [exec-1] c.x.W : wx err 48001 api unauthorized',
      { errcode: 48001 },
    ],
    [
      'the process of Nest far before it',
      '[Nest] 40013  - 2024/01/01 ERROR [Wx] 40029 invalid code',
      { errcode: 40029 },
    ],
  ],
  'an API that is named below': [
    [
      'Senparc’s next line',
      '错误代码：40001，说明：not latest\nUrl：https://api.weixin.qq.com/cgi-bin/user/info?access_token=x',
      { errcode: 40001, endpoint: '/cgi-bin/user/info' },
    ],
    [
      'an address in brackets',
      '【错误信息】：errcode: 40001\n【请求地址】: https://api.weixin.qq.com/sns/userinfo',
      { errcode: 40001, endpoint: '/sns/userinfo' },
    ],
  ],
};

describe('errors as libraries and people write them', () => {
  for (const [kind, texts] of Object.entries(samples)) {
    for (const [what, text, expected] of texts) {
      it(`are read with ${kind}: ${what}`, () => {
        const fault = errorIn(text) ?? assert.fail('not read');
        const { errmsg } = fault;
        const read: Record<string, unknown> = { ...fault, ip: callerIp(errmsg), rid: ridOf(errmsg) };
        const told = Object.keys(expected).map(key => [key, read[key]]);
        assert.deepEqual(Object.fromEntries(told), expected);
      });
    }
  }

  it('have no API that another line below was asked', () => {
    assert.equal(errorIn('errcode: 40001\nGET /cgi-bin/tags/get')?.endpoint, undefined);
  });

  for (const text of [
    "Can't create/write to file '/tmp/x' (Errcode: 13 - Permission denied)",
    'Error code: 404, message: Not Found',
    '错误码：500',
    '返回码：200',
    '用户openid 123，userid(40003)',
    'exit code -1',
    '2024-01-01 10:00:00.123  INFO 40013 --- [main] c.x.App : Started App',
    '[Nest] 40013  - 2024/01/01 10:00:00   LOG [NestFactory] Starting',
    'Jan  1 10:00:00 host php-fpm[40001]: pool www',
    "Duplicate entry '40001' for key 'PRIMARY'",
    "error: could not serialize access due to concurrent update, code: '40001'",
    '邮编 40001',
    '粉丝数：40003',
    'qr_scene: 40001',
    'timeout: 45009',
    'success: 45009, fail: 3',
    'JSON at position 40001',
    'goroutine 40001 [running]:',
    '成功45009，失败3',
    '耗时：40001',
    '积分：40001',
    '累计关注 45009',
  ])
    it(`are not seen in "${text}"`, () => assert.equal(errorIn(text), undefined));

  for (const [text, errcode] of [
    ['errCode: -504002 functions execute fail | errMsg: {"errCode":40003,"errMsg":"invalid openid"}', 40003],
    ['errCode: -501000 errMsg: Error: errCode: 43101 errMsg: user refuse', 43101],
    ['errCode: -501000 errMsg: errCode: -504003', -501000],
  ] as const)
    it(`are explained by ${errcode} in "${text}"`, () => assert.equal(errorIn(text)?.errcode, errcode));

  it('are told in the order of the text, in JSON and in words', async () => {
    const { errors } = await findAnswers(
      'errcode=45047 errmsg=out of count\n{"errcode":45015,"errmsg":"late"}\nerrcode: 40003',
    );
    assert.deepEqual(
      errors.map(({ errcode }) => errcode),
      [45047, 45015, 40003],
    );
    assert.equal(errorIn('errcode=40164 x\n{"errcode":40001}')?.errcode, 40164);
  });
});
