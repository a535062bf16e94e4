import { mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import type { SimulatedAccount, SimulatedWeChat } from '../wechat';

/** Writes a small project whose files hold openids of the simulated accounts, a few bad ones among them. */
export async function writeDemoWorkspace(folder: string, { accounts }: SimulatedWeChat): Promise<void> {
  const [service, subscription] = accounts;
  const files = {
    'ticket-4711.json': jsonList(service),
    'events.ndjson': eventLines(service),
    'export.csv': table(subscription),
    'app.log': log(service, subscription),
  };
  await mkdir(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(path.join(folder, name), content);
}

/** 250 openids: three that WeChat refuses, and some of people who left. */
function jsonList(account: SimulatedAccount): string {
  const openids = [...account.openids({}, 227), ...account.openids({ state: 'notFollowing' }, 20)];
  for (const [index, bad] of badOpenids(account).entries()) openids.splice(60 * (index + 1), 0, bad);
  return `${JSON.stringify(openids, undefined, 2)}\n`;
}

function badOpenids(account: SimulatedAccount): string[] {
  return [...account.openids({ state: 'malformed' }, 2), ...account.openids({ state: 'foreign' }, 1)];
}

function eventLines(account: SimulatedAccount): string {
  return account
    .openids({}, 30)
    .map(
      (openid, index) =>
        `${JSON.stringify({ time: time(index), event: 'order.paid', openid, cents: 990 })}\n`,
    )
    .join('');
}

function table(account: SimulatedAccount): string {
  const rows = [...account.openids({}, 40), ...account.openids({ state: 'notFollowing' }, 3)];
  return ['id,openid,city', ...rows.map((openid, index) => `${index + 1},${openid},深圳`), ''].join('\r\n');
}

function log(...accounts: SimulatedAccount[]): string {
  return accounts
    .flatMap(account => account.openids({}, 12))
    .map(
      (openid, index) =>
        `${time(index)} INFO  [http-${index % 4}] GET /me?openid=${openid} 200 ${12 + index} ms\n`,
    )
    .join('');
}

function time(index: number): string {
  return new Date(Date.UTC(2026, 0, 15, 9, index)).toISOString();
}
