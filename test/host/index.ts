import { appendFileSync, readdirSync } from 'node:fs';
import * as path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import ResultsReporter from '../resultsReporter';

/**
 * Runs every suite beside this bundle inside VS Code's extension host; VS Code calls it by this name.
 * Rejects when a test fails, from which VS Code makes its exit code.
 */
export async function run(): Promise<void> {
  // VS Code mixes console output with its own, and a browser's console knows no `%s` after other words.
  const report = path.join(__dirname, 'report.txt');
  Mocha.reporters.Base.consoleLog = (...words: unknown[]) => appendFileSync(report, `${format(...words)}\n`);
  const mocha = new Mocha({
    ui: 'bdd',
    color: false,
    timeout: 20_000,
    forbidOnly: true,
    forbidPending: true,
    reporter: ResultsReporter,
    reporterOptions: { results: path.join(__dirname, 'results.json') },
  });
  for (const name of readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(path.join(__dirname, name));
  }
  await mocha.loadFilesAsync();
  const failures = await new Promise<number>(resolve => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
}
