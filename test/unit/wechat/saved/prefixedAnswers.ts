import { ada, adas, bo, bos, type Sample } from './samples';

const lines = [
  '{',
  `  "openid": "${ada}",`,
  '  "remark": "a - b",',
  '  "subscribe": 1,',
  '  "subscribe_time": 1434093047',
  '}',
];

function each(name: string, prefix: (number: number) => string): Sample {
  return {
    name,
    text: `see:\n${lines.map((line, index) => prefix(index + 1) + line).join('\n')}\n`,
    profiles: [ada],
    decoded: { state: 'following', subscribeTime: 1434093047, remark: 'a - b' },
  };
}

/** Answers with something before each of their lines. */
export const prefixedAnswers: readonly Sample[] = [
  each('numbers of lines without a blank', number => String(number)),
  each('numbers of lines with a zero and without a blank', number => String(number).padStart(2, '0')),
  each('numbers of lines with a Chinese sign', number => `${number}、`),
  each('numbers of lines with a letter', number => `L${number}: `),
  {
    name: 'items of a list, which are no numbers of lines',
    text: `// {\n//   "openid": "${ada}",\n//   "subscribe": 1,\n//   "tagid_list": [\n// 101,\n// 102\n// ]\n// }`,
    profiles: [ada],
    decoded: { state: 'following', tagIds: [101, 102] },
  },
  ...['log', 'message', 'line'].map(name => ({
    name: `a print whose lines a logger keeps as "${name}"`,
    text: ['{', '  "subscribe": 1,', `  "openid": "${ada}"`, '}']
      .map(line => JSON.stringify({ stream: 'stdout', [name]: `${line}\n` }))
      .join('\n'),
    profiles: [ada],
    decoded: { state: 'following' },
  })),
  {
    name: 'answers beside the lines of a print',
    text: [{ msg: 'got (' }, { msg: 'x', body: JSON.parse(adas) as unknown }, { msg: bos }]
      .map(line => JSON.stringify(line))
      .join('\n'),
    profiles: [ada, bo],
  },
  {
    name: 'a print that a phone’s log breaks behind a comma',
    text: `I/flutter (12345): {subscribe: 1, openid: ${ada}, language: zh_CN,\nI/flutter (12345): unionid: oX, tagid_list: [128, 2]}`,
    profiles: [ada],
    decoded: { state: 'following', unionid: 'oX', tagIds: [128, 2] },
  },
  each('a block comment', () => ' * '),
  each('line comments', () => '// '),
  each('indented line comments', () => '    //  '),
  each('a script’s comments', () => '# '),
  each('a quotation', () => '> '),
  each('a quotation in a quotation', () => '>> '),
  each('added lines of a diff', () => '+'),
  each('removed lines of a diff', () => '-  '),
  each('line numbers with a dot', number => `  ${number}. `),
  each('line numbers with a colon', number => `${number + 7}: `),
  each('line numbers with a bar', number => `${String(number + 97).padStart(4)} | `),
  each('bare line numbers', number => `${number + 8}  `),
  each('the name of a container', () => 'web_1    | '),
  each('the name and number of a process', () => '0|app      | '),
  each('a name that a process manager puts before', () => 'backend-332   '),
  each('the stamp of a phone’s log', number => `12-08 15:32:28.55${number}: D/TestData(17146): `),
  each(
    'the stamp of a server’s log',
    number => `2024-01-09 10:02:11.${120 + number}  INFO 1 --- [nio-8080-exec-3] c.x.WxService : `,
  ),
  each('a stamp in brackets', number => `[2024-01-09T10:02:1${number}Z] `),
  each('a container’s name and a stamp', number => `api-1  | 2024-01-09T10:02:1${number}.000Z  `),
  {
    name: 'a print in a comment',
    text: `/**\n * { subscribe: 1,\n *   openid: '${ada}',\n *   remark: '' }\n */`,
    profiles: [ada],
  },
  {
    name: 'a print behind line numbers',
    text: `1: User(\n2:   openid=${ada},\n3:   subscribe=1\n4: )`,
    profiles: [ada],
  },
  {
    name: 'escaped JSON in a comment',
    text: ` * {\\"subscribe\\":1,\n * \\"openid\\":\\"${ada}\\"}`,
    profiles: [ada],
  },
];

const green = '\u001b[32m';
const plain = '\u001b[39m';

/** Answers in colours, with their escape characters and without. */
export const colouredAnswers: readonly Sample[] = [
  {
    name: 'JSON in colours',
    text: `{ ${green}"openid"${plain}: ${green}"${ada}"${plain}, ${green}"subscribe"${plain}: \u001b[1;33m1\u001b[0m }`,
  },
  {
    name: 'what Node prints in colours',
    text: `{\n  openid: ${green}'${ada}'${plain},\n  subscribe: \u001b[33m1\u001b[39m,\n  tagid_list: [ \u001b[33m2\u001b[39m ]\n}`,
  },
  {
    name: 'colours without their escape character',
    text: `{ [32m"openid"[39m: [32m"${ada}"[39m, [34m"subscribe"[39m: [33m1[39m }`,
  },
  {
    name: 'what Node prints, in colours without their escape character',
    text: `[0m{ openid: [32m'${ada}'[39m, subscribe: [33m1[39m }`,
  },
  {
    name: 'escaped colours',
    text: `{ openid: \\u001b[32m'${ada}'\\u001b[39m, subscribe: \\x1b[33m1\\x1b[39m }`,
  },
].map(sample => ({ ...sample, profiles: [ada], decoded: { state: 'following' } }));
