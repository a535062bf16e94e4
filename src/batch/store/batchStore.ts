import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type FileLayer, nodeFiles } from '../../files';
import { type WeChatLang } from '../../wechat';
import { type Batch } from '../batch';
import { Changes, type Listener, type Subscription } from '../changes';
import { type ProfileSource } from '../engine/runBatch';
import { type JournalCheck } from '../journal/journalCheck';
import { JournalFolder } from '../journal/journalFolder';
import { type Outcome } from '../outcome';
import { StoreError } from '../storeError';
import { type AboutWhom, type AnswerAbout } from './answersAbout';
import { type BatchEntry, BatchList, type UnreadableBatch } from './batchList';
import { BatchObjects } from './batchObjects';
import { BatchRemoval } from './batchRemoval';
import { type StoredRunOptions } from './completeRun';
import { type DamageLook } from './damageLook';
import { type Every } from './follower';
import { type AnswerPositions, type AnswersOfBatch, type BatchGone } from './keptAnswers';
import { Runs } from './runs';
import { Verdicts } from './verdicts';

/** What a batch begins with. */
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

/** What a store is told by those around it. */
export interface BatchStoreOptions {
  /** Days that batches are kept; a new batch of a store that keeps none is in memory only. */
  readonly retentionDays: () => number;
  /** Unix milliseconds. */
  readonly now?: () => number;
  readonly files?: FileLayer;
  /** How batches that other windows run are followed. */
  readonly every?: Every;
  /** Whether the clock can be believed where the newest file was written then (unix milliseconds). Default: it can. */
  readonly trustsClock?: (newest: number) => boolean;
}

const longestName = 500;
/** Each costs a look into a file. */
const mostSearched = 50;

/**
 * The batches of this machine: journals in a folder of their own that all windows share, and batches of this
 * window that are in memory only. Which of both a batch is, it tells itself: it has a journal or has none.
 */
export class BatchStore {
  readonly #folder: JournalFolder;
  readonly #now: () => number;
  readonly #objects: BatchObjects;
  readonly #verdicts: Verdicts;
  readonly #runs: Runs;
  readonly #list: BatchList;
  readonly #removal: BatchRemoval;
  #damage: DamageLook | undefined;
  readonly #changes = new Changes();

  constructor(
    folder: string,
    private readonly options: BatchStoreOptions,
  ) {
    const { now = Date.now, files = nodeFiles, every } = options;
    this.#now = now;
    this.#folder = new JournalFolder(files, folder);
    this.#verdicts = new Verdicts(files, join(folder, 'damaged.json'));
    this.#objects = new BatchObjects(this.#folder, this.#verdicts, now, every);
    this.#runs = new Runs(this.#objects, this.#changes);
    const parts = [this.#folder, this.#objects, this.#runs, this.#verdicts, now] as const;
    this.#list = new BatchList(...parts);
    this.#removal = new BatchRemoval(...parts);
  }

  /** A batch was created, amended or removed, or a run began or ended, in this window. */
  onDidChange(listener: Listener): Subscription {
    return this.#changes.subscribe(listener);
  }

  /** All batches that can be read, by the heads and tails of their journals. */
  async list(): Promise<BatchEntry[]> {
    return (await this.listAll()).batches;
  }

  /** Also damaged journals, and those of newer versions. They can only be removed. */
  listAll(): Promise<{ batches: BatchEntry[]; unreadable: UnreadableBatch[] }> {
    return this.#list.all();
  }

  /**
   * What is kept of an account, and the damaged journals of which nobody can ever say whose people they hold: to be
   * removed only where the user picks them.
   */
  async keptOf(appId: string): Promise<{ own: string[]; nobodys: string[] }> {
    const { batches, unreadable } = await this.listAll();
    const lost = unreadable.filter(entry => entry.appId === undefined && entry.failure.problem === 'damaged');
    const own = [...batches, ...unreadable].filter(entry => entry.appId === appId);
    return { own: own.map(({ id }) => id), nobodys: lost.map(({ id }) => id) };
  }

  /** Of the account's latest batches, those whose list holds an openid. */
  async holding(openid: string, appId: string): Promise<BatchEntry[]> {
    const own = (await this.list()).filter(entry => entry.appId === appId);
    own.sort((a, b) => b.startedAt - a.startedAt);
    const holding: BatchEntry[] = [];
    for (const entry of own.slice(0, mostSearched)) {
      const batch = this.#objects.get(entry.id);
      const found = batch ? batch.indexOf(openid) !== undefined : await this.#folder.holds(entry.id, openid);
      if (found) holding.push(entry);
    }
    return holding;
  }

  /**
   * One batch of the list, at once however long it is. Undefined where there is none (any more).
   * @throws {StoreError} `damaged`, `tooNew` or `cannotRead`
   */
  entry(id: string): Promise<BatchEntry | undefined> {
    return this.#list.one(id);
  }

  /**
   * The batch with its rows; the same object for everybody who asks. Undefined where there is none (any more). One that
   * another window runs is `running` here too, and follows that run as long as somebody listens to it.
   * @throws {StoreError} `damaged`, `tooNew` or `cannotRead`
   */
  open(id: string): Promise<Batch | undefined> {
    return this.#objects.open(id);
  }

  /** As `open`, but as soon as its openids are known: rows follow while it `isLoading`, each told as a change. */
  openSoon(id: string): Promise<Batch | undefined> {
    return this.#objects.open(id, true);
  }

  /** A batch that cannot be saved is created nevertheless, in memory, and says so in `storageFailure`. */
  async create(origin: NewBatch): Promise<Batch> {
    const batch = await this.#make(origin);
    if (this.options.retentionDays() > 0) {
      const journal = this.#folder.journal(batch.id);
      try {
        await journal.create(batch, batch.openids, batch);
        batch.journal = journal;
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        batch.detach(error);
      }
    }
    this.#objects.rest(batch);
    this.#changes.notify();
    return batch;
  }

  /** A batch in memory that is done already: what a saved answer holds. */
  async keep({ outcomes, ...origin }: KnownBatch): Promise<Batch> {
    const openids = outcomes.map(({ openid }) => openid);
    const batch = await this.#make({ ...origin, appId: noAccount, openids, lang: 'zh_CN' });
    batch.begin([]);
    batch.record(outcomes);
    batch.end('done');
    this.#objects.rest(batch);
    this.#changes.notify();
    return batch;
  }

  /**
   * To be told when nothing shows the batch any more. What a saved answer holds is let go, since it can be decoded
   * again; what was fetched stays. Tells of a batch that ends with the window and was not exported.
   */
  leave(id: string): Batch | undefined {
    const batch = this.#objects.get(id);
    if (!batch?.isInMemory) return undefined;
    if (batch.appId !== noAccount) return batch.wasExported || batch.runsHere ? undefined : batch;
    this.#objects.forget(id);
    this.#changes.notify();
    return undefined;
  }

  /** The batches whose rows are in the memory of this window. */
  held(): Batch[] {
    return this.#objects.all();
  }

  /** The batches that this window runs, the one that began last at the end. */
  running(): Batch[] {
    return this.#runs.all();
  }

  /**
   * Runs a new batch, or goes on with one: asks for what was never answered, for what is marked, and for the kinds that
   * `again` names. Outcomes stand until there are new ones. How it ended is told by `batch.state`; a cancelled or
   * stopped run is no error.
   * @throws {StoreError} `busy`, `takenOver`, `gone`, `cannotRead` or `cannotRun`; before the first call as a rule
   */
  run(batch: Batch, client: ProfileSource, options: StoredRunOptions): Promise<void> {
    return this.#runs.run(batch, client, options);
  }

  /**
   * Takes an answer that came apart from any run, to one of the batch's openids, into the batch and its journal.
   * @throws {StoreError} `busy` where another window runs it, `gone`, `cannotRead` or `cannotRun`
   */
  amend(batch: Batch, outcome: Outcome, at: number): Promise<void> {
    return this.#runs.amend(batch, outcome, at);
  }

  /** Every answer that is kept, superseded ones too; those that came since, where `positions` are of an earlier time. */
  async *answers(positions: AnswerPositions = new Map()): AsyncGenerator<AnswersOfBatch | BatchGone> {
    const { keptAnswers } = await import('./keptAnswers');
    yield* keptAnswers(this.#folder, this.#objects, positions);
  }

  /** What is kept about some people of an account, superseded answers among it. @throws the signal's reason */
  async *answersAbout(whom: AboutWhom): AsyncGenerator<AnswerAbout> {
    const { answersAbout } = await import('./answersAbout');
    yield* answersAbout(this.#folder, this.#objects, whom);
  }

  /** Reads a saved batch whole. @throws {StoreError} `gone` or `cannotRead` */
  async check(id: string, signal?: AbortSignal): Promise<JournalCheck> {
    const { checkJournal } = await import('../journal/journalCheck');
    const stat = await this.#folder.stat(id);
    const check = await checkJournal(this.#folder.journal(id), signal);
    if (stat && !check.failure)
      await this.#verdicts.note(id, stat, { damaged: check.damaged.length, progress: check.progress });
    await this.#verdicts.saved();
    this.#changes.notify();
    return check;
  }

  /** Looks through journals that nobody has read yet, in the background: the list tells of damage in them then. */
  async lookForDamage(): Promise<void> {
    const { DamageLook } = await import('./damageLook');
    const found = () => this.#changes.notify();
    this.#damage ??= new DamageLook(this.#folder, this.#objects, this.#verdicts, this.#now, found);
    await this.#damage.look();
  }

  /** @throws {StoreError} `busy` while some window runs it, `gone` or `cannotRemove` */
  async remove(id: string): Promise<void> {
    await this.#removal.one(id);
    this.#changes.notify();
  }

  /**
   * Removes what was written last more than so many days ago, apart from batches that are running, and what dead windows
   * have left. What cannot be removed does not save the rest; the first refusal is thrown at the end.
   */
  async removeOlderThan(days: number): Promise<void> {
    const { trustsClock = () => true } = this.options;
    await this.#removal.olderThan(days, trustsClock).finally(() => this.#changes.notify());
  }

  /** @throws {StoreError} `busy` while one of them is running; the others are removed nevertheless */
  async removeAll(ids: readonly string[]): Promise<void> {
    await this.#removal.all(ids).finally(() => this.#changes.notify());
  }

  /** Follows no other window any more. */
  dispose(): void {
    this.#objects.follower.dispose();
  }

  async #make({ openids, source, accountName, ...origin }: NewBatch): Promise<Batch> {
    const { Batch, OutcomeTable } = await import('./withRows');
    const startedAt = this.#now();
    const names = { source: source.slice(0, longestName), accountName: accountName.slice(0, longestName) };
    const table = new OutcomeTable([...new Set(openids)]);
    return new Batch({ ...origin, ...names, id: newId(startedAt), startedAt }, table, this.#now);
  }
}

/** Sorts by time; the rest keeps two windows apart. */
function newId(startedAt: number): string {
  const time = new Date(startedAt).toISOString().replace(/\D/g, '').slice(0, 14);
  return `${time}-${randomBytes(4).toString('hex')}`;
}
