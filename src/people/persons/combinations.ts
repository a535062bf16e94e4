/** Sets of accounts, each known by a number; 0 is the empty one. A person's grows account by account. */
export class Combinations {
  readonly #larger = new Map<number, number>();
  readonly #members: (readonly number[])[] = [[]];

  constructor(private readonly accounts: number) {}

  /** The set with one account more, which none before it in the list of accounts joins later. */
  with(combination: number, account: number): number {
    const key = combination * this.accounts + account;
    const known = this.#larger.get(key);
    if (known !== undefined) return known;
    const made = this.#members.push([...this.members(combination), account]) - 1;
    this.#larger.set(key, made);
    return made;
  }

  /** Places of its accounts in their list, in order. */
  members(combination: number): readonly number[] {
    return this.#members[combination] ?? [];
  }
}
