import { type ImportStore } from '../imports/importStore';
import { type People } from '../persons/people';
import { type Person } from '../persons/person';
import { businessKeys } from './businessKeys';

/** What stands in a column of a mapping. */
export type MappingContent =
  | { readonly kind: 'unionid' }
  | { readonly kind: 'openid'; readonly appId: string }
  /** Of that name in the imports. */
  | { readonly kind: 'key'; readonly name: string };

/** A column of a mapping: its head and what stands below it. */
export interface MappingColumn {
  readonly name: string;
  readonly content: MappingContent;
}

/** Which people and columns a mapping has. */
export interface MappingOptions {
  /** Only the people of one platform stand in one mapping. */
  readonly beginning: string;
  readonly columns: readonly MappingColumn[];
  /** Leaves out people who are not in all of the accounts that have a column. */
  readonly inAllAccounts: boolean;
  readonly signal?: AbortSignal;
}

/** Cells in the order of the columns; undefined where nothing is known. */
export type MappingRow = readonly (string | undefined)[];

const atOnce = 500;

/**
 * The people as rows, in portions. Somebody with several openids of one account, or several values of a business key,
 * has as many rows: each value stands in one of them at least.
 */
export async function* mappingRows(
  people: People,
  imports: Pick<ImportStore, 'imports' | 'rows'>,
  { beginning, columns, inAllAccounts, signal }: MappingOptions,
): AsyncGenerator<readonly MappingRow[], void, undefined> {
  const names = columns.flatMap(({ content }) => (content.kind === 'key' ? [content.name] : []));
  const keys = await businessKeys(people, imports, names, signal);
  let rows: MappingRow[] = [];
  for (const person of people.persons(beginning)) {
    const values = columns.map(({ content }) => valuesOf(person, content, keys));
    const accounts = values.filter((_, column) => columns[column]?.content.kind === 'openid');
    if (inAllAccounts ? accounts.some(each => each.length === 0) : accounts.every(each => each.length === 0))
      continue;
    const length = Math.max(...values.map(each => each.length));
    for (let row = 0; row < length; row++) rows.push(values.map(each => each[row] ?? each[0]));
    if (rows.length < atOnce) continue;
    signal?.throwIfAborted();
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

function valuesOf(
  person: Person,
  content: MappingContent,
  keys: (person: Person, name: string) => readonly string[],
): readonly string[] {
  switch (content.kind) {
    case 'unionid':
      return [person.unionid];
    case 'openid':
      return person.accounts.filter(({ appId }) => appId === content.appId).map(({ openid }) => openid);
    case 'key':
      return keys(person, content.name);
  }
}
