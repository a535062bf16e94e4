import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { findOpenids } from '../../src/openids';
import {
  bareHttp,
  concurrency,
  type Contender,
  coWeChatApi,
  lens,
  plainNodeFetch,
  tokenOf,
} from './contenders';
import { followersOf, spoilt } from './followers';
import { openidTexts } from './openidTexts';
import { mb, ms, printTable, times } from './report';
import { type Cost, costOf, median, medianRatio, race } from './rounds';
import { startServer } from './server';
import { benchTable } from './table';

const rounds = 5;
const batchSize = 10_000;
const warmUpSize = 1_000;

const howBatchesRun = `\
Batches: the server is a process of its own. The contenders take turns in this one, after ${warmUpSize} openids of warm-up, and
a ratio is the median of the rounds' own. All keep their rows as objects until the end of the run. Lens
alone writes a journal, counts and matches outcomes, and decodes every row, as its open table does.`;

async function benchBatches(latency: number): Promise<void> {
  const server = await startServer(batchSize * 1.2, latency);
  const folder = await mkdtemp(join(tmpdir(), 'openid-lens-bench-'));
  try {
    const { account } = server;
    const openids = await followersOf(account, batchSize);
    const warmUp = openids.slice(0, warmUpSize);
    const token = await tokenOf(account);
    const ours = lens(account, folder);
    const bare = bareHttp(account, token);
    const fetched = plainNodeFetch(account, token);
    const contenders = [bare, fetched, await coWeChatApi(account), ours];
    const costs = await race(contenders, openids, { rounds, warmUp, profiles: batchSize });
    const costsOf = (contender: Contender) => costs.get(contender) ?? [];
    printTable(
      `${batchSize} openids at ${latency} ms server latency, ${concurrency} calls at a time`,
      ['', 'time', 'to bare http', 'to node-fetch', 'CPU', 'to node-fetch'],
      [...costs].map(([{ name }, own]) => [
        name,
        ms(median(own.map(({ time }) => time))),
        times(medianRatio(own, costsOf(bare), 'time')),
        times(medianRatio(own, costsOf(fetched), 'time')),
        ms(median(own.map(({ cpu }) => cpu))),
        times(medianRatio(own, costsOf(fetched), 'cpu')),
      ]),
    );

    const bad = spoilt(openids);
    const profiles = bad.filter((openid, index) => openid === openids[index]).length;
    const isolated = (await race([ours], bad, { rounds, warmUp, profiles })).get(ours) ?? [];
    printTable(
      `The same with 1 % bad openids, isolated`,
      ['', 'time', 'to a clean list', 'CPU'],
      [
        [
          ours.name,
          ms(median(isolated.map(({ time }) => time))),
          times(medianRatio(isolated, costsOf(ours), 'time')),
          ms(median(isolated.map(({ cpu }) => cpu))),
        ],
      ],
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
    await server.stop();
  }
}

async function benchFinding(): Promise<void> {
  const millions = [1, 10];
  const rows: string[][] = [];
  const texts = millions.map(million => openidTexts(million * 1_000_000));
  for (const { form } of texts[0] ?? []) {
    const row = [form];
    for (const sized of texts) {
      const text = sized.find(each => each.form === form)?.text ?? '';
      const costs: Cost[] = [];
      let found = 0;
      for (let round = 0; round < rounds; round++) {
        costs.push(await costOf(async () => (found = (await findOpenids(text)).openids.length)));
      }
      row.push(
        String(found),
        ms(median(costs.map(({ time }) => time))),
        ms(median(costs.map(({ cpu }) => cpu))),
      );
    }
    rows.push(row);
  }
  const header = ['', ...millions.flatMap(million => ['openids', `${million} MB`, 'CPU'])];
  printTable(`Finding openids`, header, rows);
}

async function benchMemory(count: number): Promise<void> {
  const parameters = ['--expose-gc', '--require', 'tsx/cjs', join(__dirname, 'memory.ts'), String(count)];
  const { stdout } = await promisify(execFile)(process.execPath, parameters);
  const { grown } = v.parse(v.pipe(v.string(), v.parseJson(), v.object({ grown: v.number() })), stdout);
  printTable(`Memory`, ['', 'growth'], [[`batch of ${count} openids, after garbage collection`, mb(grown)]]);
}

const benches: Readonly<Record<string, () => Promise<void>>> = {
  batches: async () => {
    console.log(`\n${howBatchesRun}`);
    await benchBatches(0);
    await benchBatches(50);
  },
  finding: benchFinding,
  memory: () => benchMemory(100_000),
  table: benchTable,
};

/** `main.ts [batches] [finding] [memory] [table]`, all of them unless named. */
async function main(names: readonly string[]): Promise<void> {
  const [cpu] = cpus();
  const today = new Date().toISOString().slice(0, 10);
  const load = loadavg()[0]?.toFixed(1) ?? 'unknown';
  console.log(
    `${today}, Node ${process.version}, ${process.platform}, ${cpus().length} × ${cpu?.model ?? 'unknown'}, load ${load}`,
  );
  console.log(`Medians of ${rounds}. CPU: processor time of this process, all threads, servers not counted.`);
  for (const name of names.length > 0 ? names : Object.keys(benches)) {
    const bench = benches[name];
    if (!bench) throw new Error(`There is no bench “${name}”, only ${Object.keys(benches).join(', ')}.`);
    await bench();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
