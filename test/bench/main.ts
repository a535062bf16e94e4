import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { findOpenids } from '../../src/openids';
import { bareHttp, concurrency, coWeChatApi, lens, plainNodeFetch, tokenOf } from './contenders';
import { followersOf, spoilt } from './followers';
import { openidTexts } from './openidTexts';
import { mb, ms, printTable, ratio } from './report';
import { median, milliseconds, race } from './rounds';
import { startServer } from './server';

const rounds = 5;
const batchSize = 10_000;
const warmUpSize = 1_000;

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
    const times = await race(contenders, openids, { rounds, warmUp, profiles: batchSize });
    printTable(
      `${batchSize} openids at ${latency} ms server latency, ${concurrency} calls at a time, median of ${rounds}`,
      ['', 'time', 'to bare http', 'to node-fetch'],
      [...times].map(([name, time]) => [
        name,
        ms(time),
        ratio(time, times.get(bare.name)),
        ratio(time, times.get(fetched.name)),
      ]),
    );

    const bad = spoilt(openids);
    const profiles = bad.filter((openid, index) => openid === openids[index]).length;
    const [time = NaN] = (await race([ours], bad, { rounds, warmUp, profiles })).values();
    const clean = times.get(ours.name);
    printTable(
      `The same with 1 % bad openids, isolated`,
      ['', 'time', 'to a clean list'],
      [[ours.name, ms(time), ratio(time, clean)]],
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
      const times: number[] = [];
      let found = 0;
      for (let round = 0; round < rounds; round++) {
        times.push(await milliseconds(async () => (found = (await findOpenids(text)).openids.length)));
      }
      row.push(String(found), ms(median(times)));
    }
    rows.push(row);
  }
  const header = ['', ...millions.flatMap(million => ['openids', `${million} MB`])];
  printTable(`Finding openids, median of ${rounds}`, header, rows);
}

async function benchMemory(count: number): Promise<void> {
  const parameters = ['--expose-gc', '--require', 'tsx/cjs', join(__dirname, 'memory.ts'), String(count)];
  const { stdout } = await promisify(execFile)(process.execPath, parameters);
  const { grown } = v.parse(v.pipe(v.string(), v.parseJson(), v.object({ grown: v.number() })), stdout);
  printTable(`Memory`, ['', 'growth'], [[`batch of ${count} openids, after garbage collection`, mb(grown)]]);
}

async function main(): Promise<void> {
  const [cpu] = cpus();
  const today = new Date().toISOString().slice(0, 10);
  console.log(
    `${today}, Node ${process.version}, ${process.platform}, ${cpus().length} × ${cpu?.model ?? 'unknown'}`,
  );
  await benchBatches(0);
  await benchBatches(50);
  await benchFinding();
  await benchMemory(100_000);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
