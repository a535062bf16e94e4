import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lookUp } from '../../../src/batch';
import {
  bareHttp,
  concurrency,
  type Contender,
  coWeChatApi,
  lens,
  ownPace,
  plainNodeFetch,
  tokenOf,
} from '../contenders';
import { clientOf, followersOf, spoilt } from './followers';
import { ms, printTable, times } from '../measuring/report';
import { median, medianRatio, race } from '../measuring/rounds';
import { type Account, startServer } from '../server';

const batchSize = 10_000;
const warmUpSize = 1_000;
const bad = batchSize / 100;

const howTheyRun = `
Batches: the server is a process of its own, the contenders take turns in another one, bundled as the extension is, after
${warmUpSize} openids of warm-up. A ratio is the median of the rounds' own. CPU is the processor time of all threads of the
contenders' process. All keep their rows as objects until the end of the run; Lens alone matches and counts them,
writes a journal and, with a table, decodes every row, four times a second.`;

async function benchBatches(latency: number, rounds: number): Promise<void> {
  const server = await startServer(batchSize * 1.2, latency, bad);
  const folder = await mkdtemp(join(tmpdir(), 'openid-lens-bench-'));
  try {
    const { account } = server;
    const openids = await followersOf(account, batchSize);
    const warmUp = openids.slice(0, warmUpSize);
    const token = await tokenOf(account);
    const at8 = lens(account, folder, `Lens, ${concurrency} at a time`, {
      inFlight: concurrency,
      table: true,
    });
    const own = lens(account, folder, 'Lens at its own pace', { inFlight: ownPace, table: true });
    const noTable = lens(account, folder, 'the same without a table', { inFlight: ownPace, table: false });
    const bare = bareHttp(account, token);
    const fetched = plainNodeFetch(account, token);
    const contenders = [bare, fetched, await coWeChatApi(account), at8, own, noTable];
    const costs = await race(contenders, openids, { rounds, warmUp, profiles: batchSize });
    const costsOf = (contender: Contender) => costs.get(contender) ?? [];
    printTable(
      `${batchSize} openids at ${latency} ms server latency, ${concurrency} calls at a time`,
      ['', 'time', 'to bare http', 'to node-fetch', 'CPU', 'to node-fetch'],
      [...costs].map(([{ name }, cost]) => [
        name,
        ms(median(cost.map(({ time }) => time))),
        times(medianRatio(cost, costsOf(bare), 'time')),
        times(medianRatio(cost, costsOf(fetched), 'time')),
        ms(median(cost.map(({ cpu }) => cpu))),
        times(medianRatio(cost, costsOf(fetched), 'cpu')),
      ]),
    );

    const list = spoilt(openids, account.unknown);
    const isolated = (await race([own], list, { rounds, warmUp, profiles: batchSize - bad })).get(own) ?? [];
    const perBad = (own.calls() - batchSize / 100) / bad;
    printTable(
      `The same with 1 % openids that WeChat does not know and that begin as all others do`,
      ['', 'time', `to the clean list, ${concurrency} at a time`, 'CPU', 'calls', 'a bad one, beyond n/100'],
      [
        [
          own.name,
          ms(median(isolated.map(({ time }) => time))),
          times(medianRatio(isolated, costsOf(at8), 'time')),
          ms(median(isolated.map(({ cpu }) => cpu))),
          String(own.calls()),
          perBad.toFixed(2),
        ],
      ],
    );
    if (latency === 0) await benchLookUp(account, openids);
  } finally {
    await rm(folder, { recursive: true, force: true });
    await server.stop();
  }
}

/** One after the other, as a person looks them up. */
async function benchLookUp(account: Account, openids: readonly string[]): Promise<void> {
  const client = clientOf(account);
  const { signal } = new AbortController();
  const spent: number[] = [];
  for (const openid of openids.slice(0, 2 * warmUpSize)) {
    const start = performance.now();
    await lookUp(client, openid, { signal });
    spent.push(performance.now() - start);
  }
  printTable(
    'A single look-up, warm',
    ['', 'time'],
    [['WeChat OpenID Lens', `${median(spent.slice(warmUpSize)).toFixed(2)} ms`]],
  );
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
