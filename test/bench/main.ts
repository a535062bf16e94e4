import { execFile } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import { mb, printTable } from './measuring/report';
import { runBundled } from './runBundled';
import { benchTable } from './benchmarks/table';

const rounds = 5;

async function benchMemory(count: number): Promise<void> {
  const parameters = [
    '--expose-gc',
    '--import',
    'tsx',
    join(__dirname, 'benchmarks/memory.ts'),
    String(count),
  ];
  const { stdout } = await promisify(execFile)(process.execPath, parameters);
  const { grown } = v.parse(v.pipe(v.string(), v.parseJson(), v.object({ grown: v.number() })), stdout);
  printTable(`Memory`, ['', 'growth'], [[`batch of ${count} openids, after garbage collection`, mb(grown)]]);
}

const benches: Readonly<Record<string, () => Promise<void>>> = {
  batches: () => runBundled('batches', String(rounds)),
  finding: () => runBundled('finding', String(rounds)),
  lists: () => runBundled('lists'),
  people: () => runBundled('people'),
  memory: () => benchMemory(100_000),
  table: () => benchTable(rounds),
  openTables: () => runBundled('openTables', String(rounds)),
  journal: () => runBundled('journal', String(rounds)),
};

/** `main.ts [batches] [finding] [lists] [people] [memory] [table] [openTables] [journal]`, all of them unless named. */
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
