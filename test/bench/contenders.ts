import { Agent, request } from 'node:http';
import nodeFetch from 'node-fetch';
import * as v from 'valibot';
import { type Batch, BatchStore } from '../../src/batch';
import { RowFacts } from '../../src/panels/batch/table/rowFacts';
import { Throttle } from '../../src/panels/throttle';
import { loadCoWeChatApi } from './coWeChatApi';
import { clientOf } from './benchmarks/followers';
import { type Account } from './server';

export interface Contender {
  readonly name: string;
  /** Fetches everybody and resolves to the number of profiles. */
  run(openids: readonly string[]): Promise<number>;
}

/** Calls in flight of those who do not find their own pace. */
export const concurrency = 8;

/** The default of the setting. */
export const ownPace = 32;

/** How often an open table is drawn while its batch runs. */
const redrawMs = 250;

export interface Lens extends Contender {
  /** API calls of the last run. */
  readonly calls: () => number;
}

export interface LensOptions {
  /** As `wechatOpenid.concurrency`: at most. */
  readonly inFlight: number;
  /** Whether its table is open. */
  readonly table: boolean;
}

/** Everything that a user's batch does: plan, fetch, match, journal on disk, and every row decoded for an open table. */
export function lens(account: Account, folder: string, name: string, { inFlight, table }: LensOptions): Lens {
  const client = clientOf(account);
  const store = new BatchStore(folder, { retentionDays: () => 30 });
  let calls = 0;
  return {
    name,
    calls: () => calls,
    async run(openids) {
      const batch = await store.create({
        appId: account.appId,
        accountName: 'bench',
        source: 'bench',
        openids,
        lang: 'zh_CN',
      });
      const close = table ? openTable(batch) : () => undefined;
      await store.run(batch, client, { concurrency: inFlight, signal: new AbortController().signal });
      close();
      calls = batch.apiCalls;
      return batch.counts.following + batch.counts.notFollowing;
    },
  };
}

/** Reads what an open table reads; the result does so once more and closes it. */
function openTable(batch: Batch): () => void {
  const facts = new RowFacts(batch, 'en');
  const redraw = new Throttle(redrawMs, () => facts.read(0, batch.openids.length));
  const changes = batch.onDidChange(() => redraw.call());
  return () => {
    changes.dispose();
    redraw.now();
  };
}

/** The least that a client can do: keep-alive, send, collect, parse. */
export function bareHttp(account: Account, token: string): Contender {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  return chunked('bare http, keep-alive', openids => {
    const body = requestBody(openids);
    return new Promise((resolve, reject) => {
      const outgoing = request(
        batchGetUrl(account, token),
        {
          agent,
          method: 'POST',
          headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        },
        response => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.on('end', () => resolve(JSON.parse(Buffer.concat(pieces).toString('utf8'))));
          response.on('error', reject);
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  });
}

export function plainNodeFetch(account: Account, token: string): Contender {
  return chunked('node-fetch, same calls', async openids => {
    const response = await nodeFetch(batchGetUrl(account, token), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: requestBody(openids),
    });
    return response.json();
  });
}

/** As its documentation shows it; chunks and concurrency have to be the user's own. */
export async function coWeChatApi(account: Account): Promise<Contender> {
  const api = await loadCoWeChatApi(account);
  return chunked('co-wechat-api', openids => api.batchGetUsers(openids));
}

/** The token that the contenders without token handling use. */
export async function tokenOf({ url, appId, secret }: Account): Promise<string> {
  const response = await nodeFetch(`${url}/cgi-bin/stable_token`, {
    method: 'POST',
    body: JSON.stringify({ grant_type: 'client_credential', appid: appId, secret }),
  });
  return v.parse(v.object({ access_token: v.string() }), await response.json()).access_token;
}

const answerSchema = v.object({ user_info_list: v.array(v.unknown()) });

/** Chunks of 100, `concurrency` at a time; like a batch, it has all profiles together at the end. */
function chunked(name: string, batchGet: (openids: readonly string[]) => Promise<unknown>): Contender {
  return {
    name,
    async run(openids) {
      const profiles: unknown[] = [];
      let next = 0;
      async function work(): Promise<void> {
        while (next < openids.length) {
          const chunk = openids.slice(next, (next += 100));
          profiles.push(...v.parse(answerSchema, await batchGet(chunk)).user_info_list);
        }
      }
      await Promise.all(Array.from({ length: concurrency }, work));
      return profiles.length;
    },
  };
}

function batchGetUrl({ url }: Account, token: string): string {
  return `${url}/cgi-bin/user/info/batchget?access_token=${encodeURIComponent(token)}`;
}

function requestBody(openids: readonly string[]): string {
  return JSON.stringify({ user_list: openids.map(openid => ({ openid, lang: 'zh_CN' })) });
}
