import { mkdir, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import type { SimulatedAccount, SimulatedWeChat } from '../wechat';

/** Writes a small project whose files hold openids of the simulated accounts, a few bad ones among them. */
export async function writeDemoWorkspace(folder: string, { accounts }: SimulatedWeChat): Promise<void> {
  const [service, subscription] = accounts;
  const files = {
    'ticket-4711.json': jsonList(service),
    'events.ndjson': eventLines(service),
    'orders.csv': orders(service),
    'members.csv': members(service, subscription),
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

/** Something to add profiles to: a shop's orders, some by people who left since. */
function orders(account: SimulatedAccount): string {
  const buyers = [...account.openids({}, 57), ...account.openids({ state: 'notFollowing' }, 3)];
  const rows = buyers.map((openid, index) =>
    [
      `SO2026${String(10_001 + index * 7)}`,
      openid,
      `${(index * 37) % 900}.${index % 10}0`,
      places[index % places.length],
    ].join(),
  );
  return ['order_no,openid,amount,city', ...rows, ''].join('\r\n');
}

/**
 * Users of a Mini Program as its database has them, of whom WeChat gives no list: a unionid each, an openid of the Mini
 * Program, and nobody's name. Most follow one of the accounts.
 */
function members(...accounts: readonly SimulatedAccount[]): string {
  const unionids = accounts.flatMap(account =>
    account.openids({}, 60).flatMap(openid => account.personOf(openid)?.unionid ?? []),
  );
  const rows = [...new Set(unionids)].map((unionid, index) =>
    [1001 + index, unionid, `oMiniP${unionid.slice(6)}`, time(index * 97).slice(0, 10)].join(),
  );
  return ['user_id,unionid,mini_openid,registered_at', ...rows, ''].join('\n');
}

const places = ['深圳', '上海', '广州', '杭州', '臺北'];

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
