/** What a text is made of: an openid, and the unionid of the same person. */
export interface Person {
  readonly openid: string;
  readonly unionid: string;
}

/** Ways to write the same people down, each of which names what is what. */
export const writers: Readonly<Record<string, (people: readonly Person[]) => string>> = {
  'a JSON list': people => JSON.stringify(people.map(({ openid }) => openid)),
  'JSON objects': people => JSON.stringify(people.map(person => ({ name: 'x', ...person }))),
  'pretty JSON': people => JSON.stringify({ user_info_list: people }, null, 2),
  'JSON in JSON': people => JSON.stringify({ body: JSON.stringify(people) }),
  NDJSON: people => people.map(person => `${JSON.stringify(person)}\n`).join(''),
  CSV: people => ['openid,unionid,name', ...people.map(p => `${p.openid},${p.unionid},x`)].join('\n'),
  TSV: people => ['openid\tunionid', ...people.map(p => `${p.openid}\t${p.unionid}`)].join('\r\n'),
  'a drawn table': people =>
    ['| unionid | openid |', '+----+----+', ...people.map(p => `| ${p.unionid} | ${p.openid} |`)].join('\n'),
  lines: people => people.map(({ openid }) => `${openid}\n`).join(''),
  'an SQL list': people => `openid IN (${people.map(({ openid }) => `'${openid}'`).join(', ')})`,
  'an SQL INSERT': people =>
    `INSERT INTO t (openid, unionid) VALUES ${people.map(p => `('${p.openid}', '${p.unionid}')`).join(', ')};`,
  XML: people =>
    people
      .map(p => `<u><openid>${p.openid}</openid><unionid><![CDATA[${p.unionid}]]></unionid></u>`)
      .join('\n'),
  URLs: people => people.map(p => `GET /cb?openid=${p.openid}&unionid=${p.unionid} HTTP/1.1`).join('\n'),
  YAML: people => people.map(p => `- openid: ${p.openid}\n  unionid: ${p.unionid}\n`).join(''),
};
