import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
import { ms, printTable, times } from './report';
import { median, medianRatio, race } from './rounds';
import { startServer } from './server';

const batchSize = 10_000;
const warmUpSize = 1_000;

const howTheyRun = `
Batches: the server is a process of its own, the contenders take turns in another one, bundled as the extension is, after
${warmUpSize} openids of warm-up. A ratio is the median of the rounds' own. CPU is the processor time of all threads of the
contenders' process. All keep their rows as objects until the end of the run; Lens alone matches and counts them,
writes a journal, and decodes every row, four times a second as its open table does.`;

async function benchBatches(latency: number, rounds: number): Promise<void> {
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

async function main(rounds: number): Promise<void> {
  console.log(howTheyRun);
  await benchBatches(0, rounds);
  await benchBatches(50, rounds);
}

main(Number(process.argv[2])).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
