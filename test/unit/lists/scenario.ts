import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type FollowerList,
  type ListKind,
  ListStore,
  type ListStoreOptions,
  type OpenidSource,
  pagesOf,
} from '../../../src/lists';
import { WeChatClient } from '../../../src/wechat';
import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../../wechat';

export const followersPath = '/cgi-bin/user/get';

export function clientOf(
  weChat: SimulatedWeChat,
  account: SimulatedAccount = weChat.accounts[0],
  timeoutMs = 20_000,
) {
  return new WeChatClient({
    baseUrl: weChat.url,
    appId: account.appId,
    secret: () => Promise.resolve(account.secret),
    timeoutMs,
  });
}

export async function withFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'openid-lens-lists-'));
  try {
    return await act(join(folder, 'lists'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function storeIn(folder: string, options: Partial<ListStoreOptions> = {}): ListStore {
  return new ListStore(folder, { retentionDays: () => 30, ...options });
}

export function newList(
  store: ListStore,
  account: SimulatedAccount,
  list: ListKind = { kind: 'followers' },
  forMigration = false,
): Promise<FollowerList> {
  return store.create({ appId: account.appId, accountName: '演示', list, forMigration });
}

/** Walks a new list of the account to its end. */
export async function walked(
  store: ListStore,
  weChat: SimulatedWeChat,
  account: SimulatedAccount = weChat.accounts[0],
  kind: ListKind = { kind: 'followers' },
): Promise<FollowerList> {
  const { id } = await newList(store, account, kind);
  return store.walk(id, pagesOf(clientOf(weChat, account), kind), walkOptions());
}

export function walkOptions() {
  return { signal: new AbortController().signal, sleep: () => Promise.resolve() };
}

export async function openidsOf(source: OpenidSource): Promise<string[]> {
  let text = '';
  for await (const bytes of source()) text += bytes.toString('latin1');
  return text.split('\n').slice(0, -1);
}

export async function keptIn(store: ListStore, { id }: { id: string }): Promise<string[]> {
  return openidsOf(await store.source(id));
}

export function assertDistinct(openids: readonly string[]): void {
  assert.equal(new Set(openids).size, openids.length);
}

/** Accounts whose followers are exactly so many: some of the people of the simulation have left. */
export async function withFollowers<T>(
  count: number,
  act: (weChat: SimulatedWeChat) => Promise<T>,
): Promise<T> {
  const weChat = await startWeChat({ followers: Math.ceil(count * 1.08) + 20 });
  try {
    for (const account of weChat.accounts) {
      for (const openid of account.openids().slice(count)) account.setFollowing(openid, false);
      assert.equal(account.followerCount, count);
    }
    return await act(weChat);
  } finally {
    await weChat.close();
  }
}
