import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchStore } from '../../../src/batch';
import { clientOf, followersOf } from './followers';
import { startServer } from '../server';

/** Bytes in use after garbage collection; needs `--expose-gc`. */
function used(): number {
  for (let time = 0; time < 5; time++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Prints by how much a batch of so many followers makes a process grow, in bytes; run in a process of its own. */
async function main(count: number): Promise<void> {
  const server = await startServer(Math.ceil(count * 1.1), 0);
  const folder = await mkdtemp(join(tmpdir(), 'openid-lens-bench-'));
  try {
    const { account } = server;
    const store = new BatchStore(folder, { retentionDays: () => 30 });
    const client = clientOf(account);
    const run = async (openids: readonly string[]) => {
      const batch = await store.create({
        appId: account.appId,
        accountName: 'bench',
        source: 'bench',
        openids,
        lang: 'zh_CN',
      });
      await store.run(batch, client, { concurrency: 8, signal: new AbortController().signal });
      return batch;
    };
    await run(await followersOf(account, 1_000));
    const idle = used();
    const batch = await run(await followersOf(account, count));
    const grown = used() - idle;
    if (batch.counts.following !== count) throw new Error('The batch is not complete.');
    console.log(JSON.stringify({ grown }));
  } finally {
    await rm(folder, { recursive: true, force: true });
    await server.stop();
  }
}

main(Number(process.argv[2])).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
