import { join } from 'node:path';
import { type Batch, BatchStore, exportBatch } from '../../../../src/batch';
import { type FileLayer } from '../../../../src/files';
import { runOptions } from '../scenario';
import { type People } from './people';
import { writeVersion1 } from './version1';

/** What a user does, told through files that may fail. */
export interface Scene {
  readonly name: string;
  /** What was there before, made on files that do not fail; the id of the batch concerned. */
  prepare(store: BatchStore, people: People, folder: string): Promise<Batch | string | undefined>;
  /** What is tried. The batch that it worked on, where there is one. */
  act(store: BatchStore, people: People, id: string | undefined): Promise<Batch | undefined>;
}

export function storeOn(files: FileLayer, folder: string, now: () => number = Date.now): BatchStore {
  return new BatchStore(folder, { retentionDays: () => 30, files, now });
}

function create(store: BatchStore, people: People): Promise<Batch> {
  const { openids } = people;
  return store.create({ appId: 'wx1', accountName: '演示', source: 'list.json', openids, lang: 'zh_CN' });
}

const oneByOne = () => runOptions({ concurrency: 1 });

async function createAndRun(store: BatchStore, people: People): Promise<Batch> {
  const batch = await create(store, people);
  await store.run(batch, people, oneByOne());
  return batch;
}

/** Its window was closed after two answers. */
async function halfRun(store: BatchStore, people: People): Promise<Batch> {
  const batch = await create(store, people);
  people.calls = 2;
  await store.run(batch, people, oneByOne()).catch(() => undefined);
  people.calls = Infinity;
  return batch;
}

async function opened(store: BatchStore, id: string | undefined): Promise<Batch> {
  const batch = await store.open(id ?? '');
  if (!batch) throw new Error('the batch is gone');
  return batch;
}

export const scenes: readonly Scene[] = [
  {
    name: 'create and run',
    prepare: () => Promise.resolve(undefined),
    act: createAndRun,
  },
  {
    name: 'resume',
    prepare: halfRun,
    async act(store, people, id) {
      const batch = await opened(store, id);
      await store.run(batch, people, oneByOne());
      return batch;
    },
  },
  {
    name: 're-check',
    prepare: createAndRun,
    async act(store, people, id) {
      const batch = await opened(store, id);
      await store.run(batch, people, { ...oneByOne(), again: ['notFollowing'] });
      return batch;
    },
  },
  {
    name: 're-check a journal of version 1',
    prepare: (_store, people, folder) => writeVersion1(join(folder, 'old.ndjson'), people),
    async act(store, people, id) {
      const batch = await opened(store, id);
      await store.run(batch, people, { ...oneByOne(), again: ['notFollowing'] });
      return batch;
    },
  },
  {
    name: 'refresh a row',
    prepare: createAndRun,
    async act(store, people, id) {
      const batch = await opened(store, id);
      const [openid = ''] = people.openids;
      await store.amend(batch, people.outcomeOf(openid), 1_900_000_000_000);
      return batch;
    },
  },
  {
    name: 'list, open and export',
    prepare: createAndRun,
    async act(store, _people, id) {
      await store.listAll();
      const batch = await opened(store, id);
      await readAll(exportBatch(batch, 'csv', { language: 'en' }));
      return batch;
    },
  },
  {
    name: 'read every answer',
    prepare: createAndRun,
    async act(store) {
      await readAll(store.answers());
      return undefined;
    },
  },
  {
    name: 'check',
    prepare: createAndRun,
    async act(store, _people, id) {
      await store.check(id ?? '');
      return undefined;
    },
  },
];

export async function readAll(pieces: AsyncIterable<unknown>): Promise<void> {
  const reading = pieces[Symbol.asyncIterator]();
  while (!(await reading.next()).done);
}
