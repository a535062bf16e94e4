import { once } from 'node:events';
import { type AnswerPositions, type BatchStore, noAccount, type Outcome } from '../../batch';
import { type FollowerList, ListError, type OpenidSource } from '../../lists';
import { ImportError } from '../imports/importError';
import { type ImportStore, type PairImport } from '../imports/importStore';
import { readLines } from '../imports/pairLine';
import { rankOf } from './accountPeople';
import { hearList } from './hearList';
import { join } from './join';
import { Knowledge } from './knowledge';
import { type People } from './people';

/** One openid that was looked up. */
export interface LookedUp {
  readonly id: string;
  readonly appId: string;
  readonly outcome: Outcome;
  /** Unix milliseconds. */
  readonly fetchedAt: number;
}

/** Where pairs come from. */
export interface PeopleSources {
  readonly batches: Pick<BatchStore, 'answers'>;
  /** All that are kept, of every account. */
  readonly lookups: () => AsyncIterable<LookedUp>;
  readonly imports: Pick<ImportStore, 'imports' | 'rows'>;
  /** Whose people are known by openid before their profiles were fetched. */
  readonly lists?: ListSource | undefined;
}

/** Kept lists of openids. */
export interface ListSource {
  /** All that can be read. */
  lists(): Promise<{ readonly lists: readonly FollowerList[] }>;
  /** The openids of one, page by page. @throws {ListError} where it is gone */
  source(id: string): Promise<OpenidSource>;
}

/** What was read needs to be read anew: something of it is gone. */
class SomethingGone extends Error {}

/**
 * Who is who, from all that is kept here. Made when it is asked for; asked again, it reads only what came since, of
 * whichever window. What was removed is forgotten by reading everything anew, which is rare and takes seconds at most.
 */
export class PeopleIndex {
  #read = new ReadSoFar();
  /** What is being made, and what may end it. */
  #making: { readonly people: Promise<People>; readonly signal: AbortSignal | undefined } | undefined;
  #made: People | undefined;

  constructor(private readonly sources: PeopleSources) {}

  /**
   * The people as they are known now. Asked by several at once, it is made once. Whoever began it and does not wait for
   * it ends it; the next of the others makes it then.
   * @throws {ImportError} `cannotRead`; the signal's reason
   */
  async people(signal?: AbortSignal): Promise<People> {
    while (this.#making) {
      const { people, signal: first } = this.#making;
      try {
        return await until(people, signal);
      } catch (error) {
        if (signal?.aborted || !first?.aborted) throw error;
      }
    }
    const people = this.#make(signal).finally(() => (this.#making = undefined));
    this.#making = { people, signal };
    return people;
  }

  /** Lets go of the memory. */
  forget(): void {
    this.#read = new ReadSoFar();
    this.#made = undefined;
  }

  async #make(signal: AbortSignal | undefined): Promise<People> {
    try {
      const isNew = await this.#readOn(signal);
      if (this.#made && !isNew) return this.#made;
      this.#made = await join(this.#read.knowledge, signal);
      return this.#made;
    } catch (error) {
      // What was half read would count twice, or not at all.
      this.forget();
      if (error instanceof SomethingGone) return this.#make(signal);
      throw error;
    }
  }

  async #readOn(signal: AbortSignal | undefined): Promise<boolean> {
    const read = this.#read;
    const news = [
      await this.#readBatches(read, signal),
      await this.#readLookups(read, signal),
      await this.#readImports(read, signal),
      await this.#readLists(read, signal),
    ];
    return news.includes(true);
  }

  async #readBatches({ knowledge, positions, batches }: ReadSoFar, signal?: AbortSignal): Promise<boolean> {
    let isNew = false;
    for await (const news of this.sources.batches.answers(positions)) {
      signal?.throwIfAborted();
      if (news.kind === 'gone') {
        if (batches.has(news.batchId)) throw new SomethingGone();
        continue;
      }
      const { id, appId, startedAt } = news.batch;
      if (news.isAnew && batches.has(id)) throw new SomethingGone();
      // Whose people a saved answer tells of, nobody knows.
      if (appId === noAccount) continue;
      batches.add(id);
      const account = knowledge.account(appId);
      for (const answer of news.answers) knowledge.hear(account, answer, answer.at ?? startedAt);
      isNew ||= news.answers.length > 0;
    }
    return isNew;
  }

  async #readLookups({ knowledge, lookups }: ReadSoFar, signal?: AbortSignal): Promise<boolean> {
    let isNew = false;
    const seen = new Set<string>();
    for await (const { id, appId, outcome, fetchedAt } of this.sources.lookups()) {
      signal?.throwIfAborted();
      seen.add(id);
      if (lookups.get(id) === fetchedAt) continue;
      lookups.set(id, fetchedAt);
      knowledge.hear(knowledge.account(appId), { outcome }, fetchedAt);
      isNew = true;
    }
    if ([...lookups.keys()].some(id => !seen.has(id))) throw new SomethingGone();
    return isNew;
  }

  async #readImports({ knowledge, imports }: ReadSoFar, signal?: AbortSignal): Promise<boolean> {
    const there = (await this.sources.imports.imports()).imports;
    const ids = new Set(there.map(({ id }) => id));
    if ([...imports].some(id => !ids.has(id))) throw new SomethingGone();
    const unread = there.filter(({ id }) => !imports.has(id)).sort((a, b) => a.at - b.at);
    for (const each of unread) {
      imports.add(each.id);
      await this.#readImport(knowledge, each, signal);
    }
    return unread.length > 0;
  }

  async #readLists({ knowledge, lists }: ReadSoFar, signal?: AbortSignal): Promise<boolean> {
    const there = (await this.sources.lists?.lists())?.lists ?? [];
    const ids = new Set(there.map(({ id }) => id));
    if ([...lists.keys()].some(id => !ids.has(id))) throw new SomethingGone();
    let isNew = false;
    for (const list of there) {
      const read = lists.get(list.id) ?? 0;
      if (list.found <= read) continue;
      lists.set(list.id, await this.#readList(knowledge, list, read, signal));
      isNew = true;
    }
    return isNew;
  }

  async #readList(
    knowledge: Knowledge,
    list: FollowerList,
    known: number,
    signal?: AbortSignal,
  ): Promise<number> {
    try {
      const source = await this.sources.lists?.source(list.id);
      return source ? await hearList(knowledge, list, source, known, signal) : known;
    } catch (error) {
      // As of an import; one that is damaged is shown where lists are.
      if (!(error instanceof ListError) || error.problem === 'cannotRead') throw error;
      if (error.problem === 'gone') throw new SomethingGone();
      return list.found;
    }
  }

  async #readImport(
    knowledge: Knowledge,
    { id, accounts, at }: PairImport,
    signal?: AbortSignal,
  ): Promise<void> {
    const own = accounts.map(appId => knowledge.account(appId));
    const rank = rankOf(at, false);
    try {
      for await (const bytes of this.sources.imports.rows(id)) {
        signal?.throwIfAborted();
        readLines(bytes, (start, unionidEnd, fields) => {
          const unionid = unionidEnd > start ? knowledge.unionids.place(bytes, start, unionidEnd) : -1;
          for (const field of fields) {
            const account = field.kind === 'openid' ? own[field.place] : undefined;
            if (!account) continue;
            const openid = account.openids.place(bytes, field.start, field.end);
            if (unionid >= 0) account.join(openid, unionid, rank);
          }
        });
      }
    } catch (error) {
      // Removed by another window in the meantime; a damaged one tells of nobody, and is shown where imports are.
      if (!(error instanceof ImportError) || error.problem === 'cannotRead') throw error;
      throw new SomethingGone();
    }
  }
}

class ReadSoFar {
  readonly knowledge = new Knowledge();
  readonly positions: AnswerPositions = new Map();
  readonly batches = new Set<string>();
  /** When each was fetched that was read. */
  readonly lookups = new Map<string, number>();
  readonly imports = new Set<string>();
  /** How many openids of each. */
  readonly lists = new Map<string, number>();
}

/** Waits for it, and no longer than to the signal. */
async function until<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  signal.throwIfAborted();
  const waiting = new AbortController();
  const ending = once(signal, 'abort', { signal: waiting.signal });
  try {
    await Promise.race([work, ending]);
    signal.throwIfAborted();
    return await work;
  } finally {
    ending.catch(() => undefined);
    waiting.abort();
  }
}
