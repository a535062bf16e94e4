import assert from 'node:assert/strict';
import { type People, selectPersons } from '../../../../src/people';
import { answersOf, following, id, official, World } from '../scenario';

const u = (number: number) => id('oUnion', number);
const v = (number: number) => id('oVnion', number);
const o = (number: number) => id('oOffic', number);

async function* inPortions(...portions: readonly string[][]): AsyncGenerator<readonly string[]> {
  await Promise.resolve();
  yield* portions;
}

describe('picked persons', () => {
  let people: People;
  beforeEach(async () => {
    people = await new World().people([
      answersOf('b', official, [
        ...[1, 2, 3].map(at => ({ outcome: following(o(at), u(at)), at })),
        { outcome: following(o(9), v(9)), at: 1 },
      ]),
    ]);
  });

  async function selected(beginning: string, ...portions: readonly string[][]) {
    const { persons, unknown } = await selectPersons(people, beginning, inPortions(...portions));
    const unionids = Array.from({ length: persons.length }, (_, at) =>
      people.joined.knowledge.unionids.at(persons.at(at) ?? -1),
    );
    return { unionids, unknown };
  }

  it('are taken in the order of the rows, each once', async () => {
    assert.deepEqual(await selected('oUnion', [u(3), u(1)], [u(3), u(2), u(1)]), {
      unionids: [u(3), u(1), u(2)],
      unknown: 0,
    });
  });

  it('are counted where nobody knows them, or where they are of another platform', async () => {
    assert.deepEqual(await selected('oUnion', [u(1), u(77), v(9)]), { unionids: [u(1)], unknown: 2 });
    assert.deepEqual(await selected('oVnion', [u(1), v(9)]), { unionids: [v(9)], unknown: 1 });
  });

  it('are nobody where the platform is gone', async () => {
    assert.deepEqual(await selected('oWnion', [u(1), v(9)]), { unionids: [], unknown: 2 });
  });

  it('are not read to the end once it is cancelled', async () => {
    const controller = new AbortController();
    let read = 0;
    async function* rows(): AsyncGenerator<readonly string[]> {
      await Promise.resolve();
      for (;;) {
        if (++read === 2) controller.abort();
        yield [u(1)];
      }
    }
    await assert.rejects(selectPersons(people, 'oUnion', rows(), controller.signal), { name: 'AbortError' });
    assert.equal(read, 2);
  });
});
