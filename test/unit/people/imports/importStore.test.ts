import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFiles } from '../../../../src/files';
import { findInImports, type ImportError, ImportStore, PairReader } from '../../../../src/people';
import { rejection } from '../../wechat/rejection';
import { id, imported, mini, official, planOf, tableOf } from '../scenario';

const u = (number: number) => id('oUnion', number);
const o = (number: number) => id('oOffic', number);
const day = 86_400_000;

describe('imports', () => {
  let folder: string;
  beforeEach(async () => (folder = join(await mkdtemp(join(tmpdir(), 'openid-lens-people-')), 'imports')));
  afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }));

  const store = (options = {}) =>
    new ImportStore(folder, { retentionDays: () => 30, files: nodeFiles, ...options });
  const rowsOf = async (of: ImportStore, importId: string) => {
    let text = '';
    for await (const bytes of of.rows(importId)) text += bytes.toString('utf8');
    return text;
  };

  it('are kept, and told by every window without their rows', async () => {
    const kept = await imported(
      store({ now: () => 5 * day }),
      [official, mini],
      [
        [u(1), o(1), '', '42'],
        [u(2), '', '', ''],
      ],
      {
        name: ' users.csv ',
        keys: ['user_id'],
      },
    );
    assert.deepEqual(kept, {
      id: kept.id,
      name: 'users.csv',
      source: ' users.csv ',
      at: 5 * day,
      accounts: [official],
      keys: ['user_id'],
      counts: { rows: 2, pairs: 1, withoutUnionid: 0, leftOut: { withoutOpenid: 1 } },
      keptUntil: 35 * day,
      inMemory: false,
    });
    assert.deepEqual(await store().imports(), { imports: [kept], unreadable: [] });
  });

  it('are private', async () => {
    await imported(store(), [official], [[u(1), o(1)]]);
    const names = await readdir(folder);
    assert.ok(names.length > 0);
    // Modes mean nothing on Windows, where the profile's folder is private.
    const others = process.platform === 'win32' ? 0 : 0o077;
    for (const name of names) assert.equal((await stat(join(folder, name))).mode & others, 0);
  });

  it('keep business keys as they are, whatever stands in them', async () => {
    const keys = ['42', 'tab\tand\nline', 'back\\slash\\n', '"quoted\\"', '微信', '=0:x'];
    const of = store();
    await imported(
      of,
      [official],
      keys.map((key, at) => [u(at), o(at), key]),
      { keys: ['user_id'] },
    );
    for (const [at, value] of keys.entries()) {
      const found = await findInImports(of, { kind: 'key', value });
      assert.deepEqual(
        found.map(({ unionid, keys: held }) => [unionid, held]),
        [[u(at), [{ name: 'user_id', value }]]],
      );
    }
    assert.deepEqual(await findInImports(of, { kind: 'key', value: '4' }), []);
    assert.equal((await findInImports(of, { kind: 'id', id: o(2) })).length, 1);
  });

  it('are renamed and removed', async () => {
    const { id: importId } = await imported(store(), [official], [[u(1), o(1)]]);
    assert.equal((await store().rename(importId, ' members ')).name, 'members');
    assert.equal(await rowsOf(store(), importId), `${u(1)}\t0:${o(1)}\n`);
    await store().remove(importId);
    assert.deepEqual(await readdir(folder), []);
    assert.equal(((await rejection(store().open(importId))) as ImportError).problem, 'gone');
  });

  it('replace what they are to replace once they are whole, and leave it where they fail', async () => {
    const of = store();
    const old = await imported(of, [official], [[u(1), o(1)]]);
    const reader = new PairReader(tableOf(['unionid', 'openid'], [[u(2), o(2)]]), planOf([official]));
    const draft = { name: 'users.csv', source: 'users.csv', replaces: [old.id] };
    await rejection(of.add(draft, reader, AbortSignal.abort()));
    assert.deepEqual((await of.imports()).imports, [old]);
    assert.deepEqual((await readdir(folder)).length, 2);
    const added = await of.add(draft, reader, new AbortController().signal);
    assert.deepEqual((await of.imports()).imports, [added]);
  });

  it('live in memory at a retention of 0', async () => {
    const of = store({ retentionDays: () => 0 });
    const kept = await imported(of, [official], [[u(1), o(1)]]);
    assert.deepEqual([kept.inMemory, kept.keptUntil], [true, undefined]);
    assert.equal(await rowsOf(of, kept.id), `${u(1)}\t0:${o(1)}\n`);
    assert.deepEqual((await store().imports()).imports, []);
    await of.remove(kept.id);
    assert.deepEqual((await of.imports()).imports, []);
  });

  it('are removed when their time is over, with what killed windows have left', async () => {
    await imported(store({ now: () => 0 }), [official], [[u(1), o(1)]]);
    const young = await imported(store({ now: () => 10 * day }), [official], [[u(2), o(2)]]);
    await writeFile(join(folder, 'import-torn.pairs'), 'x');
    await utimes(join(folder, 'import-torn.pairs'), 0, 0);
    const later = store({ now: () => 31 * day });
    await later.removeOld(() => false);
    assert.equal((await later.imports()).imports.length, 2);
    await later.removeOld();
    assert.deepEqual((await later.imports()).imports, [young]);
    assert.equal((await readdir(folder)).length, 2);
  });

  it('are read in pieces of whole rows, however many there are', async () => {
    const count = 20_000;
    const rows = Array.from({ length: count }, (_, at) => [u(at), o(at)]);
    const { id: importId } = await imported(store(), [official], rows);
    let pieces = 0;
    let text = '';
    for await (const bytes of store().rows(importId)) {
      assert.equal(bytes.at(-1), '\n'.charCodeAt(0));
      pieces++;
      text += bytes.toString('utf8');
    }
    assert.ok(pieces > 3, `${pieces} pieces`);
    assert.equal(text, rows.map(([unionid, openid]) => `${unionid}\t0:${openid}\n`).join(''));
  });

  it('that are cut while they are read, or have a row without an end, are damaged', async () => {
    const { id: importId } = await imported(
      store(),
      [official],
      Array.from({ length: 20_000 }, (_, at) => [u(at), o(at)]),
    );
    const file = join(folder, `${importId}.pairs`);
    const { size } = await stat(file);
    const rest = store().rows(importId);
    await rest.next();
    await truncate(file, 0);
    assert.equal(((await rejection(rest.next())) as ImportError).problem, 'damaged');
    await writeFile(file, 'x'.repeat(size));
    assert.equal(((await rejection(rowsOf(store(), importId))) as ImportError).problem, 'damaged');
    await writeFile(file, `${'x'.repeat(size - 1)}\n\n`);
    assert.equal(((await rejection(rowsOf(store(), importId))) as ImportError).problem, 'damaged');
  });

  it('are no files whose names only look alike', async () => {
    const { id: importId } = await imported(store(), [official], [[u(1), o(1)]]);
    const others = ['a.b.import.json', 'x.import.json.bak', 'a.b.pairs', 'x.pairs.bak'];
    for (const name of others) {
      await writeFile(join(folder, name), '{');
      await utimes(join(folder, name), 0, 0);
    }
    await store().removeOld();
    const { imports, unreadable } = await store().imports();
    assert.deepEqual([imports.map(each => each.id), unreadable], [[importId], []]);
    assert.equal((await readdir(folder)).length, 2 + others.length);
  });

  it('that cannot be read are told, and can be removed', async () => {
    const { id: importId } = await imported(store(), [official], [[u(1), o(1)]]);
    await writeFile(join(folder, 'import-new.import.json'), '{"version":2}');
    await writeFile(join(folder, 'import-bad.import.json'), '{');
    const problems = new Map((await store().imports()).unreadable.map(each => [each.id, each.problem]));
    assert.deepEqual(
      problems,
      new Map([
        ['import-new', 'tooNew'],
        ['import-bad', 'damaged'],
      ]),
    );
    await truncate(join(folder, `${importId}.pairs`), 3);
    assert.equal(((await rejection(rowsOf(store(), importId))) as ImportError).problem, 'damaged');
    for (const each of [importId, 'import-new', 'import-bad']) await store().remove(each);
    assert.deepEqual(await readdir(folder), []);
  });
});
