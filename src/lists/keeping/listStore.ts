import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type FileLayer, MemoryFiles, nodeFiles } from '../../files';
import { lockedIn, removeForsakenLocks } from '../../batch';
import { WeChatFailure } from '../../wechat';
import { type OpenidSource } from '../openids/lines';
import { addLines, PackedOpenids } from '../openids/packedOpenids';
import { type PageSource } from '../walking/pageSource';
import { beginning, Walk, type WalkPlace } from '../walking/walk';
import { type Sleep, walkPages } from '../walking/walkPages';
import { type FollowerList, listOf } from './followerList';
import { ListError, type ListProblem, orProblem } from './listError';
import { allOf, ListFolder } from './listFolder';
import { type HeldLock, lockFile, type TakeLock } from './listLock';
import { type ListHead, type ListIndex } from './listRecord';
import { ListWriter } from './listWriter';

/** What a store is told by those around it. */
export interface ListStoreOptions {
  /** At 0 new lists live in memory, those for a migration excepted. */
  readonly retentionDays: () => number;
  /** Unix milliseconds. */
  readonly now?: () => number;
  readonly files?: FileLayer;
  readonly lock?: TakeLock;
  /** Acts once, so many milliseconds later. */
  readonly later?: (milliseconds: number, act: () => void) => void;
  /** Told when a list was made, grew, was removed, or is walked or no longer; now and then where another window walks one. */
  readonly onChange?: () => void;
  /** Whether the clock can be believed where the newest list was written then (unix milliseconds). Default: it can. */
  readonly trustsClock?: (newest: number) => boolean;
}

/** How a list is walked. */
export interface WalkOptions {
  readonly signal: AbortSignal;
  /** Told of the list as it stands after each page. */
  readonly onPage?: (list: FollowerList) => void;
  readonly sleep?: Sleep;
}

/** A file that was found where lists are kept, and that is none. */
export interface UnreadableList {
  readonly id: string;
  readonly problem: ListProblem;
  /** Where its head names an account nevertheless. */
  readonly appId: string | undefined;
}

/** The follower lists of all accounts: those of a tag and of the blacklist among them. */
export class ListStore {
  readonly #disk: ListFolder;
  readonly #memory = new ListFolder('/memory', new MemoryFiles());
  readonly #walking = new Set<string>();
  /** Where another window walks a list, the next look at it is planned. */
  #looksAgain = false;
  readonly #now: () => number;
  readonly #lock: TakeLock;

  constructor(
    folder: string,
    private readonly options: ListStoreOptions,
  ) {
    this.#disk = new ListFolder(folder, options.files ?? nodeFiles);
    this.#now = options.now ?? Date.now;
    this.#lock = options.lock ?? lockFile;
  }

  /** A list without a page yet. */
  async create(head: Omit<ListHead, 'startedAt'>): Promise<FollowerList> {
    const id = `list-${randomUUID()}`;
    const folder = this.options.retentionDays() > 0 || head.forMigration ? this.#disk : this.#memory;
    await folder.create(id, { ...head, startedAt: this.#now() });
    this.#changed();
    return this.open(id);
  }

  /** All lists, the latest first, by their indices alone. */
  async lists(): Promise<{ lists: FollowerList[]; unreadable: UnreadableList[] }> {
    const lists: FollowerList[] = [];
    const unreadable: UnreadableList[] = [];
    const locked = await this.#locked();
    for (const folder of [this.#disk, this.#memory]) {
      for (const id of await folder.ids()) {
        try {
          lists.push(this.#told(folder, id, await folder.read(id), locked));
        } catch (error) {
          if (!(error instanceof ListError)) throw error;
          if (error.problem === 'gone') continue;
          unreadable.push({ id, problem: error.problem, appId: await folder.appIdOf(id) });
        }
      }
    }
    if (lists.some(({ isElsewhere }) => isElsewhere)) this.#lookAgain();
    return { lists: lists.sort((a, b) => b.startedAt - a.startedAt), unreadable };
  }

  /** The ids of an account's lists that are kept for its migration. */
  async forMigrationOf(appId: string): Promise<string[]> {
    const { lists } = await this.lists();
    return lists.filter(list => list.appId === appId && list.forMigration).map(({ id }) => id);
  }

  /** The ids of an account's lists, those that cannot be read included. */
  async keptOf(appId: string): Promise<string[]> {
    const { lists, unreadable } = await this.lists();
    return [...lists, ...unreadable].filter(list => list.appId === appId).map(({ id }) => id);
  }

  /** @throws {ListError} `gone`, `damaged`, `tooNew`, `cannotRead` */
  async open(id: string): Promise<FollowerList> {
    const folder = await this.#folderOf(id);
    return this.#told(folder, id, await folder.read(id), await this.#locked());
  }

  /** The openids that are kept by now. */
  async source(id: string): Promise<OpenidSource> {
    const folder = await this.#folderOf(id);
    const { pages } = await folder.read(id);
    return folder.source(id, 0, pages.at(-1)?.end ?? 0);
  }

  /**
   * Walks a list to its end from where it stands, and keeps each page as it comes. Ended by the signal, by a fault or
   * by a crash, it goes on from there the next time.
   * @throws {ListError}; the WeChatFailure that stopped it, which is kept as well; the signal's reason
   */
  async walk(id: string, pages: PageSource, options: WalkOptions): Promise<FollowerList> {
    if (this.#walking.has(id)) throw new ListError('busy');
    this.#walking.add(id);
    this.#changed();
    let lock: HeldLock | undefined;
    try {
      const folder = await this.#folderOf(id);
      if (folder === this.#disk) lock = await this.#lock(folder.folder, id);
      await this.#walkOn(folder, id, pages, {
        ...options,
        signal: lock ? AbortSignal.any([options.signal, lock.lost]) : options.signal,
      });
    } finally {
      this.#walking.delete(id);
      await lock?.release();
      this.#changed();
    }
    return this.open(id);
  }

  /**
   * Exempts a saved list from the retention, until it is removed.
   * @throws {ListError} `busy`, `cannotWrite`
   */
  async keepForMigration(id: string): Promise<FollowerList> {
    if (this.#walking.has(id)) throw new ListError('busy');
    const lock = await this.#lock(this.#disk.folder, id);
    try {
      const writer = await ListWriter.open(this.#disk, id, await this.#disk.read(id));
      await writer.keepForMigration(this.#now()).finally(() => writer.close());
    } finally {
      await lock.release();
    }
    this.#changed();
    return this.open(id);
  }

  /** @throws {ListError} `busy`, `cannotWrite` */
  async remove(id: string): Promise<void> {
    if (this.#walking.has(id)) throw new ListError('busy');
    const folder = await this.#folderOf(id);
    const lock = folder === this.#disk ? await this.#lock(folder.folder, id) : undefined;
    try {
      await folder.remove(id);
    } finally {
      await lock?.release();
      this.#changed();
    }
  }

  /** @throws {ListError} the first refusal; the others are removed nevertheless */
  async removeAll(ids: readonly string[]): Promise<void> {
    const refusals: unknown[] = [];
    for (const id of ids) await this.remove(id).catch((error: unknown) => refusals.push(error));
    if (refusals.length > 0) throw refusals[0];
  }

  /** Removes the lists whose time is over; one that is being walked stays. */
  async removeOld(): Promise<void> {
    const { trustsClock = () => true } = this.options;
    await removeForsakenLocks(this.#disk.files, this.#disk.folder, this.#now());
    const { lists } = await this.lists();
    if (!trustsClock(Math.max(0, ...lists.map(({ at }) => at)))) return;
    for (const { id, keptUntil } of lists) {
      if (keptUntil === undefined || keptUntil > this.#now()) continue;
      await this.remove(id).catch((error: unknown) => {
        if (!(error instanceof ListError)) throw error;
      });
    }
  }

  async #walkOn(
    folder: ListFolder,
    id: string,
    source: PageSource,
    { signal, onPage, sleep = pauseFor }: WalkOptions,
  ): Promise<void> {
    const index = await folder.read(id);
    if (index.pages.at(-1)?.next === null) return;
    const seen = new PackedOpenids();
    for await (const bytes of folder.source(id, 0, index.pages.at(-1)?.end ?? 0)()) addLines(seen, bytes);
    const walk = new Walk(seen, await placeOf(folder, id, index), source.fullPage);
    const writer = await ListWriter.open(folder, id, index);
    const pages = [...index.pages];
    try {
      let cursor = walk.cursor;
      for await (const page of walkPages(walk, source, { signal, sleep })) {
        pages.push(await writer.keep(cursor, page, this.#now()));
        cursor = walk.cursor;
        this.#changed();
        onPage?.(this.#told(folder, id, { ...index, pages, stopped: undefined }));
      }
    } catch (error) {
      if (error instanceof WeChatFailure) await writer.stop(error.fault, this.#now());
      throw error;
    } finally {
      await writer.close();
    }
  }

  async #folderOf(id: string): Promise<ListFolder> {
    return (await this.#memory.has(id)) ? this.#memory : this.#disk;
  }

  /** The lists that some window writes to. */
  #locked(): Promise<ReadonlySet<string>> {
    return orProblem('cannotRead', () => lockedIn(this.#disk.files, this.#disk.folder, this.#now()));
  }

  /** What another window writes is seen by whoever watches the folder; that it has died is not. */
  #lookAgain(): void {
    if (this.#looksAgain) return;
    this.#looksAgain = true;
    const { later = unheld } = this.options;
    later(glance, () => {
      this.#looksAgain = false;
      this.#changed();
    });
  }

  #told(
    folder: ListFolder,
    id: string,
    index: ListIndex,
    locked: ReadonlySet<string> = new Set(),
  ): FollowerList {
    const isHere = this.#walking.has(id);
    return listOf(id, index, {
      walkedBy: isHere ? 'thisWindow' : locked.has(id) ? 'another' : undefined,
      inMemory: folder === this.#memory,
      retentionDays: this.options.retentionDays(),
    });
  }

  #changed(): void {
    this.options.onChange?.();
  }
}

async function placeOf(folder: ListFolder, id: string, { pages }: ListIndex): Promise<WalkPlace> {
  const last = pages.at(-1);
  if (!last) return beginning;
  const at = pages.findLastIndex(({ count }) => count > 0);
  const from = pages[at - 1]?.end ?? 0;
  const lastPage = at < 0 ? [] : await allOf(folder.source(id, from, pages[at]?.end ?? 0));
  return { cursor: last.next ?? '', asked: pages.map(({ cursor }) => cursor), lastPage };
}

/** Milliseconds between two looks at a list that another window walks. */
const glance = 3_000;

/** A window that closes waits for nothing. */
function unheld(milliseconds: number, act: () => void): void {
  setTimeout(act, milliseconds).unref();
}

const pauseFor: Sleep = (milliseconds, signal) => pause(milliseconds, undefined, { signal });
