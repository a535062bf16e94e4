import { Numbers, Positions } from '../persons/numbers';
import { type People } from '../persons/people';

/** Unionids in portions, such as the rows that a table shows. */
export type UnionidSource = AsyncIterable<readonly string[]>;

/**
 * The persons of some unionids, each once, in their order. Who is not known (any more), or is of another platform,
 * is counted.
 */
export async function selectPersons(
  people: People,
  beginning: string,
  unionids: UnionidSource,
  signal?: AbortSignal,
): Promise<{ readonly persons: Positions; readonly unknown: number }> {
  const { knowledge, platformOf, beginnings } = people.joined;
  const platform = (beginnings.get(beginning) ?? -1) + 1;
  const persons = new Positions();
  const taken = Numbers.bytes();
  let unknown = 0;
  for await (const portion of unionids) {
    signal?.throwIfAborted();
    for (const unionid of portion) {
      const position = knowledge.unionids.positionOfText(unionid);
      if (position < 0 || platform === 0 || platformOf.at(position) !== platform) {
        unknown++;
      } else if (taken.at(position) === 0) {
        taken.set(position, 1);
        persons.push(position);
      }
    }
  }
  return { persons, unknown };
}
