import { BatchStore, type OutcomeKind, StoreError } from '../../src/batch';
import { WeChatClient } from '../../src/wechat';

/** What a window is told to do with a batch. */
export interface Task {
  readonly folder: string;
  readonly id: string;
  readonly url: string;
  readonly appId: string;
  readonly secret: string;
  readonly again: readonly OutcomeKind[];
  readonly concurrency: number;
}

/** How a window ends that found the batch in another's hands. */
export const busy = 3;

/** Waits are cut short, or a minute's quota would take a minute. */
const longestWait = 10;

/** Goes on with a batch as a window of the extension does, until it is through or killed. */
async function run({ folder, id, again, concurrency, ...account }: Task): Promise<void> {
  const store = new BatchStore(folder, { retentionDays: () => 30 });
  const batch = await store.open(id);
  if (!batch) throw new Error('The batch is gone.');
  const client = new WeChatClient({
    baseUrl: account.url,
    appId: account.appId,
    secret: () => Promise.resolve(account.secret),
    timeoutMs: 250,
  });
  await store.run(batch, client, {
    again,
    concurrency,
    signal: new AbortController().signal,
    sleep: milliseconds =>
      new Promise(resolve => void setTimeout(resolve, Math.min(milliseconds, longestWait))),
  });
  if (batch.storageFailure) throw batch.storageFailure;
}

// A program of its own only where it is given a task.
const [, , task] = process.argv;
if (task?.startsWith('{'))
  run(JSON.parse(task) as Task).catch((error: unknown) => {
    if (!(error instanceof StoreError) || (error.problem !== 'busy' && error.problem !== 'takenOver'))
      console.error(error);
    process.exitCode = error instanceof StoreError && error.problem === 'busy' ? busy : 1;
  });
