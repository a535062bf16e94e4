import { setImmediate as breathe } from 'node:timers/promises';
import { type OutcomeKind } from '../../batch';
import { PackedOpenids } from '../../lists';
import { unionidIn } from '../persons/knowledge';
import { Numbers, Positions } from '../persons/numbers';
import { type People } from '../persons/people';

/** What became of the unionid of an openid that was asked for again. */
export type RefreshedKind =
  | 'changed'
  /** It has one, and none was known before. */
  | 'given'
  /** One was known, and WeChat gives none any more: they do not follow, or the account is bound to nothing. */
  | 'gone'
  | 'same'
  | 'without'
  /** No answer since: it is still to be asked for. */
  | 'open';

const kinds: readonly RefreshedKind[] = ['changed', 'given', 'gone', 'same', 'without', 'open'];

/** What a person's unionid was, and is; undefined where none is known. */
export interface UnionidChange {
  readonly openid: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** An answer, as a batch has it. */
export interface RefreshedAnswer {
  readonly openid: string;
  readonly kind: OutcomeKind;
  /** As WeChat gave it. */
  readonly unionid: unknown;
  /** Unix milliseconds. */
  readonly answeredAt: number | undefined;
}

/** Rows that are compared between two turns of the event loop. */
const atOnce = 2_000;

/** Old and new unionids by openid, packed: after another Open Platform account, a million may have changed. */
export class UnionidChanges {
  readonly #ids = new PackedOpenids();
  /** Positions of ids + 1, in the order of the answers. */
  readonly #openids = Numbers.integers();
  readonly #before = Numbers.integers();
  readonly #after = Numbers.integers();
  readonly #of = new Map(kinds.map(kind => [kind, new Positions()]));
  /** By position of an old unionid: the new one that stands for it, + 1. */
  readonly #successors = Numbers.integers();
  #isAmbiguous = false;
  #size = 0;

  /** Notes one person, behind those of the same kind. */
  add(kind: RefreshedKind, { openid, before, after }: UnionidChange): void {
    const row = this.#size++;
    const idOf = (id: string | undefined) => (id === undefined ? 0 : this.#ids.placeText(id) + 1);
    const [old, now] = [idOf(before), idOf(after)];
    this.#openids.set(row, idOf(openid));
    this.#before.set(row, old);
    this.#after.set(row, now);
    this.#of.get(kind)?.push(row);
    if (old === 0 || now === 0) return;
    const known = this.#successors.at(old);
    this.#isAmbiguous ||= known !== 0 && known !== now;
    this.#successors.set(old, now);
  }

  /** How many persons are of a kind. */
  count(kind: RefreshedKind): number {
    return this.#of.get(kind)?.length ?? 0;
  }

  /** Some of a kind, in the order of the answers. */
  rows(kind: RefreshedKind, from: number, count: number): UnionidChange[] {
    const rows = this.#of.get(kind);
    const changes: UnionidChange[] = [];
    for (let index = from; rows && index < Math.min(from + count, rows.length); index++) {
      const row = rows.at(index) ?? 0;
      changes.push({
        openid: this.#ids.at(this.#openids.at(row) - 1) ?? '',
        before: this.#ids.at(this.#before.at(row) - 1),
        after: this.#ids.at(this.#after.at(row) - 1),
      });
    }
    return changes;
  }

  /** All of a kind, in portions. */
  async *portions(
    kind: RefreshedKind,
    size: number,
    signal?: AbortSignal,
  ): AsyncGenerator<readonly UnionidChange[], void, undefined> {
    for (let from = 0; from < this.count(kind); from += size) {
      signal?.throwIfAborted();
      yield this.rows(kind, from, size);
      await breathe();
    }
  }

  /**
   * Whether each old unionid leads to one new one, which was nobody's old one: rows can be found by the old unionid then,
   * one statement after the other, and none is met twice.
   */
  get oldTellsNew(): boolean {
    if (this.#isAmbiguous) return false;
    for (const { before, after } of this.#all('changed'))
      if (before !== undefined && after !== undefined && this.#isOld(after)) return false;
    return true;
  }

  #isOld(unionid: string): boolean {
    return this.#successors.at(this.#ids.positionOfText(unionid) + 1) !== 0;
  }

  *#all(kind: RefreshedKind): Generator<UnionidChange> {
    for (let from = 0; from < this.count(kind); from += atOnce) yield* this.rows(kind, from, atOnce);
  }
}

/**
 * Holds the answers that came since a moment against what was known before it.
 * @param people from before the first of these answers, or read since: what came later than `since` is left out
 */
export async function unionidChanges(
  people: People,
  appId: string,
  since: number,
  answers: Iterable<RefreshedAnswer>,
  signal?: AbortSignal,
): Promise<UnionidChanges> {
  const { accounts, unionids } = people.joined.knowledge;
  const account = accounts.find(each => each.appId === appId);
  const changes = new UnionidChanges();
  let count = 0;
  for (const { openid, kind, unionid, answeredAt } of answers) {
    const isAnswered = kind !== 'pending' && answeredAt !== undefined && answeredAt >= since;
    const place = account ? account.openids.positionOfText(openid) : -1;
    const before = place < 0 ? undefined : unionids.at(account?.unionidBefore(place, since) ?? -1);
    const after = isAnswered ? unionidIn(unionid) : undefined;
    changes.add(isAnswered && kind !== 'failed' && kind !== 'notReturned' ? kindOf(before, after) : 'open', {
      openid,
      before,
      after,
    });
    if (++count % atOnce !== 0) continue;
    signal?.throwIfAborted();
    await breathe();
  }
  return changes;
}

function kindOf(before: string | undefined, after: string | undefined): RefreshedKind {
  if (before === undefined) return after === undefined ? 'without' : 'given';
  if (after === undefined) return 'gone';
  return before === after ? 'same' : 'changed';
}
