import { ada, adas, bos, type Sample } from './samples';

const cid = 'oR5GjjgEhCMJFyzaVZdrxZ2zRRF4';
const full = {
  state: 'following',
  unionid: cid,
  tagIds: [128, 2],
  subscribeTime: 1434093047,
  scene: 'ADD_SCENE_QR_CODE',
} as const;

function wrapped(text: string, width: number, lineEnd: string): string {
  return (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(lineEnd);
}

/** Answers that a program between changed: a chat, a word processor, a console, a page. */
export const retypedAnswers: readonly Sample[] = [
  ...[60, 80].map(width => ({
    name: `an answer that a console broke at column ${width}`,
    text: wrapped(adas, width, '\r\n'),
    profiles: [ada],
    decoded: full,
  })),
  {
    name: 'an answer that a console broke, with wide characters',
    text: `{"subscribe":1,"openid":"${ada}",\n"unionid":"${cid}","remark":"${'天'.repeat(5)}","subscribe_sc\nene":"ADD_SCENE_QR_CODE"}`.replace(
      `",\n"unionid`,
      `","tag\nid_list":[128,2],"unionid`,
    ),
    profiles: [ada],
  },
  {
    name: 'a line feed in a remark',
    text: `{"subscribe":1,"openid":"${ada}","unionid":"${cid}","remark":"first\nsecond","groupid":0}`,
    profiles: [ada],
    decoded: { remark: 'first\nsecond', groupId: 0 },
  },
  {
    name: 'quotes that a word processor made beautiful',
    text: `{“subscribe”:1,“openid”:“${ada}”,“unionid”:“${cid}”}`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid },
  },
  {
    name: 'beautiful single quotes',
    text: `{‘subscribe’: 1, ‘openid’: ‘${ada}’}`,
    profiles: [ada],
  },
  {
    name: 'wide colons and commas',
    text: `{"subscribe"：1，"openid"："${ada}"，"unionid"："${cid}"}`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid },
  },
  {
    name: 'spaces without a width',
    text: `\u200b{\u200b"subscribe":1,"openid":"${ada}\u200b"\u200b}`,
    profiles: [ada],
  },
  {
    name: 'a page’s markup around names',
    text: adas.replace(/"(\w+)":/g, '<span class="hljs-attr">"$1"</span>:'),
    profiles: [ada],
    decoded: full,
  },
  { name: 'a page’s line ends', text: adas.replaceAll(',', ',<br/>'), profiles: [ada], decoded: full },
  {
    name: 'hexadecimal entities and hard spaces',
    text: adas.replaceAll('"', '&#x22;').replaceAll(',', ',&nbsp;'),
    profiles: [ada],
    decoded: full,
  },
  {
    name: 'a form, with a plus for each blank',
    text: `data=${encodeURIComponent(`{"subscribe": 1, "openid": "${ada}", "remark": "a b+c"}`).replaceAll('%20', '+')}`,
    profiles: [ada],
    decoded: { remark: 'a b+c' },
  },
  {
    name: 'Chinese as Redis shows it',
    text: `"{\\"subscribe\\":1,\\"openid\\":\\"${ada}\\",\\"remark\\":\\"\\xe5\\xbc\\xa0\\"}"`,
    profiles: [ada],
    decoded: { remark: '张' },
  },
  {
    name: 'Chinese as nginx logs it',
    text: `resp:"{\\x22subscribe\\x22:1,\\x22openid\\x22:\\x22${ada}\\x22,\\x22remark\\x22:\\x22\\xE5\\xBC\\xA0\\x22}"`,
    profiles: [ada],
    decoded: { remark: '张' },
  },
  {
    name: 'Chinese in bytes of Python',
    text: `b'{"subscribe":1,"openid":"${ada}","remark":"\\xe5\\xbc\\xa0"}'`,
    profiles: [ada],
    decoded: { remark: '张' },
  },
  {
    name: 'NDJSON whose lines are of one length',
    text: `${adas}\n${adas}\n${bos}`,
    profiles: [ada, 'o6_bmjHCrrLBVDYNc-2fQbMpUaE-'],
    duplicates: 1,
  },
];
