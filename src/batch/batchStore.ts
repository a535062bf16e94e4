import { randomBytes } from 'node:crypto';
import { type WeChatLang } from '../wechat';
import { Batch, type BatchOrigin, type BatchProgress } from './batch';
import { BatchRuns, type StoredRunOptions } from './engine/batchRuns';
import { Changes, type Listener, type Subscription } from './changes';
import { JournalFolder } from './journal/journalFolder';
import { progressOf } from './journal/journalWriter';
import { type Outcome } from './outcome';
import { OpenBatches } from './openBatches';
import { OutcomeTable } from './outcomeTable';
import { type ProfileSource } from './engine/runBatch';
import { isProblem, StoreError } from './storeError';

export interface NewBatch {
  readonly appId: string;
  readonly accountName: string;
  /** Where the openids came from, in words for people. */
  readonly source: string;
  /** Repeated ones are asked for once. */
  readonly openids: Iterable<string>;
  readonly lang: WeChatLang;
}

/** A batch of which every outcome is known without asking. */
export type KnownBatch = Pick<NewBatch, 'accountName' | 'source'> & { readonly outcomes: readonly Outcome[] };

/** The AppID of such a batch: nobody can be asked about its people. */
export const noAccount = '';

export interface BatchStoreOptions {
  /** Days that batches are kept; a new batch of a store that keeps none is in memory only. */
  readonly retentionDays: () => number;
  /** Unix milliseconds. */
  readonly now?: () => number;
}

/** A batch in a list. It is `running` also if another window runs it. */
export type BatchEntry = BatchOrigin & BatchProgress;

/** A journal that cannot be read. It keeps people's profiles all the same, and can be removed. */
export interface UnreadableBatch {
  /** The name of its file. */
  readonly id: string;
  /** Absent where not even that can be read. */
  readonly appId?: string;
  readonly failure: StoreError;
}

const day = 86_400_000;
const longestName = 500;
/** Each costs a look into a file. */
const mostSearched = 50;

/**
 * The batches of this machine: journals in a folder of their own that all windows share, and batches of this
 * window that are in memory only.
 */
export class BatchStore {
  readonly #folder: JournalFolder;
  readonly #now: () => number;
  readonly #inMemory = new Map<string, Batch>();
  readonly #runs: BatchRuns;
  readonly #saved: OpenBatches;
  readonly #changes = new Changes();

  constructor(
    folder: string,
    private readonly options: BatchStoreOptions,
  ) {
    this.#folder = new JournalFolder(folder);
    this.#now = options.now ?? Date.now;
    this.#saved = new OpenBatches(this.#folder, this.#now);
    this.#runs = new BatchRuns({
      folder: this.#folder,
      saved: this.#saved,
      inMemory: this.#inMemory,
      changes: this.#changes,
    });
  }

  /** A batch was created or removed, or a run began or ended, in this window. */
  onDidChange(listener: Listener): Subscription {
    return this.#changes.subscribe(listener);
  }

  /** All batches that can be read, by the heads and tails of their journals. */
  async list(): Promise<BatchEntry[]> {
    return (await this.listAll()).batches;
  }

  /** Also damaged journals, and those of newer versions. They can only be removed. */
  async listAll(): Promise<{ batches: BatchEntry[]; unreadable: UnreadableBatch[] }> {
    const entries = await this.#scan();
    return {
      batches: entries.filter(entry => 'state' in entry),
      unreadable: entries.filter(entry => 'failure' in entry),
    };
  }

  /** What is kept of an account. A damaged journal that names no account may hold its people: it counts too. */
  async idsOf(appId: string): Promise<string[]> {
    const { batches, unreadable } = await this.listAll();
    const lost = unreadable.filter(entry => mayHold(entry, appId));
    return [...batches.filter(entry => entry.appId === appId), ...lost].map(({ id }) => id);
  }

  /** Of the account's latest batches, those whose list holds an openid. */
  async holding(openid: string, appId: string): Promise<BatchEntry[]> {
    const own = (await this.list()).filter(entry => entry.appId === appId);
    own.sort((a, b) => b.startedAt - a.startedAt);
    const holding: BatchEntry[] = [];
    for (const entry of own.slice(0, mostSearched)) {
      const batch = this.#inMemory.get(entry.id) ?? this.#runs.get(entry.id);
      const found = batch ? batch.indexOf(openid) !== undefined : await this.#folder.holds(entry.id, openid);
      if (found) holding.push(entry);
    }
    return holding;
  }

  /** One of the list, at once however long it is; otherwise as `open`. */
  async entry(id: string): Promise<BatchEntry | undefined> {
    return this.#readEntry(id, await this.#folder.running(this.#now())).catch((error: unknown) => {
      if (isProblem(error, 'gone')) return undefined;
      throw error;
    });
  }

  /**
   * The batch with its rows; the same object for everybody who asks. Undefined where there is none (any more).
   * @throws {StoreError} `damaged`, `tooNew` or `cannotRead`
   */
  async open(id: string): Promise<Batch | undefined> {
    return this.#inMemory.get(id) ?? this.#runs.get(id) ?? this.#saved.open(id);
  }

  /** A batch that cannot be saved is created nevertheless, in memory, and says so in `storageFailure`. */
  async create(origin: NewBatch): Promise<Batch> {
    const batch = this.#make(origin);
    if (this.options.retentionDays() > 0) await this.#save(batch);
    else this.#inMemory.set(batch.id, batch);
    this.#changes.notify();
    return batch;
  }

  /** A batch in memory that is done already: what a saved answer holds. */
  keep({ outcomes, ...origin }: KnownBatch): Batch {
    const openids = outcomes.map(({ openid }) => openid);
    const batch = this.#make({ ...origin, appId: noAccount, openids, lang: 'zh_CN' });
    batch.begin([]);
    batch.record(outcomes);
    batch.end('done');
    this.#inMemory.set(batch.id, batch);
    this.#changes.notify();
    return batch;
  }

  /** The batches whose rows are in the memory of this window. */
  held(): Batch[] {
    return [...new Set([...this.#inMemory.values(), ...this.#runs.all(), ...this.#saved.held()])];
  }

  /** The batches that this window runs, the one that began last at the end. */
  running(): Batch[] {
    return this.#runs.all();
  }

  /**
   * Runs a new batch, or goes on with one: asks for what is pending. How it ended is told by `batch.state`;
   * a cancelled or stopped run is no error.
   * @throws {StoreError} `busy`, `takenOver`, `gone`, `cannotRead` or `cannotWrite`; before the first call as a rule
   */
  run(batch: Batch, client: ProfileSource, options: StoredRunOptions): Promise<void> {
    return this.#runs.run(batch, client, [], options);
  }

  /** As `run`, after making what failed pending again. */
  retryFailed(batch: Batch, client: ProfileSource, options: StoredRunOptions): Promise<void> {
    return this.#runs.run(batch, client, ['failed', 'notReturned'], options);
  }

  /** As `run`, after making those who did not follow pending again: real followers come back so at times. */
  recheckNotFollowing(batch: Batch, client: ProfileSource, options: StoredRunOptions): Promise<void> {
    return this.#runs.run(batch, client, ['notFollowing'], options);
  }

  /** @throws {StoreError} `busy` while some window runs it, or `cannotWrite` */
  async remove(id: string): Promise<void> {
    if (this.#runs.get(id)) throw new StoreError('busy');
    // A batch that could not be saved to its end is in both places.
    if (!this.#inMemory.has(id) || (await this.#folder.ids()).includes(id)) await this.#removeJournal(id);
    this.#inMemory.delete(id);
    this.#saved.forget(id);
    this.#changes.notify();
  }

  /**
   * Removes what was written last more than so many days ago, apart from batches that are running, and the locks
   * of dead windows. What cannot be removed does not save the rest; the first refusal is thrown at the end.
   */
  async removeOlderThan(days: number): Promise<void> {
    const latest = this.#now() - days * day;
    const running = await this.#folder.running(this.#now());
    let refusal: { readonly error: unknown } | undefined;
    for (const id of await this.#folder.ids()) {
      try {
        if (!running.has(id) && (await this.#folder.changedAt(id)) <= latest) await this.remove(id);
      } catch (error) {
        // Another window was faster, to remove it or to run it.
        if (!isProblem(error, 'gone') && !isProblem(error, 'busy')) refusal ??= { error };
      }
    }
    await this.#folder.removeForsakenLocks(this.#now());
    if (refusal) throw refusal.error;
  }

  /** @throws {StoreError} `busy` while one of them is running; the others are removed nevertheless */
  async removeForAccount(appId: string): Promise<void> {
    const results = await Promise.allSettled((await this.idsOf(appId)).map(id => this.remove(id)));
    const refused = results.find(result => result.status === 'rejected');
    if (refused) throw refused.reason;
  }

  #make({ openids, source, accountName, ...origin }: NewBatch): Batch {
    const startedAt = this.#now();
    const names = { source: source.slice(0, longestName), accountName: accountName.slice(0, longestName) };
    const table = new OutcomeTable([...new Set(openids)]);
    return new Batch({ ...origin, ...names, id: newId(startedAt), startedAt }, table, this.#now);
  }

  async #scan(): Promise<(BatchEntry | UnreadableBatch)[]> {
    const entries: (BatchEntry | UnreadableBatch)[] = [...this.#inMemory.values()].map(batch =>
      this.#entryOf(batch),
    );
    const elsewhere = await this.#folder.running(this.#now());
    for (const id of await this.#folder.ids()) {
      if (this.#inMemory.has(id)) continue;
      try {
        entries.push(await this.#readEntry(id, elsewhere));
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        // Another window may remove one while they are listed.
        if (error.problem !== 'gone') entries.push(await this.#unreadable(id, error));
      }
    }
    return entries;
  }

  /** A run has begun before its batch knows: first it waits for the lock. */
  #entryOf(batch: Batch): BatchEntry {
    const { id, appId, accountName, source, lang, startedAt } = batch;
    const running = this.#runs.get(id) !== undefined;
    return {
      ...{ id, appId, accountName, source, lang, startedAt },
      ...progressOf(batch),
      ...(running && { state: 'running' }),
    };
  }

  async #readEntry(id: string, elsewhere: ReadonlySet<string>): Promise<BatchEntry> {
    const running = elsewhere.has(id);
    // An open batch was read to its end, damage in its middle included: it knows more than its tail.
    const held = this.#inMemory.get(id) ?? this.#runs.get(id);
    const here = held ?? (running ? undefined : await this.#saved.current(id));
    if (here) return this.#entryOf(here);
    const { origin, progress } = await this.#folder.summary(id);
    return { ...origin, ...progress, ...(running && { state: 'running' }) };
  }

  async #unreadable(id: string, failure: StoreError): Promise<UnreadableBatch> {
    const appId = await this.#folder.owner(id);
    return { id, failure, ...(appId !== undefined && { appId }) };
  }

  async #save(batch: Batch): Promise<void> {
    try {
      await this.#folder.create(batch);
      await this.#saved.keep(batch);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      batch.detach(error);
      this.#inMemory.set(batch.id, batch);
    }
  }

  async #removeJournal(id: string): Promise<void> {
    const lock = await this.#folder.lock(id);
    await this.#folder.remove(id).finally(() => lock.release());
  }
}

/** Nobody can ever say whose people a damaged journal without an AppID holds. */
function mayHold({ appId, failure }: UnreadableBatch, wanted: string): boolean {
  return appId === undefined ? failure.problem === 'damaged' : appId === wanted;
}

/** Sorts by time; the rest keeps two windows apart. */
function newId(startedAt: number): string {
  const time = new Date(startedAt).toISOString().replace(/\D/g, '').slice(0, 14);
  return `${time}-${randomBytes(4).toString('hex')}`;
}
