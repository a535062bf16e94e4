import { experiment } from './experiment';

/** `main.ts [kills] [seed]`: prints what was survived. */
async function main(kills = '120', seed = String(Date.now() % 1_000_000)): Promise<void> {
  const started = performance.now();
  console.log(`Kills: ${kills}, openids: 5000, seed: ${seed}`);
  const report = await experiment({ openids: 5000, kills: Number(kills), seed: Number(seed) });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const { windows, refused, requests, again } = report;
  console.log(
    `${report.kills} kills of ${windows} windows in ${seconds} s, ${refused} refused as another ran, ${requests} requests, asked again ${again} times: 0 differences.`,
  );
}

main(...process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
