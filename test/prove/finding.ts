import { findOpenids } from '../../src/openids';
import { randomIds, type Random, seeded } from './randomIds';

/** What one text of the generator is made of, and what may be found in it. */
export interface Proof {
  readonly texts: number;
  /** Openids under their own names, and how many of them were not found. */
  readonly named: number;
  readonly lost: number;
  /** Unionids and tokens under theirs, and program words, and how many of them were taken. */
  readonly others: number;
  readonly taken: number;
  /** The first text that failed. */
  readonly failure?: string;
}

interface Person {
  readonly openid: string;
  readonly unionid: string;
  readonly token: string;
  readonly word: string;
}

/** Forms in which each value has its name within the same statement, on one or several lines. */
const forms: readonly ((person: Person) => string)[] = [
  p => JSON.stringify({ openid: p.openid, unionid: p.unionid, access_token: p.token, note: p.word }),
  p => JSON.stringify({ unionid: p.unionid, openid: p.openid }, null, 2),
  p => JSON.stringify({ body: JSON.stringify({ unionid: p.unionid, openid: p.openid }) }),
  p => `{u'unionid': u'${p.unionid}', u'openid': u'${p.openid}', u'token': u'${p.token}'}`,
  p => `User(openid=${p.openid}, unionid=${p.unionid}, kind=${p.word})`,
  p => `User { openid: Some("${p.openid}"), unionid: Some("${p.unionid}") }`,
  p => `array('unionid' => '${p.unionid}', 'openid' => '${p.openid}');`,
  p => `    [unionid] => ${p.unionid}\n    [openid] => ${p.openid}`,
  p => `a:2:{s:7:"unionid";s:28:"${p.unionid}";s:6:"openid";s:28:"${p.openid}";}`,
  p => `INSERT INTO f (unionid, openid, kind) VALUES ('${p.unionid}', '${p.openid}', '${p.word}');`,
  p => `UPDATE f SET unionid = N'${p.unionid}' WHERE openid = N'${p.openid}';`,
  p => `User::where('unionid', '${p.unionid}')->where('openid', '=', '${p.openid}');`,
  p => `wx.setStorageSync('unionid', '${p.unionid}'); wx.setStorageSync('openid', '${p.openid}');`,
  p => `<u><unionid type="string">${p.unionid}</unionid><openid>${p.openid}</openid></u>`,
  p =>
    `<xml><FromUserName><![CDATA[${p.openid}]]></FromUserName><Ticket><![CDATA[${p.token}]]></Ticket></xml>`,
  p => `GET /cb?openid=${p.openid}&unionid=${p.unionid}&token=${p.token} HTTP/1.1`,
  p => `10:00 INFO \x1b[36mopenid=\x1b[0m${p.openid} \x1b[36munionid=\x1b[0m${p.unionid} ${p.word}`,
  p => `user:\n  openid: ${p.openid}\n  unionid: ${p.unionid}\n  kind: ${p.word}`,
  p => `const unionid: string = "${p.unionid}"; const openid: string = "${p.openid}";`,
  p => `assertEquals("${p.unionid}", x.getUnionid());\nassertEquals("${p.openid}", x.getOpenid());`,
  p => `{"name":"unionid","value":"${p.unionid}"},{"name":"openid","value":"${p.openid}"}`,
  p =>
    `==> Preparing: select ${p.word} from t where unionid = ? and openid = ?\n==> Parameters: ${p.unionid}(String), ${p.openid}(String)`,
  p => `1) "unionid"\n2) "${p.unionid}"\n3) "openid"\n4) "${p.openid}"`,
  p => `获取unionid失败：${p.openid}`,
];

export const formCount = forms.length;

/**
 * Writes people down in any mix of forms, cuts some of the texts anywhere, and counts what is lost and what is taken.
 * Of a cut text it is only what stands whole, with the whole statement, that counts as named.
 */
export async function proveFinding(texts: number, seed: number): Promise<Proof> {
  const random = seeded(seed);
  const ids = randomIds(random);
  let named = 0;
  let lost = 0;
  let others = 0;
  let taken = 0;
  let failure: string | undefined;
  for (let count = 0; count < texts; count++) {
    const people = Array.from({ length: 1 + below(random, 4) }, () => person(ids, random));
    const statements = people.map(each => ({ each, text: pick(random, forms)(each) }));
    const whole = statements.map(({ text }) => text).join('\n\n');
    const end = below(random, 2) === 0 ? whole.length : below(random, whole.length + 1);
    const text = whole.slice(0, end);
    const found = new Set((await findOpenids(text)).openids.map(({ openid }) => openid));
    let at = 0;
    for (const { each, text: statement } of statements) {
      const isWhole = at + statement.length <= end;
      at += statement.length + 2;
      const wrong = [each.unionid, each.token, each.word].filter(
        value => isWhole && statement.includes(value),
      );
      const wronglyTaken = wrong.filter(value => found.has(value));
      const isLost = isWhole && !found.has(each.openid);
      if (isWhole) named++;
      if (isLost) lost++;
      others += wrong.length;
      taken += wronglyTaken.length;
      if (isLost || wronglyTaken.length > 0) failure ??= text;
    }
  }
  return { texts, named, lost, others, taken, ...(failure !== undefined && { failure }) };
}

const words = [
  'official_account_template_id',
  'object2xmlWithoutRootElement',
  'onActivityResultForFragment1',
  'objective_completion_periods',
  'openid-client-with-token-tls',
];

function person(ids: (prefix: string) => string, random: Random): Person {
  return { openid: ids('oTr7xK'), unionid: ids('oU9nQ-'), token: ids('oK3_zW'), word: pick(random, words) };
}

function below(random: Random, limit: number): number {
  return Math.floor(random() * limit);
}

function pick<T>(random: Random, items: readonly [T, ...T[]] | readonly T[]): T {
  const item = items[below(random, items.length)];
  if (item === undefined) throw new Error('There is nothing to pick from.');
  return item;
}
