import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type KeptAnswer } from '../../../../src/batch';
import {
  type ChangesFormat,
  type RefreshedAnswer,
  type RefreshedKind,
  type UnionidChanges,
  unionidChanges,
  writeChanges,
} from '../../../../src/people';
import { answersOf, following, id, imported, official, other, World } from '../scenario';

const o = (number: number) => id('oOffic', number);
const u = (number: number) => id('oUnion', number);
const v = (number: number) => id('oVnion', number);
const all = 100;

function answer(openid: string, unionid?: string, answeredAt?: number): RefreshedAnswer {
  return { openid, kind: unionid === undefined ? 'notFollowing' : 'following', unionid, answeredAt };
}

describe('unionids that were asked for again', () => {
  let world: World;
  beforeEach(() => (world = new World()));

  const known = (answers: readonly KeptAnswer[]) => world.people([answersOf('b', official, answers)]);
  const pairs = (changes: UnionidChanges, kind: RefreshedKind) =>
    changes.rows(kind, 0, all).map(({ openid, before, after }) => [openid, before, after]);

  it('are held against what was known before', async () => {
    await imported(world.imports, [official], [[u(7), o(7)]]);
    const people = await known([
      { outcome: following(o(1), u(1)), at: 10 },
      { outcome: following(o(2), u(2)), at: 10 },
      { outcome: following(o(3), u(3)), at: 10 },
      { outcome: other('notFollowing', o(4)), at: 10 },
      { outcome: other('notFollowing', o(5)), at: 10 },
    ]);
    const changes = await unionidChanges(people, official, 100, [
      answer(o(1), v(1), 100),
      answer(o(2), ` ${u(2)}`, 101),
      answer(o(3), undefined, 102),
      answer(o(4), v(4), 103),
      answer(o(5), undefined, 104),
      // Its answer is of before: nobody has asked again yet, or WeChat has not answered.
      answer(o(6), u(6), 99),
      answer(o(7), v(7), 105),
    ]);
    assert.deepEqual(pairs(changes, 'changed'), [
      [o(1), u(1), v(1)],
      [o(7), u(7), v(7)],
    ]);
    assert.deepEqual(pairs(changes, 'same'), [[o(2), u(2), u(2)]]);
    assert.deepEqual(pairs(changes, 'gone'), [[o(3), u(3), undefined]]);
    assert.deepEqual(pairs(changes, 'given'), [[o(4), undefined, v(4)]]);
    assert.deepEqual(pairs(changes, 'without'), [[o(5), undefined, undefined]]);
    assert.deepEqual(pairs(changes, 'open'), [[o(6), undefined, undefined]]);
  });

  it('are held against the same where some answers have come already', async () => {
    const people = await known([
      { outcome: following(o(1), u(1)), at: 10 },
      { outcome: following(o(2), u(2)), at: 10 },
      { outcome: following(o(3), u(8)), at: 5 },
      { outcome: following(o(3), u(3)), at: 10 },
      { outcome: following(o(1), v(1)), at: 100 },
      { outcome: following(o(2), u(2)), at: 101 },
      { outcome: following(o(3), u(3)), at: 102 },
    ]);
    const answers = [answer(o(1), v(1), 100), answer(o(2), u(2), 101), answer(o(3), u(3), 102)];
    const changes = await unionidChanges(people, official, 100, answers);
    assert.deepEqual(pairs(changes, 'changed'), [[o(1), u(1), v(1)]]);
    assert.equal(changes.count('same'), 2);
  });

  it('are open where WeChat was asked and gave no answer, or nobody was asked yet', async () => {
    const people = await known([{ outcome: following(o(1), u(1)), at: 10 }]);
    const kinds = ['failed', 'notReturned', 'pending'] as const;
    for (const kind of kinds) {
      const answers = [{ openid: o(1), kind, unionid: undefined, answeredAt: 200 }];
      const changes = await unionidChanges(people, official, 100, answers);
      assert.deepEqual(pairs(changes, 'open'), [[o(1), u(1), undefined]], kind);
      assert.equal(changes.count('gone'), 0, kind);
    }
    const unasked = [{ openid: o(1), kind: 'following', unionid: u(1), answeredAt: undefined } as const];
    assert.equal((await unionidChanges(people, official, 100, unasked)).count('open'), 1);
  });

  it('of an account of which nothing was known were all given now', async () => {
    const changes = await unionidChanges(await known([]), 'wx-unknown', 100, [answer(o(1), v(1), 100)]);
    assert.deepEqual(pairs(changes, 'given'), [[o(1), undefined, v(1)]]);
  });

  it('are compared with turns in between, in which it can be cancelled', async () => {
    const people = await known([]);
    const controller = new AbortController();
    let asked = 0;
    function* answers(): Generator<RefreshedAnswer> {
      for (; asked < 1_000_000; asked++) yield answer(o(asked), v(asked), 100);
    }
    setImmediate(() => controller.abort());
    await assert.rejects(unionidChanges(people, official, 100, answers(), controller.signal), {
      name: 'AbortError',
    });
    assert.ok(asked < 100_000, `${asked} answers`);
  });

  it('are told from before any of the last moments of a generated past', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(2), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: -8, max: 0 }),
        async (seen, moments) => {
          const moment = Math.max(1, seen.length + 1 + moments);
          const generated = new World();
          const outcomes = seen.map((unionid, at) => ({ outcome: following(o(1), u(unionid)), at: at + 1 }));
          const people = await generated.people([answersOf('b', official, outcomes)]);
          const before = seen.slice(0, moment - 1).at(-1);
          const answers = [answer(o(1), v(1), moment)];
          const changes = await unionidChanges(people, official, moment, answers);
          const [row] = [...changes.rows('changed', 0, 1), ...changes.rows('given', 0, 1)];
          assert.equal(row?.before, before === undefined ? undefined : u(before));
        },
      ),
      { numRuns: 300 },
    ));

  async function written(format: ChangesFormat, changed: readonly (readonly [number, number])[]) {
    const people = await known(changed.map(([at], row) => ({ outcome: following(o(row), u(at)), at: 1 })));
    const answers = changed.map(([, to], row) => answer(o(row), u(to), 100));
    const changes = await unionidChanges(people, official, 100, answers);
    let text = '';
    for await (const piece of writeChanges(changes, 'changed', format)) text += piece;
    return text;
  }
  const update = { kind: 'update', dialect: 'mysql', table: 'users', unionid: 'union_id' } as const;

  it('are written as UPDATEs by openid, in transactions', async () => {
    const many = Array.from({ length: 501 }, (_, row) => [row, row + 1_000] as const);
    const text = await written({ ...update, openid: 'openid' }, many);
    const [charset, ...lines] = text.trimEnd().split('\n');
    assert.equal(charset, 'SET NAMES utf8mb4;');
    const statements = many.map(
      ([, to], row) => `UPDATE \`users\` SET \`union_id\` = '${u(to)}' WHERE \`openid\` = '${o(row)}';`,
    );
    const [begin, end] = ['START TRANSACTION;', 'COMMIT;'];
    const [last = ''] = statements.splice(500);
    assert.deepEqual(lines, [begin, ...statements, end, begin, last, end]);
  });

  it('are written as UPDATEs by the old unionid, one for each, only where that tells the new one', async () => {
    const by = { ...update, openid: undefined };
    const text = await written(by, [
      [1, 11],
      [1, 11],
      [2, 12],
    ]);
    assert.equal(
      text,
      `SET NAMES utf8mb4;\nSTART TRANSACTION;\n${[
        [1, 11],
        [2, 12],
      ]
        .map(
          ([from = 0, to = 0]) =>
            `UPDATE \`users\` SET \`union_id\` = '${u(to)}' WHERE \`union_id\` = '${u(from)}';`,
        )
        .join('\n')}\nCOMMIT;\n`,
    );
    world = new World();
    // Rows that slipped: the first statement would make two rows of one.
    await assert.rejects(written(by, [[1, 2], [2, 3]]), RangeError); // prettier-ignore
    world = new World();
    await assert.rejects(written(by, [[1, 2], [1, 3]]), RangeError); // prettier-ignore
    await assert.rejects(written({ ...by, unionid: 'a.b' }, [[1, 9]]), RangeError);
  });

  it('are written as a table', async () => {
    assert.equal(
      await written({ kind: 'csv' }, [[1, 11]]),
      `\uFEFFopenid,old_unionid,unionid\r\n${o(0)},${u(1)},${u(11)}\r\n`,
    );
  });
});
