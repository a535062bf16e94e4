import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type FileLayer, keepWhole, MemoryFiles, nodeFiles, remove, unless } from '../files';
import { type HeldLock, ListError, lockFile, type Sleep, type TakeLock } from '../lists';
import { tagPeople, untagPeople, type WeChatClient, WeChatFailure } from '../wechat';
import { AppendedLines } from './appendedLines';
import { type ChangeLog } from './changeLog';
import { InTurn } from './inTurn';
import { runTagging, type TagAnswer } from './runTagging';
import { planTagging, type TaggedPerson } from './tagPlan';
import { answerLine, firstLines, readRun, stopLine, TagRun, type TagRunHead } from './tagRun';

export interface TagRunStoreOptions {
  /** At 0 new runs live in memory. */
  readonly retentionDays: () => number;
  /** Told of each confirmed change. */
  readonly changes: ChangeLog;
  readonly now?: () => number;
  readonly files?: FileLayer;
  readonly lock?: TakeLock;
}

export interface TagRunOptions {
  readonly signal: AbortSignal;
  /** Told after each answer, once it is kept. */
  readonly onAnswer?: (run: TagRun) => void;
  readonly sleep?: Sleep;
}

const runName = /^(tags-[\w-]+)\.ndjson$/;
const dayMs = 86_400_000;

/** The runs that change tags: one file each, with the people first and what became of them after it. */
export class TagRunStore {
  readonly #memory = new MemoryFiles();
  /** WeChat answers 45159 to calls about one person that overlap: an account's runs go one after the other. */
  readonly #turns = new InTurn();
  readonly #files: FileLayer;
  readonly #now: () => number;
  readonly #lock: TakeLock;

  constructor(
    private readonly folder: string,
    private readonly options: TagRunStoreOptions,
  ) {
    this.#files = options.files ?? nodeFiles;
    this.#now = options.now ?? Date.now;
    this.#lock = options.lock ?? lockFile;
  }

  async create(head: Omit<TagRunHead, 'startedAt'>, people: Iterable<TaggedPerson>): Promise<TagRun> {
    const plan = planTagging(head.action, people);
    const run = new TagRun(`tags-${randomUUID()}`, { ...head, startedAt: this.#now() }, plan.people);
    const layer = this.options.retentionDays() > 0 ? this.#files : this.#memory;
    await keepWhole(layer, this.#fileOf(run.id), [...jsonLines(firstLines(run))]);
    return run;
  }

  /** The run that takes back what another one is known to have changed, of nobody else. */
  async createUndo(run: TagRun): Promise<TagRun> {
    const { head, action, undoable } = run;
    const undone = undoable.map(({ openid }) => ({ openid }));
    return this.create({ ...head, action: action === 'tag' ? 'untag' : 'tag' }, undone);
  }

  /** All runs that can be read, the latest first. */
  async runs(): Promise<TagRun[]> {
    const names = [
      ...(await this.#files.readdir(this.folder).catch(unless<string[]>('ENOENT', []))),
      ...(await this.#memory.readdir(this.folder)),
    ];
    const runs = await Promise.all(
      names.flatMap(name => runName.exec(name)?.[1] ?? []).map(id => this.open(id)),
    );
    return runs
      .filter(run => run !== undefined)
      .sort((one, other) => other.head.startedAt - one.head.startedAt);
  }

  /** Undefined where there is no such run, or it cannot be read. */
  async open(id: string): Promise<TagRun | undefined> {
    return readRun(id, await (await this.#linesOf(id)).read());
  }

  /**
   * Sends whom the run has not tried yet, and keeps what becomes of them. The run's own counts are exact at any time.
   * @throws the WeChatFailure that concerns all of it, which is kept; ListError `busy` where another window runs it,
   * `gone` where one has removed it; the signal's reason
   */
  async run(run: TagRun, client: WeChatClient, options: TagRunOptions): Promise<void> {
    await this.#turns.act(run.head.appId, async () => {
      const lines = await this.#linesOf(run.id);
      const lock = this.#isInMemory(lines) ? undefined : await this.#lock(this.folder, run.id);
      try {
        await catchUp(run, lines);
        await this.#send(run, client, lines, { ...options, signal: either(options.signal, lock) });
      } finally {
        await lock?.release();
      }
    });
  }

  /** @throws ListError `busy` where it is running, here or in another window */
  async remove(id: string): Promise<void> {
    const lock = this.#isInMemory(await this.#linesOf(id)) ? undefined : await this.#lock(this.folder, id);
    try {
      await this.#delete(id);
    } finally {
      await lock?.release();
    }
  }

  /**
   * The runs of one account, with what is known of them.
   * @throws ListError `busy` where one is running; the others are gone then
   */
  async removeAllOf(appId: string): Promise<void> {
    const failures: unknown[] = [];
    for (const { id, head } of await this.runs()) {
      if (head.appId === appId) await this.remove(id).catch((error: unknown) => failures.push(error));
    }
    const [first] = failures;
    if (first instanceof Error) throw first;
  }

  async #delete(id: string): Promise<void> {
    for (const layer of [this.#files, this.#memory]) await remove(layer, this.#fileOf(id));
  }

  /**
   * Removes the runs whose time is over.
   * @param trustsClock whether the clock can be believed that the newest run began then
   */
  async removeOld(trustsClock: (newest: number) => boolean = () => true): Promise<void> {
    const oldest = this.#now() - this.options.retentionDays() * dayMs;
    const runs = await this.runs();
    if (!trustsClock(runs[0]?.head.startedAt ?? 0)) return;
    for (const { id, head } of runs) {
      const lines = await this.#linesOf(id);
      // One that is running is as good as young.
      if (head.startedAt < oldest && !this.#isInMemory(lines)) await this.remove(id).catch(unlessBusy);
    }
  }

  async #send(
    run: TagRun,
    client: WeChatClient,
    lines: AppendedLines,
    { signal, onAnswer, sleep = pauseFor }: TagRunOptions,
  ): Promise<void> {
    const { appId, action, tagId } = run.head;
    const change = (openids: readonly string[]) =>
      client.ask(action === 'tag' ? tagPeople : untagPeople, openids, tagId, { signal });
    run.stoppedBy = undefined;
    try {
      for await (const answer of runTagging(run.pending, { signal, sleep, change })) {
        const at = this.#now();
        run.note(answer, at);
        await lines.append([answerLine(answer, at)]);
        await this.#tell(appId, { kind: action, tagId, at }, answer);
        onAnswer?.(run);
      }
    } catch (error) {
      if (error instanceof WeChatFailure) {
        run.stoppedBy = error.fault;
        await lines.append([stopLine(error.fault, this.#now())]);
      }
      throw error;
    }
  }

  async #tell(
    appId: string,
    change: { readonly kind: 'tag' | 'untag'; readonly tagId: number; readonly at: number },
    { kind, openids }: TagAnswer,
  ): Promise<void> {
    if (kind !== 'done') return;
    await this.options.changes.append(
      appId,
      openids.map(openid => ({ ...change, openid })),
    );
  }

  async #linesOf(id: string): Promise<AppendedLines> {
    const inMemory = new AppendedLines(this.#memory, this.#fileOf(id));
    return (await inMemory.size()) > 0 ? inMemory : new AppendedLines(this.#files, this.#fileOf(id));
  }

  #isInMemory(lines: AppendedLines): boolean {
    return lines.files === this.#memory;
  }

  #fileOf(id: string): string {
    return path.join(this.folder, `${id}.ndjson`);
  }
}

/** Another window may have gone on with the run: nobody is to be sent twice, who may have been undone meanwhile. */
async function catchUp(run: TagRun, lines: AppendedLines): Promise<void> {
  const values = await lines.read();
  if (values.length === 0) throw new ListError('gone');
  for (const value of values) run.restore(value);
}

function either(signal: AbortSignal, lock: HeldLock | undefined): AbortSignal {
  return lock ? AbortSignal.any([signal, lock.lost]) : signal;
}

function unlessBusy(error: unknown): void {
  if (!(error instanceof ListError && error.problem === 'busy')) throw error;
}

function* jsonLines(values: Iterable<unknown>): Iterable<string> {
  for (const value of values) yield `${JSON.stringify(value)}\n`;
}

const pauseFor: Sleep = (milliseconds, signal) => pause(milliseconds, undefined, { signal });
