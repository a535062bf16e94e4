// Before anything that imports it.
import '../fakeVSCode/install';
import { readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';

const file = path.join(__dirname, '../../docs/fault-matrix.md');

/**
 * `main.ts [words]`: does everything under every fault and writes down what came of it, unless a cell breaks a promise.
 * With words, only what holds them in the name of operation or fault is done anew.
 */
async function main(words = ''): Promise<void> {
  const { cellOf } = await import('./cell');
  const { faults } = await import('./faults');
  const { operations } = await import('./operations');
  const { cellsIn, cellText, keyOf, tableText } = await import('./table');
  const known = words === '' ? '' : await readFile(file, 'utf8');
  const cells = new Map(cellsIn(known));
  let red = 0;
  for (const operation of operations) {
    for (const fault of faults) {
      const key = keyOf(operation.name, fault.name);
      if (!key.includes(words)) continue;
      try {
        cells.set(key, cellText(await cellOf(operation, fault)));
      } catch (error) {
        red++;
        console.error(`${key}:`, error);
      }
    }
  }
  console.log(`${cells.size} cells are explained, and lost nothing; ${red} do not`);
  if (red > 0) process.exitCode = 1;
  else await writeFile(file, tableText(cells));
}

main(process.argv[2])
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  // Timers of the extension may still be waiting for windows that are gone.
  .finally(() => process.exit());
