import { type ImportStore } from '../imports/importStore';
import { keyIn, type LineField, readLines } from '../imports/pairLine';
import { type People } from '../persons/people';

/**
 * The values of business keys by the position of a person's unionid, read from the imports when they are wanted:
 * nothing of them is in the memory of the index. A value belongs to whoever has one of its row's openids now, or else
 * its unionid.
 */
export async function businessKeys(
  people: People,
  imports: Pick<ImportStore, 'imports' | 'rows'>,
  names: readonly string[],
  signal?: AbortSignal,
): Promise<(person: number, name: string) => readonly string[]> {
  const { knowledge } = people.joined;
  // A map of a million would block each time that it outgrows its place.
  const values = new Map(
    names.map(name => [
      name,
      new Array<string | string[] | undefined>(knowledge.unionids.size).fill(undefined),
    ]),
  );
  if (names.length > 0)
    for (const { id, keys, accounts } of (await imports.imports()).imports) {
      if (!keys.some(key => values.has(key))) continue;
      const own = accounts.map(appId => knowledge.accounts.find(account => account.appId === appId));
      for await (const bytes of imports.rows(id)) {
        signal?.throwIfAborted();
        readLines(bytes, (start, unionidEnd, fields) => {
          const unionid = personOf(start, unionidEnd, fields, bytes);
          if (unionid < 0) return;
          for (const field of fields)
            if (field.kind === 'key') note(values.get(keys[field.place] ?? ''), unionid, keyIn(bytes, field));
        });
      }
      function personOf(start: number, end: number, fields: readonly LineField[], bytes: Buffer): number {
        for (const field of fields) {
          const account = field.kind === 'openid' ? own[field.place] : undefined;
          const openid = account?.openids.positionOf(bytes, field.start, field.end) ?? -1;
          const unionid = openid < 0 ? -1 : (account?.unionidOf(openid) ?? -1);
          if (unionid >= 0) return unionid;
        }
        return end > start ? knowledge.unionids.positionOf(bytes, start, end) : -1;
      }
    }
  return (person, name) => {
    const held = values.get(name)?.[person];
    return held === undefined ? [] : typeof held === 'string' ? [held] : held;
  };
}

/** Values of a business key by the position of a person's unionid; nearly everybody has one. */
type ValuesOfPersons = (string | string[] | undefined)[];

function note(values: ValuesOfPersons | undefined, person: number, value: string): void {
  if (!values) return;
  const held = values[person];
  if (held === undefined) values[person] = value;
  else if (typeof held === 'string') {
    if (held !== value) values[person] = [held, value];
  } else if (!held.includes(value)) held.push(value);
}
