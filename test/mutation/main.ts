import type { MutantResult, PartialStrykerOptions } from '@stryker-mutator/api/core';
import { mkdir } from 'node:fs/promises';
import * as path from 'node:path';
import { outputFolder, projectFolder } from '../vscode/folders';
import { mutatedSources } from './preload';
import { sourcesAt, testsOf } from './testsOf';

/** Labels and sentences in three languages: a text that is changed is no fault that a test of behaviour sees. */
const tables = [
  ...['src/wechat/errors/texts/**', 'src/wechat/profile/{scenes,profileTexts}.ts'],
  'src/wechat/saved/answers/sentences.ts',
  'src/**/index.ts',
];

function options(sources: readonly string[], tests: readonly string[]): PartialStrykerOptions {
  return {
    mutate: [...sources, ...tables.map(table => `!${table}`)],
    testRunner: 'mocha',
    testRunnerNodeArgs: ['--import', 'tsx'],
    mochaOptions: {
      ...{ spec: ['test/mutation/preload.ts', ...tests], require: ['./test/fakeVSCode/install.ts'] },
      ...{ 'no-config': true, 'no-opts': true, 'no-package': true },
    },
    plugins: ['@stryker-mutator/mocha-runner', './test/mutation/texts.mjs'],
    ignorers: ['texts', 'sample'],
    coverageAnalysis: 'perTest',
    // Each would be tried against all tests, and a sample has all of them.
    ignoreStatic: process.env.MUTATED_ONE_IN !== '1',
    concurrency: 2,
    // Other load on the machine is no endless loop.
    timeoutMS: 20_000,
    dryRunTimeoutMinutes: 30,
    incremental: true,
    incrementalFile: 'out/mutation/incremental.json',
    tempDirName: 'out/mutation/sandbox',
    ignorePatterns: ['.vscode-test', 'dist', 'out', '*.vsix'],
    reporters: [process.stdout.isTTY ? 'progress' : 'progress-append-only', 'html'],
    htmlReporter: { fileName: 'out/mutation/report.html' },
    // The score is for people to judge; no run fails by it.
    thresholds: { high: 80, low: 60, break: null },
    allowConsoleColors: false,
    // An enumeration that exists for the compiler alone.
    logLevel: 'warn' as PartialStrykerOptions['logLevel'],
  };
}

/** File, line and what was put in the place of what; a click leads there. */
function describeSurvivor({ fileName, location, mutatorName, replacement, status }: MutantResult): string {
  const place = `${path.relative(projectFolder, fileName)}:${location.start.line}`;
  const now = (replacement ?? '').replace(/\s+/g, ' ').slice(0, 80);
  return `  ${place} · ${mutatorName} → ${now}${status === 'NoCoverage' ? ' · no test comes here' : ''}`;
}

function byPlace(a: MutantResult, b: MutantResult): number {
  return a.fileName.localeCompare(b.fileName) || a.location.start.line - b.location.start.line;
}

/**
 * `main.ts FILE-OR-FOLDER… [1/6]`: how much of a source its unit tests notice when it is changed; with the last, one
 * function in six.
 */
async function main(all: readonly string[]): Promise<void> {
  const given = all.filter(argument => !/^1\/\d+$/.test(argument));
  process.env.MUTATED_ONE_IN = all.find(argument => !given.includes(argument))?.slice('1/'.length) ?? '1';
  if (given.length === 0) throw new Error('Name a file or a folder, such as src/batch/export.');
  const sources = [...new Set(given.flatMap(sourcesAt))];
  const tests = await testsOf(sources);
  if (tests.length === 0) throw new Error('No unit test belongs to it.');
  console.log(`${sources.length} files, ${tests.length} files of tests`);
  process.chdir(projectFolder);
  await mkdir(path.join(outputFolder, 'mutation'), { recursive: true });
  // An ES module, which a bundle of CommonJS loads in this way alone.
  const { Stryker } = await import('@stryker-mutator/core');
  process.env[mutatedSources] = sources.join(path.delimiter);
  const results = await new Stryker(options(sources, tests)).runMutationTest();
  const wanted = new Set(sources);
  const mutants = results.filter(({ fileName }) =>
    wanted.has(path.relative(projectFolder, fileName).replaceAll(path.sep, '/')),
  );
  const counted = (...statuses: readonly MutantResult['status'][]) =>
    mutants.filter(({ status }) => statuses.includes(status));
  const noticed = counted('Killed', 'Timeout').length;
  const survivors = counted('Survived', 'NoCoverage').sort(byPlace);
  const made = noticed + survivors.length;
  if (survivors.length > 0) console.log(`\nSurvived:\n${survivors.map(describeSurvivor).join('\n')}`);
  const score = made === 0 ? 'nothing to mutate' : `${((noticed / made) * 100).toFixed(1)} %`;
  console.log(`\nMutation score: ${score} (${noticed} of ${made} noticed)`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
