import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Uri } from 'vscode';
import { type Batch, BatchStore } from '../../../src/batch';
import { openBatchChannel } from '../../../src/panels/batch/batchChannel';
import { BatchPanel } from '../../../src/panels/batch/batchPanel';
import { BatchTable } from '../../../src/panels/batch/table/batchTable';
import { BatchViews } from '../../../src/panels/batch/batchViews';
import { ProfileActions } from '../../../src/panels/profile/profileActions';
import { RawJson } from '../../../src/panels/profile/rawJson';
import { StateFiles } from '../../../src/panels/stateFiles';
import { type ColumnId, type Query, wholeList } from '../../../src/protocol/views/batchView';
import { Panel, typeOf } from '../../page/window/panel';
import { concurrency, type Contender, ownPace } from '../contenders';
import { clientOf, followersOf } from './followers';
import { ms, printTable, times } from '../measuring/report';
import { median, medianRatio, race } from '../measuring/rounds';
import { type Account, startServer } from '../server';

const latency = 50;
const howTheyRun = `
Batches with their table open: the panel's own side of it, as the extension has it; its page, which is another process in
VS Code, is one that reads what it is sent.`;

/** How the table of a contender stands while its batch runs. */
type Table = 'none' | 'hidden' | { readonly sortedBy: ColumnId };

const tables: readonly (readonly [name: string, table: Table])[] = [
  ['no table', 'none'],
  ['hidden', 'hidden'],
  ['in list order', { sortedBy: 'place' }],
  ['by OpenID', { sortedBy: 'openid' }],
  ['by Followed', { sortedBy: 'followedAt' }],
];

/** A page that shows what it is sent, and asks for nothing. */
class ReadingPage {
  private generation = 0;
  /** When rows came first. */
  rowsAt = NaN;

  load(panel: Panel): Promise<void> {
    panel.receive({ type: 'ready' });
    return Promise.resolve();
  }

  unload(): Promise<void> {
    return Promise.resolve();
  }

  deliver(_panel: Panel, message: unknown): Promise<void> {
    if (isStart(message)) this.generation = message.generation;
    if (typeOf(message) === 'found' && Number.isNaN(this.rowsAt)) this.rowsAt = performance.now();
    return Promise.resolve();
  }

  ask(panel: Panel, query: Query): void {
    panel.receive({ generation: this.generation, message: { type: 'query', query, turn: 1 } });
  }
}

function isStart(message: unknown): message is { generation: number } {
  return typeOf(message) === 'start';
}

/** Panels over one folder, as those of a window. */
class Panels {
  readonly views: BatchViews;

  constructor(folder: string) {
    const files = (name: string) => new StateFiles(join(folder, name), () => true);
    this.views = new BatchViews(files('views'), files('columns'), console);
  }

  async open(batch: Batch): Promise<{ panel: Panel; page: ReadingPage; host: BatchPanel }> {
    const page = new ReadingPage();
    const panel = new Panel('wechatOpenid.batch', batch.source, 'vscode-webview://page', page);
    const options = { extensionUri: Uri.file('/extension'), language: 'en', log: console } as const;
    const nobody = () => Promise.resolve(undefined);
    const host = new BatchPanel(panel, batch, openBatchChannel(panel, { id: batch.id }, undefined, options), {
      tagNames: nobody,
      views: this.views,
      actions: new ProfileActions(new RawJson({ lookup: nobody, batch: nobody })),
      log: console,
      explain: error => Promise.resolve(String(error)),
    });
    await panel.show();
    return { panel, page, host };
  }
}

interface Shown extends Contender {
  /** Messages to the page in the last run. */
  readonly messages: () => number;
}

function withTable(
  account: Account,
  folder: string,
  inFlight: number,
  [name, table]: (typeof tables)[number],
): Shown {
  const client = clientOf(account);
  const store = new BatchStore(join(folder, 'batches'), { retentionDays: () => 30 });
  const panels = new Panels(folder);
  let messages = 0;
  return {
    name,
    messages: () => messages,
    async run(openids) {
      const origin = { appId: account.appId, accountName: 'bench', source: 'bench', lang: 'zh_CN' } as const;
      const batch = await store.create({ ...origin, openids });
      const shown = table === 'none' ? undefined : await panels.open(batch);
      if (shown && table === 'hidden') await shown.panel.hide();
      if (shown && typeof table === 'object')
        shown.page.ask(shown.panel, { ...wholeList, sort: { column: table.sortedBy, descending: false } });
      if (shown) shown.panel.posted.length = 0;
      await store.run(batch, client, { concurrency: inFlight, signal: new AbortController().signal });
      messages = shown?.panel.posted.length ?? 0;
      shown?.host.dispose();
      shown?.panel.dispose();
      await store.remove(batch.id);
      return batch.counts.following + batch.counts.notFollowing;
    },
  };
}

async function benchRunning(account: Account, openids: readonly string[], rounds: number): Promise<void> {
  for (const [pace, inFlight] of [
    [`${concurrency} calls at a time`, concurrency],
    ['at its own pace', ownPace],
  ] as const) {
    const folder = await mkdtemp(join(tmpdir(), 'openid-lens-bench-'));
    const contenders = tables.map(table => withTable(account, folder, inFlight, table));
    const [bare] = contenders;
    const warmUp = openids.slice(0, 5_000);
    const costs = await race(contenders, openids, { rounds, warmUp, profiles: openids.length });
    const without = (bare && costs.get(bare)) ?? [];
    printTable(
      `${openids.length} openids at ${latency} ms server latency, ${pace}`,
      ['table', 'time', 'to no table', 'CPU', 'messages'],
      contenders.map(contender => {
        const cost = costs.get(contender) ?? [];
        return [
          contender.name,
          ms(median(cost.map(({ time }) => time))),
          times(medianRatio(cost, without, 'time')),
          ms(median(cost.map(({ cpu }) => cpu))),
          String(contender.messages()),
        ];
      }),
    );
    await rm(folder, { recursive: true, force: true });
  }
}

/** How long the first rows of a batch take that is open in this window, as its table was left. */
async function benchOpening(account: Account, openids: readonly string[], rounds: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'openid-lens-bench-'));
  const store = new BatchStore(join(folder, 'batches'), { retentionDays: () => 30 });
  const origin = { appId: account.appId, accountName: 'bench', source: 'bench', lang: 'zh_CN' } as const;
  const batch = await store.create({ ...origin, openids });
  const { signal } = new AbortController();
  await store.run(batch, clientOf(account), { concurrency: ownPace, signal });
  const opening = async (left: Query) => {
    const table = new BatchTable(batch, 'en');
    table.query = left;
    await new Panels(folder).views.save(batch.id, table);
    const since = performance.now();
    const { page, host } = await new Panels(folder).open(batch);
    while (Number.isNaN(page.rowsAt)) await setTimeout(1);
    host.dispose();
    return page.rowsAt - since;
  };
  const rows: string[][] = [];
  for (const [name, left] of [
    ['in list order', wholeList],
    ['sorted by Followed', { ...wholeList, sort: { column: 'followedAt', descending: true } }],
    ['with a filter', { ...wholeList, text: '深圳' }],
  ] as const) {
    const spent: number[] = [];
    for (let round = 0; round < rounds; round++) spent.push(await opening(left));
    rows.push([name, ms(median(spent))]);
  }
  printTable(`The first rows of ${openids.length} in a table that is brought back`, ['', 'time'], rows);
  await rm(folder, { recursive: true, force: true });
}

async function main(rounds: number): Promise<void> {
  console.log(howTheyRun);
  const server = await startServer(240_000, latency);
  try {
    const openids = await followersOf(server.account, 200_000);
    for (const count of [100_000, 200_000])
      await benchRunning(server.account, openids.slice(0, count), rounds);
    await benchOpening(server.account, openids.slice(0, 100_000), rounds);
  } finally {
    await server.stop();
  }
}

main(Number(process.argv[2])).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
