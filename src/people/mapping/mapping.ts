import { type ImportStore } from '../imports/importStore';
import { type Positions } from '../persons/numbers';
import { type People } from '../persons/people';
import { businessKeys } from './businessKeys';
import { wantedPersons } from './wantedPersons';

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
  /** Leaves out people who are not in all of the accounts that have a column, and not only who is in none. */
  readonly inAllAccounts: boolean;
  /** Only these people, in this order. */
  readonly only?: Positions | undefined;
  readonly signal?: AbortSignal;
}

/** Cells in the order of the columns; undefined where nothing is known. */
export type MappingRow = readonly (string | undefined)[];

/** AppIDs of the accounts that have a column. */
export function accountsOf(columns: readonly Pick<MappingColumn, 'content'>[]): string[] {
  return columns.flatMap(({ content }) => (content.kind === 'openid' ? [content.appId] : []));
}

/**
 * The people as rows, in portions. Somebody with several openids of one account, or several values of a business key,
 * has as many rows: each value stands in one of them at least.
 */
export async function* mappingRows(
  people: People,
  imports: Pick<ImportStore, 'imports' | 'rows'>,
  { beginning, columns, inAllAccounts, only, signal }: MappingOptions,
): AsyncGenerator<readonly MappingRow[], void, undefined> {
  const names = columns.flatMap(({ content }) => (content.kind === 'key' ? [content.name] : []));
  const keys = await businessKeys(people, imports, names, signal);
  const cells = columns.map(({ content }) => cellsOf(people, content, keys));
  const wanted = { beginning, appIds: accountsOf(columns), inAllAccounts, only };
  for await (const persons of wantedPersons(people, wanted, signal)) {
    const rows: MappingRow[] = [];
    for (const person of persons) {
      const values = cells.map(of => of(person));
      const length = values.reduce((most, each) => Math.max(most, each.length), 0);
      for (let row = 0; row < length; row++) rows.push(values.map(each => each[row] ?? each[0]));
    }
    if (rows.length > 0) yield rows;
  }
}

/** The values of a column by the position of a person's unionid. */
function cellsOf(
  people: People,
  content: MappingContent,
  keys: (person: number, name: string) => readonly string[],
): (person: number) => readonly string[] {
  const { knowledge, ofPersons } = people.joined;
  switch (content.kind) {
    case 'unionid':
      return person => [knowledge.unionids.at(person) ?? ''];
    case 'openid': {
      const index = knowledge.accounts.findIndex(({ appId }) => appId === content.appId);
      const openids = knowledge.accounts[index]?.openids;
      const { first, next } = ofPersons[index] ?? {};
      return person => {
        const own: string[] = [];
        for (let at = first?.at(person) ?? 0; at !== 0; at = next?.at(at - 1) ?? 0)
          own.push(openids?.at(at - 1) ?? '');
        return own;
      };
    }
    case 'key':
      return person => keys(person, content.name);
  }
}
