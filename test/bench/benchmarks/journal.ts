import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { BatchStore } from '../../../src/batch';
import { startWeChat } from '../../wechat';
import { mb, ms, printTable } from '../measuring/report';
import { median } from '../measuring/rounds';
import { watchTurns } from '../measuring/turns';

const rows = 1_000_000;
const id = 'large';

const figuresSchema = v.object({
  head: v.number(),
  firstRows: v.number(),
  all: v.number(),
  grown: v.number(),
  longestBlock: v.number(),
  longestPause: v.number(),
});
type Figures = v.InferOutput<typeof figuresSchema>;

/** Writes the journal of a batch of a million people that has come to its end. */
async function writeJournal(folder: string): Promise<void> {
  const weChat = await startWeChat({ followers: rows });
  const [account] = weChat.accounts;
  await mkdir(folder, { recursive: true });
  const out = createWriteStream(join(folder, `${id}.ndjson`));
  const write = async (text: string) => {
    if (!out.write(text)) await once(out, 'drain');
  };
  const startedAt = new Date(0).toISOString();
  const head = { journal: 2, id, appId: account.appId, accountName: 'A', source: 's', lang: 'zh_CN' };
  await write(`${JSON.stringify({ ...head, startedAt, total: rows })}\n`);
  const openidOf = (index: number) => account.people.openids.encode(index);
  const block = 10_000;
  const indices = (from: number, length: number) => Array.from({ length }, (_, index) => from + index);
  for (let from = 0; from < rows; from += block)
    await write(`${JSON.stringify({ openids: indices(from, block).map(openidOf) })}\n`);
  let following = 0;
  for (let from = 0; from < rows; from += 100) {
    const chunk = indices(from, 100);
    following += chunk.filter(index => account.isFollowing(index)).length;
    const notFollowing = from + 100 - following;
    const counts = {
      following,
      notFollowing,
      invalid: 0,
      notReturned: 0,
      failed: 0,
      pending: rows - from - 100,
    };
    const state = { state: 'running', counts, apiCalls: from / 100 + 1, duration: from };
    const lines = chunk.map(index => account.row(openidOf(index)));
    await write(`${[`{"at":${from}}`, ...lines, JSON.stringify(state)].join('\n')}\n`);
  }
  out.end();
  await once(out, 'close');
  await weChat.close();
}

/** Opens it as a window does, and prints what that took; run in a process of its own, with `--expose-gc`. */
async function measure(folder: string): Promise<void> {
  const store = new BatchStore(folder, { retentionDays: () => 30 });
  const used = () => {
    for (let time = 0; time < 5; time++) globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
  const idle = used();
  const ended = watchTurns();
  const started = performance.now();
  await store.list();
  const head = performance.now() - started;
  const batch = await store.openSoon(id);
  if (!batch) throw new Error('The journal is not there.');
  const firstSeen = new Promise<number>(resolve => {
    const look = () => {
      if (batch.outcomeAt(99)?.kind !== 'pending') resolve(performance.now() - started);
    };
    batch.onDidChange(look);
    look();
  });
  const firstRows = await firstSeen;
  await store.open(id);
  const all = performance.now() - started;
  const waits = await ended();
  if (batch.counts.following + batch.counts.notFollowing !== rows) throw new Error('Rows are missing.');
  const figures: Figures = { head, firstRows, all, grown: used() - idle, ...waits };
  // The batch must be in memory until here.
  console.log(JSON.stringify({ ...figures, rows: batch.openids.length }));
}

async function measureOnce(folder: string): Promise<Figures> {
  const child = spawn(process.execPath, ['--expose-gc', __filename, 'measure', folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
  await once(child, 'exit');
  return v.parse(v.pipe(v.string(), v.parseJson(), figuresSchema), output);
}

/** How a batch of a million rows is opened: medians of so many rounds. */
async function bench(rounds: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'openid-lens-bench-'));
  try {
    await writeJournal(folder);
    const figures: Figures[] = [];
    for (let round = 0; round < rounds; round++) figures.push(await measureOnce(folder));
    const middle = (name: keyof Figures) => median(figures.map(each => each[name]));
    printTable(
      `A journal of ${rows} rows`,
      ['', 'time'],
      [
        ['head and counts', ms(middle('head'))],
        ['first rows', ms(middle('firstRows'))],
        ['all rows', ms(middle('all'))],
        ['longest block but for the collector', ms(middle('longestBlock'))],
        ['longest pause of the collector', ms(middle('longestPause'))],
        ['growth, after garbage collection', mb(middle('grown'))],
      ],
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const [, , first = '', folder = ''] = process.argv;
(first === 'measure' ? measure(folder) : bench(Number(first))).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
