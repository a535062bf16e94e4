import { type AnswersOfBatch, type KeptAnswer, type OutcomeKind } from '../../../src/batch';
import { MemoryFiles } from '../../../src/files';
import {
  ImportStore,
  type ImportStoreOptions,
  type LookedUp,
  PairReader,
  PeopleIndex,
  type PairImport,
  type PlannedColumn,
  type Table,
} from '../../../src/people';

export const official = 'wx-official';
export const service = 'wx-service';
export const mini = 'wx-mini';

/** An id of the usual shape: `beginning` is what it has in common with others of its account or platform. */
export function id(beginning: string, number: number): string {
  return `${beginning.padEnd(6, '_')}${String(number).padStart(22, '0')}`;
}

export function following(openid: string, unionid?: string, since = 1_700_000_000): KeptAnswer['outcome'] {
  const profile = { openid, subscribe: 1, subscribe_time: since, ...(unionid !== undefined && { unionid }) };
  return { kind: 'following', openid, profile };
}

export function other(kind: OutcomeKind, openid: string): KeptAnswer['outcome'] {
  const fault = { kind: 'transport', reason: 'timeout', detail: '', endpoint: '' } as const;
  switch (kind) {
    case 'following':
      return following(openid);
    case 'notFollowing':
      return { kind, openid, profile: { openid, subscribe: 0 } };
    case 'invalid':
    case 'failed':
      return { kind, openid, fault };
    case 'notReturned':
    case 'pending':
      return { kind, openid };
  }
}

export function answersOf(
  id: string,
  appId: string,
  answers: readonly KeptAnswer[],
  isAnew = false,
): AnswersOfBatch {
  const batch = { id, appId, accountName: appId, source: 'list', lang: 'zh_CN', startedAt: 1 } as const;
  return { kind: 'answers', batch, isAnew, answers };
}

export function importStore(options: Partial<ImportStoreOptions> = {}): ImportStore {
  return new ImportStore('/imports', { retentionDays: () => 30, files: new MemoryFiles(), ...options });
}

/** A table of these rows. */
export function tableOf(columns: readonly string[], rows: readonly (readonly string[])[]): Table {
  return { columns, hasNames: true, slices: () => [rows.map(cells => ({ kind: 'cells', cells }))] };
}

/** A plan of columns: the unionid, then openids of these accounts, then business keys. */
export function planOf(appIds: readonly string[], keys: readonly string[] = []): PlannedColumn[] {
  return [
    { name: 'unionid', meaning: { kind: 'unionid' } },
    ...appIds.map((appId): PlannedColumn => ({
      name: `${appId}_openid`,
      meaning: { kind: 'openid', of: { kind: 'account', appId } },
    })),
    ...keys.map((name): PlannedColumn => ({ name, meaning: { kind: 'key' } })),
  ];
}

/** Imports rows whose cells stand as in {@link planOf}. */
export function imported(
  store: ImportStore,
  appIds: readonly string[],
  rows: readonly (readonly string[])[],
  { name = 'users.csv', keys = [] as readonly string[] } = {},
): Promise<PairImport> {
  const plan = planOf(appIds, keys);
  const table = tableOf(
    plan.map(column => column.name),
    rows,
  );
  return store.add({ name, source: name }, new PairReader(table, plan), new AbortController().signal);
}

/** What {@link PeopleIndex} reads, to be changed while a test goes on. */
export class World {
  /** What the store of batches tells at the next reading. */
  news: readonly News[] = [];
  lookups: LookedUp[] = [];
  readonly imports = importStore();
  readonly index = new PeopleIndex({
    batches: { answers: () => newsOf(this.news) },
    lookups: () => newsOf(this.lookups),
    imports: this.imports,
  });

  /** The people as they are once the index has read on. */
  people(news: World['news'] = []) {
    this.news = news;
    return this.index.people();
  }
}

type News = AnswersOfBatch | { readonly kind: 'gone'; readonly batchId: string };

async function* newsOf<T extends News | LookedUp>(news: readonly T[]): AsyncGenerator<T> {
  await Promise.resolve();
  yield* news;
}
