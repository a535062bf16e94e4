import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { type AnswersOfBatch, type KeptAnswer } from '../../src/batch';
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
} from '../../src/people';
import { measured, measuredColumns } from './measured';
import { printTable } from './report';

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
async function* answers(count: number): AsyncGenerator<AnswersOfBatch> {
  const batch = {
    id: 'b',
    appId: 'official',
    accountName: '',
    source: '',
    lang: 'zh_CN',
    startedAt: 0,
  } as const;
  for (let from = 0; from < count; from += atOnce) {
    const block = Array.from({ length: Math.min(atOnce, count - from) }, (_, at): KeptAnswer => {
      const number = from + at;
      const openid = id('oOffic', number);
      const unionid = id('oUnion', number % 2 === 0 ? number : number + count);
      const profile = { openid, subscribe: 1, subscribe_time: 1_700_000_000, unionid };
      return { outcome: { kind: 'following', openid, profile }, at: from };
    });
    yield { kind: 'answers', batch, isAnew: from === 0, answers: block };
    await breathe();
  }
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
    lookups: async function* () {
      await Promise.resolve();
      yield* [];
    },
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

function contentOf(name: string) {
  if (name === 'unionid') return { kind: 'unionid' } as const;
  return name === 'user_id' ? ({ kind: 'key', name } as const) : ({ kind: 'openid', appId: 'mini' } as const);
}

async function main(): Promise<void> {
  for (const count of [100_000, 1_000_000]) await bench(count);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
