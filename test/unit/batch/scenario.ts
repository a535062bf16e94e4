import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Batch,
  BatchStore,
  type Outcome,
  type RunEvent,
  type RunOptions,
  type Sleep,
  StoreError,
  type StoreProblem,
} from '../../../src/batch';
import { type Line } from '../../../src/batch/line';
import { parseRecord, wholeRecord } from '../../../src/batch/journal/journalRecord';
import { type RequestEntry, WeChatClient } from '../../../src/wechat';
import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../../wechat';

export const batchGetPath = '/cgi-bin/user/info/batchget';
export const userInfoPath = '/cgi-bin/user/info';

export function clientOf(
  weChat: SimulatedWeChat,
  account: SimulatedAccount = weChat.accounts[0],
  onRequest?: (entry: RequestEntry) => void,
): WeChatClient {
  return new WeChatClient({
    baseUrl: weChat.url,
    appId: account.appId,
    secret: () => Promise.resolve(account.secret),
    timeoutMs: 10_000,
    ...(onRequest && { onRequest }),
  });
}

/** A simulated WeChat, its first account, and a client of that account. */
export interface Given {
  weChat: SimulatedWeChat;
  account: SimulatedAccount;
  client: WeChatClient;
}

/** Begins each test of the surrounding `describe` with new ones. */
export function startWeChatForEach(begin: (given: Given) => void): void {
  let weChat: SimulatedWeChat;
  beforeEach(async () => {
    weChat = await startWeChat({ followers: 900 });
    const [account] = weChat.accounts;
    begin({ weChat, account, client: clientOf(weChat) });
  });
  afterEach(() => weChat.close());
}

/** Lets no time pass, and knows how long it should have. */
export function recordedSleep(): { readonly sleep: Sleep; readonly delays: number[] } {
  const delays: number[] = [];
  return {
    delays,
    sleep: (milliseconds, signal) => {
      delays.push(milliseconds);
      signal.throwIfAborted();
      return Promise.resolve();
    },
  };
}

/** Options of a run that waits for nobody. */
export function runOptions(options: Partial<RunOptions> = {}): RunOptions {
  return { concurrency: 4, signal: new AbortController().signal, sleep: recordedSleep().sleep, ...options };
}

export async function collect(outcomes: AsyncIterable<Outcome>): Promise<Outcome[]> {
  const collected: Outcome[] = [];
  for await (const outcome of outcomes) collected.push(outcome);
  return collected;
}

/** The openids of each kind of outcome, sorted. */
export function byKind(outcomes: Iterable<Outcome>): Partial<Record<Outcome['kind'], string[]>> {
  const kinds: Partial<Record<Outcome['kind'], string[]>> = {};
  for (const { kind, openid } of outcomes) (kinds[kind] ??= []).push(openid);
  for (const openids of Object.values(kinds)) openids.sort();
  return kinds;
}

/** Calls that ask for people, the repeated ones included. */
export function askingCalls(weChat: SimulatedWeChat): number {
  return weChat.calls(batchGetPath) + weChat.calls(userInfoPath);
}

export function eventsOf<Kind extends RunEvent['kind']>(events: readonly RunEvent[], kind: Kind) {
  return events.filter((event): event is Extract<RunEvent, { kind: Kind }> => event.kind === kind);
}

/** A line as it stands in the bytes of a file, between others. */
export function asLine(text: string): Line {
  const bytes = Buffer.from(`{}\n${text}\n`);
  return { bytes, from: 3, to: bytes.length - 1 };
}

/** The outcome that a line of a journal stands for. */
export function outcomeIn(line: string): Outcome | undefined {
  const record = wholeRecord(parseRecord(asLine(line)));
  return record.kind === 'answer' ? record.outcome : undefined;
}

/** A folder of its own for one test. */
export async function withFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'openid-lens-batch-'));
  try {
    return await act(join(folder, 'batches'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export function storeIn(folder: string, retentionDays = 30, now?: () => number): BatchStore {
  return new BatchStore(folder, { retentionDays: () => retentionDays, ...(now && { now }) });
}

export function newBatch(
  store: BatchStore,
  openids: readonly string[],
  appId = 'wx0123456789abcdef',
): Promise<Batch> {
  return store.create({ appId, accountName: '演示 😀', source: 'list.json', openids, lang: 'zh_CN' });
}

/** The batch as another window, or this one after a restart, finds it. */
export async function reopened(folder: string, id: string): Promise<Batch> {
  const batch = await storeIn(folder).open(id);
  assert.ok(batch);
  return batch;
}

export function isProblem(expected: StoreProblem): (error: unknown) => boolean {
  return error => error instanceof StoreError && error.problem === expected;
}
