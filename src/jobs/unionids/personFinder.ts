import { cleanOpenid } from '../../openids';
import { findInImports, type FoundRow, type ImportStore, type OpenidAlone, type Person } from '../../people';
import { orImportProblem } from './importProblem';
import { type SharedIndex } from './sharedIndex';

export interface Wanted {
  readonly kind: 'unionid' | 'openid' | 'businessKey' | 'any';
  readonly text: string;
}

/** Everybody that a unionid, openid or business key leads to. */
export interface FoundPeople {
  readonly persons: readonly Person[];
  readonly alone: readonly OpenidAlone[];
  /** Rows of imports that hold one of their ids, or the business key. */
  readonly rows: readonly FoundRow[];
}

/** Finds persons in what is kept here; asks nobody. */
export class PersonFinder {
  constructor(
    private readonly index: Pick<SharedIndex, 'people'>,
    private readonly imports: () => Promise<ImportStore>,
  ) {}

  async find({ kind, text }: Wanted, signal: AbortSignal): Promise<FoundPeople> {
    const imports = await this.imports();
    const people = await this.index.people(signal);
    const persons = new Map<string, Person>();
    const alone = new Map<string, OpenidAlone>();
    const byUnionid = (unionid: string) => {
      const person = people.byUnionid(unionid);
      if (person) persons.set(unionid, person);
    };
    const byOpenid = (openid: string) => {
      const found = people.byOpenid(openid);
      for (const person of found.persons) persons.set(person.unionid, person);
      for (const each of found.alone) alone.set(`${each.appId} ${each.openid}`, each);
    };
    // Ids are pasted with the quotes and commas around them; what a business key looks like nobody knows.
    const id = cleanOpenid(text).openid;
    if (kind === 'unionid' || kind === 'any') byUnionid(id);
    if (kind === 'openid' || kind === 'any') byOpenid(id);
    const search = (wanted: Parameters<typeof findInImports>[1]) =>
      orImportProblem(() => findInImports(imports, wanted, signal));
    const isKey = kind === 'businessKey' || kind === 'any';
    const rows = isKey ? await search({ kind: 'key', value: text }) : [];
    for (const { unionid, openids } of rows) {
      if (unionid !== undefined) byUnionid(unionid);
      else for (const { openid } of openids) byOpenid(openid);
    }
    for (const { unionid } of persons.values()) rows.push(...(await search({ kind: 'id', id: unionid })));
    for (const { openid } of alone.values()) rows.push(...(await search({ kind: 'id', id: openid })));
    return { persons: [...persons.values()], alone: [...alone.values()], rows };
  }
}
