import { ada, adas, answerFor, bo, bos, both, escaped, refusal, type Sample } from './samples';

/** Answers that are whole, wherever they stand. */
export const wholeAnswers: readonly Sample[] = [
  { name: 'an answer of user/info', text: adas, profiles: [ada] },
  { name: 'a laid-out one', text: JSON.stringify(JSON.parse(adas), undefined, 2), profiles: [ada] },
  { name: 'an answer of batchget', text: both, profiles: [ada, bo] },
  { name: 'the rows of one, cut out with their comma', text: `${adas},\n${bos},`, profiles: [ada, bo] },
  { name: 'a person who does not follow', text: `{"subscribe":0,"openid":"${ada}"}`, profiles: [ada] },
  {
    name: 'blank old fields',
    text: `{"subscribe":0,"openid":"${ada}","nickname":"","sex":0,"tagid_list":[]}`,
    profiles: [ada],
  },
  { name: 'a row without subscribe', text: `{"openid":"${ada}","tagid_list":[]}`, profiles: [ada] },
  { name: 'an error body', text: refusal, errors: [40003] },
  { name: 'an error code as text', text: '{"errcode":"40013","errmsg":"invalid appid"}', errors: [40013] },
  { name: 'a negative code', text: '{"errcode":-1,"errmsg":"system error"}', errors: [-1] },
  {
    name: 'a log line around an answer',
    text: `2026-11-22 10:00:01 [INFO] [main] user/info -> ${adas} (12 ms)`,
    profiles: [ada],
  },
  {
    name: 'a log line in colours',
    text: `\u001b[32m[wechat]\u001b[39m "GET" {ctx} ${adas}\u001b[0m`,
    profiles: [ada],
  },
  {
    name: 'a log line that names the token endpoint',
    text: `POST https://api.weixin.qq.com/cgi-bin/stable_token 200 {"errcode":40001,"errmsg":"invalid credential"}`,
    errors: [[40001, '/cgi-bin/stable_token']],
  },
  {
    name: 'a structured log that names the endpoint and escapes the body',
    text: JSON.stringify({ url: '/cgi-bin/user/info', body: refusal }),
    errors: [[40003, '/cgi-bin/user/info']],
  },
  { name: 'a program’s wrapper', text: `{"code":0,"data":{"user":${adas}}}`, profiles: [ada] },
  { name: 'a wrapper with errcode 0', text: `{"errcode":0,"data":${adas}}`, profiles: [ada] },
  { name: 'NDJSON', text: `${adas}\n${bos}\n`, profiles: [ada, bo] },
  { name: 'two answers in one selection', text: `${adas}\n\n${refusal}`, profiles: [ada], errors: [40003] },
  {
    name: 'two answers for one openid: the later counts',
    text: `${answerFor(ada, { subscribe: 0 })} ${adas}`,
    profiles: [ada],
    duplicates: 1,
  },
  { name: 'the same error again and again', text: `${refusal}\n${refusal}`, errors: [40003] },
  { name: 'JSON in a string of JSON', text: JSON.stringify({ body: both }), profiles: [ada, bo] },
  {
    name: 'JSON in a string of a string of JSON',
    text: JSON.stringify({ message: JSON.stringify({ body: adas }) }),
    profiles: [ada],
  },
  { name: 'an escaped answer without the string around it', text: escaped(adas), profiles: [ada] },
  {
    name: 'one escaped twice, with a key before it',
    text: `\\"body\\":\\"${escaped(escaped(adas))}\\"`,
    profiles: [ada],
  },
  {
    name: 'an escaped answer beside a plain one',
    text: `resp="${escaped(adas)}"\n${bos}`,
    profiles: [bo, ada],
  },
  { name: 'a cell of CSV', text: `1,"${adas.replaceAll('"', '""')}",ok`, profiles: [ada] },
  { name: 'markup', text: `<pre>${adas.replaceAll('"', '&quot;')}</pre>`, profiles: [ada] },
  { name: 'a URL', text: `https://x.test/cb?user=${encodeURIComponent(adas)}&t=1`, profiles: [ada] },
  {
    name: 'what Python prints',
    text: `got {'subscribe': 1, 'openid': '${ada}', 'remark': "it's \\u5907", 'tagid_list': [2], 'x': None, 'y': True}`,
    profiles: [ada],
  },
  {
    name: 'what Node prints',
    text: `{\n  subscribe: 1,\n  openid: '${ada}',\n  remark: 'say "hi"',\n  tagid_list: [ 128, 2 ]\n}`,
    profiles: [ada],
  },
  { name: 'code around an answer', text: `const user = () => { return ${adas}; };`, profiles: [ada] },
  {
    name: 'brackets, quotes and keys in a remark',
    text: answerFor(ada, { remark: '}]{"openid":"x"} \\" \'errcode\': 1' }),
    profiles: [ada],
  },
  {
    name: 'WeChat Pay beside a profile',
    text: `{"transaction_id":"42","payer":{"openid":"${bo}"}}\n${adas}`,
    profiles: [ada],
    others: ['pay'],
  },
];
