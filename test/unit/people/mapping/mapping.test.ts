import assert from 'node:assert/strict';
import {
  isUsableName,
  type MappingColumn,
  type MappingFormat,
  mappingRows,
  type People,
  writeMapping,
} from '../../../../src/people';
import { answersOf, following, id, imported, mini, official, World } from '../scenario';

const u = (number: number) => id('oUnion', number);
const o = (number: number) => id('oOffic', number);
const m = (number: number) => id('oMini', number);

const columns: MappingColumn[] = [
  { name: 'unionid', content: { kind: 'unionid' } },
  { name: 'oa_openid', content: { kind: 'openid', appId: official } },
  { name: 'mini_openid', content: { kind: 'openid', appId: mini } },
  { name: 'user id', content: { kind: 'key', name: 'user_id' } },
];

describe('the mapping', () => {
  let world: World;
  beforeEach(() => (world = new World()));

  async function written(format: MappingFormat, inAllAccounts = false, own = columns) {
    return writtenOf(await world.index.people(), format, inAllAccounts, own);
  }

  async function writtenOf(people: People, format: MappingFormat, inAllAccounts = false, own = columns) {
    const rows = mappingRows(people, world.imports, { beginning: 'oUnion', columns: own, inAllAccounts });
    const counts = { rows: 0, leftOut: 0 };
    let text = '';
    for await (const piece of writeMapping(rows, own, format, counts)) text += piece;
    return { text, ...counts };
  }

  async function shared() {
    await imported(
      world.imports,
      [mini],
      [
        [u(1), m(1), "it's"],
        [u(2), m(2), '=1+1'],
      ],
      { keys: ['user_id'] },
    );
    const other = id('oOther', 9);
    world.news = [
      answersOf(
        'b',
        official,
        [1, 3].map(at => ({ outcome: following(o(at), u(at)), at })),
      ),
      answersOf('c', 'wx-client', [{ outcome: following(id('oClien', 9), other), at: 1 }]),
    ];
  }

  it('is a table for spreadsheets, without anybody of another platform', async () => {
    await shared();
    assert.deepEqual(await written({ kind: 'csv' }), {
      text: `\uFEFFunionid,oa_openid,mini_openid,user id\r\n${u(1)},${o(1)},${m(1)},it's\r\n${u(3)},${o(3)},,\r\n${u(2)},,${m(2)},"'=1+1"\r\n`,
      rows: 3,
      leftOut: 0,
    });
  });

  it('leaves out who is not in all of the accounts, where that is wanted', async () => {
    await shared();
    const { text, rows } = await written({ kind: 'ndjson' }, true);
    assert.deepEqual(JSON.parse(text), {
      unionid: u(1),
      oa_openid: o(1),
      mini_openid: m(1),
      'user id': "it's",
    });
    assert.equal(rows, 1);
    const list: unknown = JSON.parse((await written({ kind: 'json' })).text);
    assert.ok(Array.isArray(list) && list.length === 3);
  });

  it('is an empty list where nobody is there', async () => {
    assert.equal((await written({ kind: 'json' })).text, '[]\n');
  });

  it('is INSERTs of 500 rows', async () => {
    world.news = [
      answersOf(
        'b',
        official,
        Array.from({ length: 1_001 }, (_, at) => ({ outcome: following(o(at), u(at)), at })),
      ),
    ];
    for (const dialect of ['mysql', 'postgresql'] as const) {
      const { text } = await written({ kind: 'insert', dialect, table: 'shop.users' });
      const statements = text.split(/;\n/).slice(1, -1);
      assert.deepEqual(
        statements.map(each => each.split('\n').length - 1),
        [500, 500, 1],
      );
      const q = dialect === 'mysql' ? '`' : '"';
      const names = ['unionid', 'oa_openid', 'mini_openid', 'user id'].map(name => q + name + q).join(', ');
      const into = `INSERT INTO ${q}shop${q}.${q}users${q} (${names}) VALUES`;
      assert.equal(statements[2], `${into}\n('${u(1_000)}', '${o(1_000)}', NULL, NULL)`);
    }
  });

  it('is UPDATEs that overwrite nothing with what is not known, and tell of rows that nothing can be said of', async () => {
    await shared();
    const format = { kind: 'update', dialect: 'postgresql', table: 'users', by: 'mini_openid' } as const;
    assert.deepEqual(await written(format), {
      text: `SET client_encoding = 'UTF8';\nSTART TRANSACTION;\n${[
        `UPDATE "users" SET "unionid" = '${u(1)}', "oa_openid" = '${o(1)}', "user id" = 'it''s' WHERE "mini_openid" = '${m(1)}';`,
        `UPDATE "users" SET "unionid" = '${u(2)}', "user id" = '=1+1' WHERE "mini_openid" = '${m(2)}';`,
      ].join('\n')}\nCOMMIT;\n`,
      rows: 2,
      leftOut: 1,
    });
  });

  it('writes texts that a server may read in two ways as their bytes', async () => {
    await imported(world.imports, [mini], [[u(1), m(1), "\\'; --"]], { keys: ['user_id'] });
    const hex = Buffer.from("\\'; --").toString('hex');
    const mysql = await written({ kind: 'insert', dialect: 'mysql', table: 'users' });
    assert.ok(mysql.text.includes(`_utf8mb4 X'${hex}'`) && !mysql.text.includes('\\'));
    const postgresql = await written({ kind: 'insert', dialect: 'postgresql', table: 'users' });
    assert.ok(postgresql.text.includes(`convert_from(decode('${hex}', 'hex'), 'UTF8')`));
  });

  it('has a row for each openid of somebody with several, and for each value of a business key', async () => {
    const rows = [
      [u(1), m(1), 'a'],
      [u(1), m(2), 'b'],
      [u(1), m(2), 'c'],
    ];
    await imported(world.imports, [mini], rows, { keys: ['user_id'] });
    world.news = [answersOf('b', official, [{ outcome: following(o(1), u(1)), at: 1 }])];
    const { text } = await written({ kind: 'csv' });
    assert.deepEqual(text.trim().split('\r\n').slice(1), [
      `${u(1)},${o(1)},${m(1)},a`,
      `${u(1)},${o(1)},${m(2)},b`,
      `${u(1)},${o(1)},${m(1)},c`,
    ]);
  });

  it('gives a business key to whoever has the openid of its row', async () => {
    await imported(world.imports, [mini], [['', m(1), '42']], { keys: ['user_id'] });
    await imported(world.imports, [mini], [[u(1), m(1)]], { name: 'others.csv' });
    const { text } = await written({ kind: 'ndjson' });
    assert.deepEqual(JSON.parse(text), { unionid: u(1), mini_openid: m(1), 'user id': '42' });
  });

  it('gives it by openid before unionid, and by unionid where the import is younger than what is known', async () => {
    world.news = [
      answersOf('b', official, [
        { outcome: following(o(1), u(1)), at: 1 },
        { outcome: following(o(3), u(3)), at: 1 },
        { outcome: following(o(7)), at: 1 },
      ]),
    ];
    const people = await world.index.people();
    const rows = [
      [u(1), m(1), '', 'by unionid'],
      ['', '', o(7), 'of nobody'],
      [u(8), m(8), '', 'of nobody yet'],
      // WeChat says of the openid that it is another's.
      [u(1), '', o(3), 'by openid'],
    ];
    await imported(world.imports, [mini, official], rows, { keys: ['user_id'] });
    await imported(world.imports, [mini], [[u(1), m(5), 'not asked for']], {
      name: 'x.csv',
      keys: ['other'],
    });
    const { text } = await writtenOf(people, { kind: 'ndjson' });
    assert.deepEqual(
      text
        .trim()
        .split('\n')
        .map(line => JSON.parse(line) as unknown),
      [
        { unionid: u(1), oa_openid: o(1), 'user id': 'by unionid' },
        { unionid: u(3), oa_openid: o(3), 'user id': 'by openid' },
      ],
    );
  });

  it('takes names that a database takes, in quotes', async () => {
    assert.deepEqual(
      ['users', 'shop.users', 'select', 'a"b', '', 'a.b.c', 'a\n', ' a', 'x'.repeat(65)].map(name =>
        isUsableName(name, 'mysql'),
      ),
      [true, true, true, true, false, false, false, false, false],
    );
    assert.equal(isUsableName('微'.repeat(22), 'postgresql'), false);
    // Names of MySQL know no emoji.
    assert.deepEqual([isUsableName('用户🙂', 'mysql'), isUsableName('用户🙂', 'postgresql')], [false, true]);
    const own = [{ name: 'a"b', content: { kind: 'unionid' } as const }];
    const format = { kind: 'insert', dialect: 'postgresql', table: 'us"ers' } as const;
    await imported(world.imports, [mini], [[u(1), m(1)]]);
    for (const bad of [{ ...format, table: 'a.b.c' }, { ...format, kind: 'update', by: 'x' } as const])
      await assert.rejects(written(bad, false, own), RangeError);
  });
});
