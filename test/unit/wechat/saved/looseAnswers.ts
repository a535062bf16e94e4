import { ada, bo, type Sample } from './samples';

const cid = 'oR5GjjgEhCMJFyzaVZdrxZ2zRRF4';
const full = {
  state: 'following',
  unionid: cid,
  tagIds: [128, 2],
  subscribeTime: 1434093047,
  scene: 'ADD_SCENE_QR_CODE',
} as const;

/** Answers whose names and values stand in no bracket, and what looks like them. */
export const looseAnswers: readonly Sample[] = [
  {
    name: 'YAML',
    text: `subscribe: 1
openid: ${ada}
subscribe_time: 1434093047
unionid: ${cid}
tagid_list:
  - 128
  - 2
subscribe_scene: ADD_SCENE_QR_CODE
remark: ''`,
    profiles: [ada],
    decoded: full,
  },
  {
    name: 'a list of YAML',
    text: `user_info_list:\n- subscribe: 1\n  openid: ${ada}\n  unionid: ${cid}\n- subscribe: 0\n  openid: ${bo}\n`,
    profiles: [ada, bo],
    decoded: { state: 'following', unionid: cid },
  },
  {
    name: 'rows of MySQL, one field a line',
    text: `*************************** 1. row ***************************
            id: 1
        openid: ${ada}
     subscribe: 1
subscribe_time: 1434093047
       unionid: ${cid}
*************************** 2. row ***************************
            id: 2
        openid: ${bo}
     subscribe: 0
subscribe_time: 0
       unionid: NULL
2 rows in set (0.00 sec)`,
    profiles: [ada, bo],
    decoded: { state: 'following', unionid: cid, subscribeTime: 1434093047 },
  },
  {
    name: 'a list of PowerShell',
    text: `\r\nsubscribe       : 1\r\nopenid          : ${ada}\r\nsubscribe_time  : 1434093047\r\nunionid         : ${cid}\r\ntagid_list      : {128, 2}\r\nsubscribe_scene : ADD_SCENE_QR_CODE\r\n`,
    profiles: [ada],
    decoded: full,
  },
  {
    name: 'what a browser’s console shows below an object',
    text: `openid: "${ada}"\nsubscribe: 1\ntagid_list: (2) [128, 2]\nunionid: "${cid}"\n[[Prototype]]: Object`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid, tagIds: [128, 2] },
  },
  {
    name: 'what PHP’s debugger shows',
    text: `array (size=4)\n  'subscribe' => int 1\n  'openid' => string '${ada}' (length=28)\n  'unionid' => string '${cid}' (length=28)`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid },
  },
  {
    name: 'fields of a log line',
    text: `time=2024-01-02T10:00:00 level=INFO msg="user info" subscribe=1 openid=${ada} unionid=${cid} tagid_list="[128 2]"`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid },
  },
  {
    name: 'what pydantic prints',
    text: `subscribe=1 openid='${ada}' remark='a, b' tagid_list=[128, 2] unionid='${cid}'`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid, tagIds: [128, 2], remark: 'a, b' },
  },
  {
    name: 'fields behind a logger’s prefix',
    text: `10:00:01 [wx] subscribe: 1\n10:00:01 [wx] openid: ${ada}\n10:00:02 [wx] unionid: ${cid}`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid },
  },
  {
    name: 'a table of names and values',
    text: `| field | value |\n|---|---|\n| subscribe | 1 |\n| openid | ${ada} |\n| unionid | ${cid} |`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid },
  },
  {
    name: 'what a debugger shows, with types',
    text: ` 'subscribe' = {int} 1\n 'openid' = {str} '${ada}'\n 'unionid' = {str} '${cid}'`,
    profiles: [ada],
    decoded: { state: 'following', unionid: cid },
  },
  {
    name: 'no answer in a change of a database',
    text: `UPDATE users SET subscribe=0, unionid='${cid}' WHERE openid='${ada}';`,
    others: ['text'],
  },
  {
    name: 'no answer in a condition',
    text: `SELECT * FROM users WHERE openid = '${ada}' AND subscribe = 1`,
    others: ['text'],
  },
  { name: 'no answer in a URL', text: `/cb?openid=${ada}&subscribe=1`, others: ['text'] },
  { name: 'no answer in types', text: 'openid: string\nsubscribe: number', others: ['text'] },
  { name: 'no answer in an openid alone', text: `openid: ${ada}\nname: Ada`, others: ['text'] },
];
