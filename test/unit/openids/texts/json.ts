import { ada, bo, cy, type Sample, short, strange, union, union2 } from '../samples';

export const jsonTexts: readonly Sample[] = [
  { name: 'a list of strings', text: `["${ada}","${bo}"]`, found: [ada, bo] },
  {
    name: 'a list with strays inside its strings, which must not swallow the rest',
    text: `["${ada}", "o6_bmj[rPTlm6_2sgVt7hMZOPfL2", "{odd", "also odd, so", "${bo}", "odd3"]`,
    found: [ada, 'o6_bmj[rPTlm6_2sgVt7hMZOPfL2', 'odd', 'also odd, so', bo, 'odd3'],
    cleaned: { brackets: 1 },
  },
  {
    name: 'a list of strings, in which odd ones count too',
    text: `["${ada}", "OPENID2", "${short}", "with blank", "微信"]`,
    found: [ada, 'OPENID2', short, 'with blank', '微信'],
  },
  { name: 'a list of odd strings only', text: '["OPENID1", "OPENID2"]', found: ['OPENID1', 'OPENID2'] },
  {
    name: 'a list with empty strings, numbers and null',
    text: `["", null, 7, "${ada}", " "]`,
    found: [ada],
    cleaned: {},
  },
  {
    name: 'a list with repetitions',
    text: `["${ada}","${bo}","${ada}","${ada}"]`,
    found: [ada, bo],
    duplicates: 2,
  },
  { name: 'two lists, one a line', text: `["${ada}"]\n["odd"]`, found: [ada, 'odd'] },
  {
    name: 'a list of objects',
    text: `[{"openid":"${ada}","name":"x"},{"name":"y","openid":"${bo}"}]`,
    found: [ada, bo],
  },
  {
    name: 'objects with odd openids',
    text: `[{"openid":"OPENID1"},{"openid":"${strange}"},{"openid":""},{"openid":null},{"openid":12}]`,
    found: ['OPENID1', strange],
  },
  {
    name: 'every spelling of the key',
    text: `{"openid":"a1","openId":"a2","open_id":"a3","OPENID":"a4","OpenID":"a5","wx_openid":"a6","touser":"a7","FromUserName":"a8"}`,
    found: ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8'],
  },
  {
    name: 'everything that only looks like an openid',
    text: JSON.stringify(
      Object.fromEntries(
        [
          'unionid',
          'unionId',
          'union_id',
          'UNIONID',
          'wxUnionId',
          'appid',
          'AppSecret',
          'session_key',
          'access_token',
          'ticket',
        ].map(key => [key, union]),
      ),
    ),
    found: [],
  },
  { name: 'a list of unionids under their key', text: `{"unionids": ["${union}", "${union2}"]}`, found: [] },
  {
    name: 'an object of a list of unionids, on many lines',
    text: `{\n  "unionid": [\n    "${union}",\n    "${union2}"\n  ]\n}`,
    found: [],
  },
  {
    name: 'a never-key within a list of openids',
    text: `{"openids": ["${ada}"], "unionids": ["${union}"], "list": ["${bo}"]}`,
    found: [ada, bo],
  },
  { name: 'a list of unionid objects', text: `[{"unionid":"${union}"},{"unionid":"${union2}"}]`, found: [] },
  {
    name: 'an answer of user/info',
    text: JSON.stringify({
      subscribe: 1,
      openid: ada,
      unionid: union,
      remark: '',
      tagid_list: [128, 2],
      qr_scene_str: union2.slice(1),
    }),
    found: [ada],
  },
  {
    name: 'an answer of user/info/batchget',
    text: JSON.stringify(
      {
        user_info_list: [
          { subscribe: 1, openid: ada, unionid: union },
          { subscribe: 0, openid: bo },
        ],
      },
      null,
      4,
    ),
    found: [ada, bo],
  },
  {
    name: 'an answer of user/get, whose next_openid comes again',
    text: JSON.stringify({ total: 2, count: 2, data: { openid: ['OPENID1', bo] }, next_openid: bo }),
    found: ['OPENID1', bo],
    duplicates: 1,
  },
  {
    name: 'a body for batchget',
    text: `{"user_list":[{"openid":"${ada}","lang":"zh_CN"},{"openid":"${bo}"}]}`,
    found: [ada, bo],
  },
  {
    name: 'a body with openid_list',
    text: `{"openid_list":["${ada}","odd"],"tagid":134}`,
    found: [ada, 'odd'],
  },
  {
    name: 'a body of a mass message',
    text: `{"touser":["${ada}","OPENID2"],"msgtype":"text","text":{"content":"hello"}}`,
    found: [ada, 'OPENID2'],
  },
  { name: 'an object with openids as keys', text: `{"${ada}":{"name":"x"},"${bo}":{}}`, found: [ada, bo] },
  { name: 'an unknown key', text: `{"customer":"${ada}","note":"not an openid"}`, found: [ada] },
  {
    name: 'a list under an unknown key that begins with an openid',
    text: `{"ids":["${ada}","odd one"]}`,
    found: [ada, 'odd one'],
  },
  {
    name: 'a list under an unknown key that begins with something else',
    text: `{"names":["Ada","${ada}","Bo"]}`,
    found: [ada],
  },
  { name: 'rows', text: `[["${ada}","Ada"],["${bo}","Bo"]]`, found: [ada, bo] },
  {
    name: 'comments and trailing commas',
    text: `/** People of\n * June. */\n// all\n[\n  "odd", // the first\n  "${ada}", /* "quoted" */\n  '${bo}',\n]\n`,
    found: ['odd', ada, bo],
  },
  {
    name: 'NDJSON, of which one line is broken off',
    text: `{"openid":"${ada}","unionid":"${union}"}\n{"openid":"${bo}","unionid":"${union2.slice(0, 9)}\n{"openid":"${cy}"}\n`,
    found: [ada, bo, cy],
  },
  {
    name: 'NDJSON, of which one line breaks off in a list of unionids',
    text: `{"unionids":["${union}","${union2}\n{"customer":"${ada}"}\n`,
    found: [ada],
  },
  {
    name: 'JSON in a JSON string',
    text: JSON.stringify({ body: JSON.stringify({ openid: ada, unionid: union, list: [bo] }) }),
    found: [ada, bo],
  },
  {
    name: 'JSON in JSON in JSON',
    text: JSON.stringify(
      JSON.stringify({ a: JSON.stringify({ openid: 'odd-1', unionids: [union, union2] }) }),
    ),
    found: ['odd-1'],
  },
  {
    name: 'a list of JSON strings',
    text: JSON.stringify([JSON.stringify({ openid: ada, unionid: union })]),
    found: [ada],
  },
  {
    name: 'an ampersand that Go escaped',
    text: `{"url":"/cb?openid=${ada}\\u0026unionid=${union}"}`,
    found: [ada],
  },
  { name: 'several openids in one string', text: `{"touser":"${ada},${bo}|${cy}"}`, found: [ada, bo, cy] },
  { name: 'several unionids in one string', text: `{"unionid":"${union},${union2}"}`, found: [] },
  {
    name: 'keys like __proto__ and constructor',
    text: `{"__proto__":{"openid":"${ada}"},"constructor":["${bo}"],"toString":"${cy}"}`,
    found: [ada, bo, cy],
  },
  {
    name: 'names as values',
    text: '{"required":["openid","unionid"],"openid":{"type":"string"}}',
    found: [],
  },
  { name: 'a list of field names', text: '["openid","unionid"]', found: [] },
  {
    name: 'JSON on one line with blanks around everything',
    text: `{ "openid" : "${ada}" , "unionid" : "${union}" }`,
    found: [ada],
  },
  {
    name: 'a value on the line after its key',
    text: `{"unionid":\n  "${union}",\n"openid":\n  "odd"}`,
    found: ['odd'],
  },
  {
    name: 'escaped letters',
    text: `["\\u006f${ada.slice(1)}", "caf\\u00e9"]`,
    found: [ada, 'café'],
    offsets: [2, 39],
  },
  {
    name: 'a unionid as DynamoDB wraps it',
    text: `{"unionid":{"S":"${union}"},"openid":{"S":"${ada}"},"other":{"S":"${bo}"}}`,
    found: [ada, bo],
  },
  {
    name: 'unionids wrapped more than once',
    text: `{"unionid":{"value":{"text":"${union}"},"all":["${union2}"]},"customer":"${ada}"}`,
    found: [ada],
  },
  {
    name: 'unionid objects in a list',
    text: `{"unionids":[{"id":"${union}"}],"ids":["${ada}"]}`,
    found: [ada],
  },
  {
    name: 'NDJSON, of which one line breaks off in a wrapped unionid',
    text: `{"unionid":{"S":"${union}\n{"customer":"${ada}"}\n`,
    found: [ada],
  },
  {
    name: 'an openid named within a unionid',
    text: `{"unionid":{"${union}":{"openid":"${ada}"}}}`,
    found: [ada],
  },
  { name: 'a ticket that is an object', text: `{"ticket":{"customer":"${ada}"}}`, found: [ada] },
  ...['union id', 'Union ID', 'unionIdWx', 'unionid（主体）', 'unionid (main)', 'wx_unionid_2'].map(key => ({
    name: `the key ${key}`,
    text: `{"${key}":"${union}","customer":"${ada}"}`,
    found: [ada],
  })),
  { name: 'the key open id', text: '{"open id":"OPENID1"}', found: ['OPENID1'] },
];
