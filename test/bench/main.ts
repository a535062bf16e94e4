import { execFile } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { findOpenids } from '../../src/openids';
import { openidTexts } from './openidTexts';
import { mb, ms, printTable } from './report';
import { type Cost, costOf, median } from './rounds';
import { runBundled } from './runBundled';
import { benchTable } from './table';

const rounds = 5;
async function benchFinding(): Promise<void> {
  const millions = [1, 10];
  const rows: string[][] = [];
  const texts = millions.map(million => openidTexts(million * 1_000_000));
  for (const { form } of texts[0] ?? []) {
    const row = [form];
    for (const sized of texts) {
      const text = sized.find(each => each.form === form)?.text ?? '';
      const costs: Cost[] = [];
      let found = 0;
      for (let round = 0; round < rounds; round++) {
        costs.push(await costOf(async () => (found = (await findOpenids(text)).openids.length)));
      }
      row.push(
        String(found),
        ms(median(costs.map(({ time }) => time))),
        ms(median(costs.map(({ cpu }) => cpu))),
      );
    }
    rows.push(row);
  }
  const header = ['', ...millions.flatMap(million => ['openids', `${million} MB`, 'CPU'])];
  printTable(`Finding openids`, header, rows);
}

async function benchMemory(count: number): Promise<void> {
  const parameters = ['--expose-gc', '--require', 'tsx/cjs', join(__dirname, 'memory.ts'), String(count)];
  const { stdout } = await promisify(execFile)(process.execPath, parameters);
  const { grown } = v.parse(v.pipe(v.string(), v.parseJson(), v.object({ grown: v.number() })), stdout);
  printTable(`Memory`, ['', 'growth'], [[`batch of ${count} openids, after garbage collection`, mb(grown)]]);
}

const benches: Readonly<Record<string, () => Promise<void>>> = {
  batches: () => runBundled('batches', String(rounds)),
  finding: benchFinding,
  memory: () => benchMemory(100_000),
  table: benchTable,
};

/** `main.ts [batches] [finding] [memory] [table]`, all of them unless named. */
async function main(names: readonly string[]): Promise<void> {
  const [cpu] = cpus();
  const today = new Date().toISOString().slice(0, 10);
  const load = loadavg()[0]?.toFixed(1) ?? 'unknown';
  console.log(
    `${today}, Node ${process.version}, ${process.platform}, ${cpus().length} × ${cpu?.model ?? 'unknown'}, load ${load}`,
  );
  console.log(`Medians of ${rounds}.`);
  for (const name of names.length > 0 ? names : Object.keys(benches)) {
    const bench = benches[name];
    if (!bench) throw new Error(`There is no bench “${name}”, only ${Object.keys(benches).join(', ')}.`);
    await bench();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
