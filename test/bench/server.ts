import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as v from 'valibot';

const accountSchema = v.object({
  appId: v.string(),
  secret: v.string(),
  unknown: v.optional(v.array(v.string()), []),
});

const startedSchema = v.object({
  url: v.string(),
  accounts: v.pipe(v.array(accountSchema), v.minLength(1)),
});

export interface Account {
  readonly url: string;
  readonly appId: string;
  readonly secret: string;
  /** Openids that begin as its own and that WeChat does not know. */
  readonly unknown: readonly string[];
}

export interface Server {
  readonly account: Account;
  stop(): Promise<void>;
}

/** The simulated WeChat in a process of its own, so that its work is not measured as the client's. */
export async function startServer(followers: number, latency: number, unknown = 0): Promise<Server> {
  const main = join(__dirname, '../wechat/main.ts');
  const options = { followers, latency, unknown };
  const parameters = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', main, ...parameters], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const { url, accounts } = v.parse(v.pipe(v.string(), v.parseJson(), startedSchema), line);
    const [account] = accounts;
    if (!account) break;
    return {
      account: { url, ...account },
      stop: async () => {
        child.stdin.end();
        await once(child, 'exit');
      },
    };
  }
  throw new Error('The simulated WeChat did not start.');
}
