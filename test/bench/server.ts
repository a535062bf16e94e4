import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';

const startedSchema = v.object({
  url: v.string(),
  accounts: v.pipe(v.array(v.object({ appId: v.string(), secret: v.string() })), v.minLength(1)),
});

export interface Account {
  readonly url: string;
  readonly appId: string;
  readonly secret: string;
}

export interface Server {
  readonly account: Account;
  stop(): Promise<void>;
}

/** The simulated WeChat in a process of its own, so that its work is not measured as the client's. */
export async function startServer(followers: number, latency: number): Promise<Server> {
  const main = join(__dirname, '../wechat/main.ts');
  const parameters = ['--followers', String(followers), '--latency', String(latency)];
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', main, ...parameters], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const { url, accounts } = v.parse(v.pipe(v.string(), v.parseJson(), startedSchema), line);
    const [account] = accounts;
    if (!account) break;
    return {
      account: { url, appId: account.appId, secret: account.secret },
      stop: async () => {
        child.stdin.end();
        await once(child, 'exit');
      },
    };
  }
  throw new Error('The simulated WeChat did not start.');
}
