import { findOpenids } from '../../../src/openids';
import { openidTexts } from '../openidTexts';
import { ms, printTable } from '../measuring/report';
import { type Cost, costOf, median } from '../measuring/rounds';

async function main(rounds: number): Promise<void> {
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

main(Number(process.argv[2])).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
