import { ada, bo, cy, type Sample, strange, union, union2 } from '../samples';

/** URLs, logs, prose. */
export const logTexts: readonly Sample[] = [
  { name: 'a URL', text: `https://x.example/cb?unionid=${union}&openid=${ada}#x`, found: [ada] },
  { name: 'a URL with an odd openid', text: `/cb?openid=${strange}&lang=zh_CN`, found: [strange] },
  { name: 'a URL in an XML file', text: `/cb?openid=${ada}&amp;unionid=${union}`, found: [ada] },
  {
    name: 'a URL within a URL',
    text: `redirect_uri=${encodeURIComponent(`https://x.example/?openid=${ada}&unionid=${union}`)}`,
    found: [ada],
  },
  {
    name: 'a URL within a URL within a URL',
    text: encodeURIComponent(encodeURIComponent(`/?openid=${ada}&unionid=${union}`)),
    found: [ada],
  },
  {
    name: 'JSON in a URL',
    text: `/?q=${encodeURIComponent(JSON.stringify({ openid: 'odd', unionids: [union, union2], x: ada }))}`,
    found: ['odd', ada],
  },
  { name: 'a path', text: `/users/${ada}/profile?token=${union}`, found: [ada] },
  {
    name: 'a log of nginx',
    text: `1.2.3.4 - - [10/Oct/2024:13:55:36 +0800] "GET /cb?openid=${ada}&code=0a1 HTTP/1.1" 200 23 "-" "curl/8.0"\n`,
    found: [ada],
  },
  {
    name: 'JSON as nginx escapes it',
    text: `body: {\\x22openid\\x22:\\x22${ada}\\x22,\\x22unionid\\x22:\\x22${union}\\x22}`,
    found: [ada],
  },
  {
    name: 'a log line',
    text: `12:00:01 [INFO] [exec-1] user ${ada} followed, unionid=${union}, took=12ms`,
    found: [ada],
  },
  {
    name: 'log lines with names and blanks only',
    text: `openid ${ada} unionid ${union}\nunionid ${union2} openid ${bo}`,
    found: [ada, bo],
  },
  {
    name: 'a Redis key',
    text: `SET wx:user:${ada}:profile 1\nGET unionid:${union}:openid:${bo}`,
    found: [ada, bo],
  },
  { name: 'Chinese text', text: `用户${ada}关注了，openid是${bo}，unionid为${union}。`, found: [ada, bo] },
  {
    name: 'full-width punctuation',
    text: `openid：“odd”，unionid：“${union}”；【${ada}】（${bo}）`,
    found: ['odd', ada, bo],
    cleaned: { quotes: 1 },
  },
  { name: 'an arrow', text: `unionid -> ${union}, openid => ${ada}`, found: [ada] },
  {
    name: 'part of a longer word',
    text: `x${ada} ${ada}x ${ada}-1 key_${ada} ${ada.slice(0, 14)}.${ada.slice(14)}`,
    found: [],
  },
  { name: 'another beginning', text: `p${ada.slice(1)} ${ada.slice(1)}`, found: [] },
  { name: 'punctuation on both sides', text: `(${ada})[${bo}]<${cy}>.`, found: [ada, bo, cy] },
  { name: 'prose with quotes', text: `He said "hello", "${ada}" and 'bye', "so" it isn't.`, found: [ada] },
  {
    name: 'a token and a hash',
    text: `access_token=64_${ada}${ada} sha=${'0123456789abcdef'.repeat(2)}`,
    found: [],
  },
  { name: 'nothing', text: '', found: [] },
  { name: 'blanks only', text: ' \r\n\t\u3000\n', found: [] },
  { name: 'text without openids', text: 'Nothing to see here.\n没有。', found: [] },
  {
    name: 'a sentence that enumerates fields',
    text: `Fields:\nopenid, unionid, remark\nWell, that is, all.\n`,
    found: [],
  },
  {
    name: 'log lines that say what went wrong with a unionid',
    text: `获取unionid失败 ${ada}\nunionid为空 ${bo}\n没有unionid的用户 ${cy}\n`,
    found: [ada, bo, cy],
  },
  {
    name: 'Chinese text between a name and its sign',
    text: `unionid字段：${union}\nunionid是 ${union2}，openid字段="odd"\n`,
    found: ['odd'],
  },
];
