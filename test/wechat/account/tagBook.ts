import { type Population } from './population';

const OWN_FROM = 100;
const MOST_TAGS = 100;
const MOST_A_PERSON = 20;
const NAME_BYTES = 30;

/** The tags of one account: their names, and who carries which, as far as it differs from the population's own. */
export class TagBook {
  readonly #names: Map<number, string>;
  readonly #changed = new Map<number, ReadonlySet<number>>();
  /** By the population alone; counted at first use. */
  #usualCounts: ReadonlyMap<number, number> | undefined;
  readonly #people: Population;
  readonly #onChange: (openid: string) => void;

  constructor(people: Population, onChange: (openid: string) => void) {
    this.#people = people;
    this.#names = new Map(people.texts.tags.map(({ id, name }) => [id, name]));
    this.#onChange = onChange;
  }

  get all(): readonly { readonly id: number; readonly name: string }[] {
    return [...this.#names].map(([id, name]) => ({ id, name }));
  }

  has(id: number): boolean {
    return this.#names.has(id);
  }

  /** The new tag's id, or the errcode. */
  create(name: string): { readonly id: number } | { readonly errcode: number } {
    const errcode = this.#nameRefusal(name);
    if (errcode !== 0) return { errcode };
    if ([...this.#names.keys()].filter(id => id >= OWN_FROM).length >= MOST_TAGS) return { errcode: 45056 };
    const id = Math.max(OWN_FROM - 1, ...this.#names.keys()) + 1;
    this.#names.set(id, name);
    return { id };
  }

  rename(id: number, name: string): number {
    if (id < 3) return 45058;
    if (!this.has(id)) return 45159;
    const errcode = this.#nameRefusal(name);
    if (errcode === 0) this.#names.set(id, name);
    return errcode;
  }

  /** As if somebody deleted it in the console. */
  remove(id: number): void {
    this.#names.delete(id);
  }

  idsOf(index: number): readonly number[] {
    const changed = this.#changed.get(index);
    return (changed ? [...changed] : this.#people.tagIdsOf(index)).filter(id => this.has(id));
  }

  mayCarryMore(index: number, id: number): boolean {
    const ids = this.idsOf(index);
    return ids.includes(id) || ids.length < MOST_A_PERSON;
  }

  give(index: number, id: number): void {
    this.#set(index, new Set([...this.idsOf(index), id]));
  }

  take(index: number, id: number): void {
    this.#set(index, new Set(this.idsOf(index).filter(each => each !== id)));
  }

  /** How many followers carry a tag. */
  countOf(id: number, isFollowing: (index: number) => boolean): number {
    this.#usualCounts ??= this.#count();
    let count = this.#usualCounts.get(id) ?? 0;
    for (const index of this.#changed.keys()) {
      const did = this.#people.isFollowing(index) && this.#people.tagIdsOf(index).includes(id);
      count += Number(isFollowing(index) && this.idsOf(index).includes(id)) - Number(did);
    }
    return count;
  }

  #set(index: number, ids: ReadonlySet<number>): void {
    this.#changed.set(index, ids);
    this.#onChange(this.#people.openids.encode(index));
  }

  #nameRefusal(name: string): number {
    if (Buffer.byteLength(name) > NAME_BYTES) return 45158;
    return name === '' || [...this.#names.values()].includes(name) ? 45157 : 0;
  }

  #count(): ReadonlyMap<number, number> {
    const counts = new Map<number, number>();
    for (let index = 0; index < this.#people.size; index++) {
      if (!this.#people.isFollowing(index)) continue;
      for (const id of this.#people.tagIdsOf(index)) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return counts;
  }
}
