import { fstatSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startWeChat } from './index';

const USAGE = 'main.ts [--port N] [--followers N] [--seed N] [--latency MS] [--unknown N]';

/** The simulated WeChat as a process of its own: one line of JSON, then it answers until its parent is gone. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      followers: { type: 'string', default: '300' },
      seed: { type: 'string', default: '1' },
      latency: { type: 'string', default: '0' },
      unknown: { type: 'string', default: '0' },
    },
  });
  const weChat = await startWeChat({
    port: wholeNumber(values.port),
    followers: wholeNumber(values.followers),
    seed: wholeNumber(values.seed),
  });
  const latency = wholeNumber(values.latency);
  if (latency > 0) weChat.faults.add({ kind: 'latency', ms: latency });

  const unknown = wholeNumber(values.unknown);
  const accounts = weChat.accounts.map(account => ({
    name: account.name,
    appId: account.appId,
    secret: account.secret,
    prefix: account.prefix,
    ...(unknown > 0 && { unknown: account.openids({ state: 'unknown' }, unknown) }),
  }));
  process.stdout.write(`${JSON.stringify({ url: weChat.url, accounts })}\n`);

  const end = (): void => {
    void weChat.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', end).once('SIGINT', end).once('disconnect', end);
  if (isPipe(process.stdin.fd)) process.stdin.resume().once('end', end).once('error', end);
}

/** A terminal or /dev/null says nothing about the parent; a pipe ends with it. */
function isPipe(descriptor: number): boolean {
  const stats = fstatSync(descriptor);
  return stats.isFIFO() || stats.isSocket();
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0) throw new RangeError(`Not a whole number: ${text}\n${USAGE}`);
  return number;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
