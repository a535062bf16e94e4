import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { type AnswersOfBatch, type KeptAnswer } from '../../../src/batch';
import {
  findFindings,
  ImportStore,
  mappingRows,
  openTable,
  PairReader,
  PeopleIndex,
  type People,
  type PlannedColumn,
  writeMapping,
} from '../../../src/people';
import { PeopleView } from '../../../src/panels/people/peopleView';
import { type PersonTable } from '../../../src/panels/people/table/personTable';
import { inSlices } from '../../../src/panels/steps';
import { everybody, type PeopleQuery } from '../../../src/protocol/views/peopleView';
import { measured, measuredColumns } from '../measuring/measured';
import { printTable } from '../measuring/report';

/** Numbers of a batch in one block of its journal. */
const atOnce = 1_000;

/** An id of the usual length, which depends on its number alone. */
function id(beginning: string, index: number): string {
  const mixed = Math.imul(index, 0x9e3779b1) >>> 0;
  return `${beginning}${1e10 + mixed}${1e10 + index}`;
}

const plan: PlannedColumn[] = [
  { name: 'unionid', meaning: { kind: 'unionid' } },
  { name: 'mini_openid', meaning: { kind: 'openid', of: { kind: 'account', appId: 'mini' } } },
  { name: 'user_id', meaning: { kind: 'key' } },
];

/** Answers about as many people, every second of whom is imported, too; made when they are asked for, as from a file. */
async function* answers(count: number, appId = 'official'): AsyncGenerator<AnswersOfBatch> {
  const batch = {
    id: appId,
    appId,
    accountName: '',
    source: '',
    lang: 'zh_CN',
    startedAt: 0,
  } as const;
  for (let from = 0; from < count; from += atOnce) {
    const block = Array.from({ length: Math.min(atOnce, count - from) }, (_, at): KeptAnswer => {
      const number = from + at;
      const openid = id(`o${appId.slice(0, 5)}`, number);
      const unionid = id('oUnion', number % 2 === 0 ? number : number + count);
      const profile = { openid, subscribe: 1, subscribe_time: 1_700_000_000, unionid };
      return { outcome: { kind: 'following', openid, profile }, at: from };
    });
    yield { kind: 'answers', batch, isAnew: from === 0, answers: block };
    await breathe();
  }
}

async function* nothing(): AsyncGenerator<never> {
  await Promise.resolve();
  yield* [];
}

/** @param count pairs, of which half are answers and half are imported */
async function bench(count: number): Promise<void> {
  const half = count / 2;
  const folder = await mkdtemp(join(tmpdir(), 'openid-lens-bench-'));
  const imports = new ImportStore(folder, { retentionDays: () => 30 });
  const signal = new AbortController().signal;
  const lines = Array.from({ length: half }, (_, at) => `${id('oUnion', at)},${id('oMiniA', at)},${at}`);
  // One flat text, as a file gives it.
  const text = Buffer.from(['unionid,mini_openid,user_id', ...lines].join('\n')).toString();
  lines.length = 0;
  const index = new PeopleIndex({
    batches: { answers: () => answers(half) },
    lookups: nothing,
    imports,
  });
  const rows: string[][] = [];
  let people: People | undefined;
  try {
    rows.push(
      await measured('import CSV', async () => {
        const table = await openTable(text);
        if (!table) throw new Error('There is no table.');
        return imports.add({ name: 'bench', source: 'bench' }, new PairReader(table, plan), signal);
      }),
      await measured('join', async () => (people = await index.people())),
    );
    const known = people;
    const persons = known?.platforms()[0]?.persons;
    if (!known || persons !== half * 1.5) throw new Error(`The join is wrong: ${persons ?? 0} persons.`);
    rows.push(
      await measured('findings', () => findFindings(known)),
      await measured('write the mapping', async () => {
        const columns = plan.map(({ name }) => ({ name, content: contentOf(name) }));
        const options = { beginning: 'oUnion', columns, inAllAccounts: false };
        let length = 0;
        for await (const piece of writeMapping(mappingRows(known, imports, options), columns, {
          kind: 'csv',
        }))
          length += piece.length;
        return length;
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  printTable(`People of ${count} pairs, half of them answers and half imported`, measuredColumns, rows);
}

/** What the page of so many persons of two accounts does, without drawing it. */
async function benchPage(count: number): Promise<void> {
  const index = new PeopleIndex({
    batches: {
      async *answers() {
        yield* answers(count);
        yield* answers(count / 2, 'service');
      },
    },
    lookups: nothing,
    imports: { imports: () => Promise.resolve({ imports: [], unreadable: [] }), rows: nothing },
  });
  const people = await index.people();
  const nameOf = (appId: string) => appId;
  const keys = { names: [], read: () => Promise.resolve(() => []) };
  const view = new PeopleView({ people, at: 0, nameOf, usesApi: () => true, keys }, 'oUnion', undefined);
  const rows: string[][] = [];
  let table: PersonTable | undefined;
  rows.push(
    await measured('the first rows of the page', async () => {
      const noKeys = { names: [], valuesOf: () => [] };
      const made = await inSlices(view.tableOf({ kind: 'persons' }, new Map(), noKeys), () => true);
      table = made?.value;
      if (table) await inSlices(table.draw(), () => true);
      return table?.slice(0, 100);
    }),
  );
  const [shown] = table ? [table] : [];
  if (!shown || shown.length < count) throw new Error('People are missing.');
  const drawn = async (name: string, query: Partial<PeopleQuery>) => {
    shown.query = { ...everybody, ...query };
    rows.push(await measured(name, () => inSlices(shown.draw(), () => true)));
  };
  const openids = 'openid:official';
  await drawn('filter by text', { text: '7777' });
  await drawn('filter by what a column has', {
    filters: { [openids]: { kind: 'text', test: 'filled', text: '' } },
  });
  await drawn('sort by openid', { sort: { column: openids, descending: true } });
  await drawn('sort by time', { sort: { column: 'since:official', descending: false } });
  await drawn('filter and sort', { text: '77', sort: { column: 'openid:service', descending: false } });
  printTable(`The page of ${shown.length} persons`, measuredColumns, rows);
}

function contentOf(name: string) {
  if (name === 'unionid') return { kind: 'unionid' } as const;
  return name === 'user_id' ? ({ kind: 'key', name } as const) : ({ kind: 'openid', appId: 'mini' } as const);
}

async function main(): Promise<void> {
  for (const count of [100_000, 1_000_000]) await bench(count);
  // Each fourth of them is in the second account alone.
  await benchPage(800_000);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
