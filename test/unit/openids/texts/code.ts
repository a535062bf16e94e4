import { ada, bo, type Sample, strange, union, union2 } from '../samples';

/** Programs, queries, dumps, configuration. */
export const codeTexts: readonly Sample[] = [
  {
    name: 'a JavaScript array',
    text: `const openids = ['${ada}', \`${bo}\`, 'odd'];`,
    found: [ada, bo, 'odd'],
  },
  {
    name: 'a JavaScript array of another name',
    text: `export const list = ["${ada}", 'odd'];`,
    found: [ada, 'odd'],
  },
  {
    name: 'a JavaScript object',
    text: `{ openid: '${ada}', unionid: '${union}', open_id: 'odd' }`,
    found: [ada, 'odd'],
  },
  {
    name: 'code that only names openids',
    text: `const openid = user.openid; getOpenid(openid, "x"); type U = { openid: string, unionid?: string };`,
    found: [],
  },
  {
    name: 'placeholders',
    text: '{"openid":"${openid}","a":"{{openid}}"} WHERE openid = :openid AND unionid = ?',
    found: [],
  },
  {
    name: 'a call with an openid among other strings',
    text: `track("${ada}", "click", "button")`,
    found: [ada],
  },
  { name: 'a Python dict', text: `{'openid': '${ada}', 'unionid': '${union}', 'tags': None}`, found: [ada] },
  { name: 'a Python list and a set', text: `ids = [u'${ada}']\nseen = {'${bo}'}`, found: [ada, bo] },
  { name: 'a PHP array', text: `array('openid' => '${ada}', 'unionid' => '${union}');`, found: [ada] },
  {
    name: 'a PHP dump',
    text: `array(2) {\n  ["openid"]=>\n  string(28) "${ada}"\n  ["unionid"]=>\n  string(28) "${union}"\n}`,
    found: [ada],
  },
  {
    name: 'another PHP dump',
    text: `Array\n(\n    [openid] => ${ada}\n    [unionid] => ${union}\n)\n`,
    found: [ada],
  },
  {
    name: 'assignments to a field',
    text: `row['unionid'] = '${union}'; row["openid"] = 'odd'; $_GET['unionid']; x('${ada}');`,
    found: ['odd', ada],
  },
  {
    name: 'a Java toString',
    text: `User(openid=${ada}, unionid=${union}, unionids=[${union2}], openids=[${bo}])`,
    found: [ada, bo],
  },
  {
    name: 'YAML',
    text: `user:\n  openid: ${ada}\n  unionid: ${union}\n  open_id: "odd"\n`,
    found: [ada, 'odd'],
  },
  {
    name: 'YAML sequences',
    text: `unionids:\n  - ${union}\n  - ${union2}\nopenids:\n  - ${ada}\n  - ${strange}\n`,
    found: [ada, strange],
  },
  { name: 'an .env file', text: `OPENID=${ada}\nUNIONID=${union}\nAPP_SECRET=${union2}\n`, found: [ada] },
  {
    name: 'an SQL IN list',
    text: `SELECT * FROM t WHERE openid IN ('${ada}', "odd", '${bo}');`,
    found: [ada, 'odd', bo],
  },
  {
    name: 'an SQL IN list on many lines, NOT IN',
    text: `WHERE t.openid not in (\n '${ada}',\n '${bo}'\n)`,
    found: [ada, bo],
  },
  {
    name: 'an SQL IN list of unionids',
    text: `WHERE \`unionid\` IN ('${union}', '${union2}') AND openid = '${ada}'`,
    found: [ada],
  },
  {
    name: 'SQL comparisons',
    text: `WHERE openid='${ada}' OR unionid = '${union}' OR openid LIKE '%${bo}%'`,
    found: [ada, bo],
  },
  {
    name: 'an SQL INSERT whose columns tell',
    text: `INSERT INTO \`fans\` (\`id\`, \`openid\`, \`unionid\`, \`remark\`) VALUES\n(1, '${ada}', '${union}', 'Smith, J (it''s \\'he\\')'),\n(2, 'odd', NULL, NOW()), (3,'${bo}','${union2}',CONCAT('a', 'b'));`,
    found: [ada, 'odd', bo],
  },
  {
    name: 'SQL INSERTs one a line',
    text: `INSERT INTO t (unionid, openid) VALUES ('${union}', '${ada}');\nINSERT INTO t (openid) VALUE ('${bo}');\n`,
    found: [ada, bo],
  },
  {
    name: 'an SQL INSERT whose columns leave it open',
    text: `INSERT INTO t (id, customer, unionid) VALUES (1, '${ada}', '${union}');`,
    found: [ada],
  },
  {
    name: 'an SQL INSERT without columns',
    text: `INSERT INTO t VALUES (1, '${ada}', 'x'), (2, '${bo}', 'y');`,
    found: [ada, bo],
  },
  {
    name: 'an SQL UPDATE after an INSERT',
    text: `INSERT INTO t (id, openid) VALUES (1, '${ada}') ON DUPLICATE KEY UPDATE unionid='${union}';`,
    found: [ada],
  },
  {
    name: 'an SQL table definition',
    text: 'CREATE TABLE fans (openid varchar(28) NOT NULL, unionid char(28), UNIQUE KEY (openid));',
    found: [],
  },
  {
    name: 'an XML callback',
    text: `<xml>\n<ToUserName><![CDATA[gh_0123456789ab]]></ToUserName>\n<FromUserName><![CDATA[${ada}]]></FromUserName>\n<EventKey><![CDATA[qrscene_123]]></EventKey>\n<Ticket><![CDATA[${union}]]></Ticket>\n</xml>`,
    found: [ada],
  },
  {
    name: 'an XML reply',
    text: `<xml><ToUserName><![CDATA[${ada}]]></ToUserName><FromUserName><![CDATA[gh_0123456789ab]]></FromUserName></xml>`,
    found: [ada],
  },
  {
    name: 'XML elements',
    text: `<user><openid>OPENID1</openid><unionid>${union}</unionid></user><user><openid> ${bo} </openid></user>`,
    found: ['OPENID1', bo],
    cleaned: { spaces: 1 },
  },
  {
    name: 'XML elements on many lines',
    text: `<unionid>\n  ${union}\n</unionid>\n<openid>\n  ${ada}\n</openid>`,
    found: [ada],
  },
  {
    name: 'XML attributes',
    text: `<user unionid="${union}" openid='odd'/><user openid="${ada}">`,
    found: ['odd', ada],
  },
  {
    name: 'JSON in HTML',
    text: `<div data-user="{&quot;openid&quot;:&quot;odd&quot;,&quot;unionid&quot;:&quot;${union}&quot;,&quot;x&quot;:&quot;${ada}&quot;}">`,
    found: ['odd', ada],
  },
  { name: 'an SQL query', text: 'SELECT id, openid, name\nFROM a, b, c\n', found: [] },
  {
    name: 'XML with a unionid in an element of its own',
    text: `<unionid><value>${union}</value></unionid><customer><value>${ada}</value></customer>`,
    found: [ada],
  },
  {
    name: 'an HTML table',
    text: `<table class="x">\n<tr><th>#</th><th><b>unionid</b></th><th>openid</th></tr>\n<tr><td>1</td><td><i>${union}</i></td><td class="y">${ada}</td></tr>\n<tr><td>2</td><td></td><td>${strange}</td></tr></table>\n<p>${bo}</p>`,
    found: [ada, strange, bo],
  },
  {
    name: 'an HTML table after another',
    text: `<table><tr><td>unionid</td></tr><tr><td>${union}</td></tr></table><table><tr><td>customer</td></tr><tr><td>${ada}</td></tr></table>`,
    found: [ada],
  },
];
