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
  const values = new Map(names.map(name => [name, new ValuesOfPersons()]));
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
            if (field.kind === 'key') values.get(keys[field.place] ?? '')?.note(unionid, keyIn(bytes, field));
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
    return values.get(name)?.of(person) ?? [];
  };
}

/** Persons in one piece: a map of a million blocks each time that it outgrows its place. */
const pieceLength = 32_768;

/** The values of one business key, by the position of a person's unionid. Nearly everybody has one. */
class ValuesOfPersons {
  readonly #pieces: (string | string[] | undefined)[][] = [];

  of(person: number): readonly string[] {
    const held = this.#pieces[Math.floor(person / pieceLength)]?.[person % pieceLength];
    return held === undefined ? [] : typeof held === 'string' ? [held] : held;
  }

  note(person: number, value: string): void {
    const piece = (this.#pieces[Math.floor(person / pieceLength)] ??= []);
    const place = person % pieceLength;
    const held = piece[place];
    if (held === undefined) piece[place] = value;
    else if (typeof held === 'string') {
      if (held !== value) piece[place] = [held, value];
    } else if (!held.includes(value)) held.push(value);
  }
}
