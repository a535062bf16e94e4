import path from 'node:path';

import { formCount, proveFinding } from './finding';
import { lostInFreeText, takenFromBase64, takenFromSources } from './precision';

/** `main.ts [texts] [seed]`: prints what is lost and what is taken, and fails where anything is that should not be. */
async function main(texts: number, seed: number): Promise<void> {
  const { named, lost, others, taken, failure } = await proveFinding(texts, seed);
  console.log(`${texts} texts of ${formCount} forms, seed ${seed}`);
  console.log(`openids under their names: ${named}, lost: ${lost}`);
  console.log(`unionids, tokens and words of programs: ${others}, taken: ${taken}`);
  const free = await lostInFreeText(200_000, seed);
  console.log(`openids of free text: ${free.of}, lost: ${free.wrong}`);
  const base64 = await takenFromBase64(2_000_000, seed);
  console.log(`checksums in base64: ${base64.of}, taken: ${base64.wrong}`);
  const sources = await takenFromSources(path.join(__dirname, '../../node_modules'), 20_000);
  console.log(`characters of sources: ${sources.of}, taken: ${sources.wrong}`, ...sources.taken.slice(0, 5));
  if (failure !== undefined) console.log(failure);
  if (lost + taken + base64.wrong + sources.wrong > 0 || free.wrong * 10_000 >= free.of) process.exitCode = 1;
}

main(Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 1)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
