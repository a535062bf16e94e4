import assert from 'node:assert/strict';
import { type Database, openMySql, openPostgreSql, type Row } from './databases';
import { columns, KnownWorld, nasty } from './knownWorld';
import { Processes } from '../vscode/processes';

/** Names as people give them: words of the language, quotes of both databases, Chinese. */
const hostileNames = ['unionid', 'order', 'mini"open`id', '用户 id'];

/** `mapping.ts [seed]`: loads what is exported into databases, and compares it row by row with what WeChat knows. */
async function main(seed: number): Promise<void> {
  const processes = new Processes();
  const world = await KnownWorld.make(seed);
  try {
    const databases = [await openPostgreSql()];
    try {
      databases.push(await openMySql(processes, console.log));
    } catch (error) {
      console.log(`MySQL was skipped: ${error instanceof Error ? error.message : String(error)}`);
    }
    for (const database of databases) {
      for (const [number, setting] of database.settings.entries())
        await proveMapping(world, database, `proof${number}`, setting);
    }
    await world.moveToAnotherPlatform();
    for (const database of databases) {
      await proveRefresh(world, database);
      await database.close();
    }
  } finally {
    await world.close();
    await processes.end();
  }
}

/** INSERT, and UPDATE of rows that have nothing but the column that finds them. */
async function proveMapping(
  world: KnownWorld,
  database: Database,
  table: string,
  setting: string,
): Promise<void> {
  const {
    dialect,
    inUtf8: [utf8, otherwise],
  } = database;
  const quote = dialect === 'mysql' ? '`' : '"';
  const quoted = hostileNames.map(name => quote + name.replaceAll(quote, quote + quote) + quote);
  const create = (name: string) =>
    `${utf8}CREATE TABLE ${name} (${quoted.map(column => `${column} VARCHAR(250)`).join(', ')});\n${otherwise}`;
  const named = columns.map((column, index) => ({ ...column, name: hostileNames[index] ?? '' }));
  const insert = await world.mapping(named, { kind: 'insert', dialect, table });
  await database.run(`${create(table)}${setting}\n${insert}`);
  const inserted = await database.rows(table, hostileNames);
  assert.deepEqual(sorted(inserted), sorted(world.truth()));
  const cells = inserted.flatMap(row => row[3] ?? []);
  assert.ok(
    nasty.every(text => cells.includes(text)),
    'every hostile text is there',
  );
  assert.ok(
    inserted.some(row => row.includes(undefined)),
    'what is not known is NULL',
  );

  const [key = '', own = ''] = [quoted[2], hostileNames[2]];
  const withKey = world.truth().filter(row => row[2] !== undefined);
  const empty = withKey.map(row => `INSERT INTO ${table}u (${key}) VALUES ('${row[2] ?? ''}');`).join('\n');
  const update = await world.mapping(named, { kind: 'update', dialect, table: `${table}u`, by: own });
  await database.run(`${create(`${table}u`)}${empty}\n${setting}\n${update}`);
  assert.deepEqual(sorted(await database.rows(`${table}u`, hostileNames)), sorted(withKey));
  console.log(
    `${database.name}, ${setting} ${inserted.length} rows inserted, ${withKey.length} updated, as they truly are`,
  );
}

/** Tables with the unionids of before become tables with those of now. */
async function proveRefresh(world: KnownWorld, database: Database): Promise<void> {
  const { dialect } = database;
  for (const by of ['openid', 'old unionid'] as const) {
    const table = by === 'openid' ? 'by_openid' : 'by_unionid';
    const filled = world
      .before()
      .map(([openid = '', unionid]) => `('${openid}', ${unionid === undefined ? 'NULL' : `'${unionid}'`})`);
    await database.run(
      `CREATE TABLE ${table} (openid VARCHAR(64), unionid VARCHAR(64));\n` +
        `INSERT INTO ${table} VALUES ${filled.join(', ')};\n` +
        (await world.changes({
          kind: 'update',
          dialect,
          table,
          unionid: 'unionid',
          openid: by === 'openid' ? 'openid' : undefined,
        })),
    );
    assert.deepEqual(sorted(await database.rows(table, ['openid', 'unionid'])), sorted(world.now()));
    assert.notDeepEqual(sorted(world.now()), sorted(world.before()));
  }
  console.log(`${database.name}: ${world.now().length} unionids refreshed, by openid and by old unionid`);
}

function sorted(rows: readonly Row[]): string[] {
  return rows.map(row => JSON.stringify(row.map(cell => cell ?? null))).sort();
}

main(Number(process.argv[2] ?? 1)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
