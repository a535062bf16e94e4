import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareLists, ListStore } from '../../../src/lists';
import { measured, measuredColumns } from '../measuring/measured';
import { printTable } from '../measuring/report';

const count = 2_000_000;
const page = 10_000;

/** An openid of the usual length, which depends on its number alone. */
function openidOf(index: number): string {
  const mixed = Math.imul(index, 0x9e3779b1) >>> 0;
  return `oBENCH${1e10 + mixed}${1e10 + index}`;
}

/** Pages of the people from one number to another, made when they are asked for. */
function pages(from: number, to: number) {
  return {
    fullPage: page,
    page: (cursor: string) => {
      const first = cursor === '' ? from : Number(cursor.slice(17)) - 1e10 + 1;
      const length = Math.max(0, Math.min(page, to - first));
      const openids = Array.from({ length }, (_, at) => openidOf(first + at));
      return Promise.resolve({ total: to - from, openids, nextOpenid: openids.at(-1) ?? '' });
    },
  };
}

async function main(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'openid-lens-bench-'));
  const signal = new AbortController().signal;
  const store = new ListStore(folder, { retentionDays: () => 30 });
  const rows: string[][] = [];
  const ids: string[] = [];
  try {
    for (const from of [0, count / 2]) {
      const head = {
        appId: 'bench',
        accountName: 'bench',
        list: { kind: 'followers' },
        forMigration: false,
      } as const;
      const { id } = await store.create(head);
      ids.push(id);
      rows.push(await measured('walk and keep', () => store.walk(id, pages(from, from + count), { signal })));
    }
    rows.push(await measured('tell all lists', () => store.lists()));
    const [earlier, later] = await Promise.all(ids.map(id => store.source(id)));
    if (!earlier || !later) throw new Error('The lists are gone.');
    rows.push(
      await measured('compare', async () => {
        const comparison = await compareLists(earlier, later);
        const { came, left, stayed } = comparison;
        if (came !== count / 2 || left !== came || stayed !== came)
          throw new Error('The comparison is wrong.');
        return comparison;
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  printTable(`Lists of ${count} openids`, measuredColumns, rows);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
