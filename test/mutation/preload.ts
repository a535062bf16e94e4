import { createRequire } from 'node:module';
import * as path from 'node:path';

/** Names of the environment variable that tells which sources are mutated. */
export const mutatedSources = 'MUTATED_SOURCES';

/**
 * Loads what is mutated before any test runs: a source that a test loads lazily would keep its tables from the first
 * test on, and no mutant of them could ever be noticed.
 */
const load = createRequire(__filename);
for (const source of (process.env[mutatedSources] ?? '').split(path.delimiter).filter(name => name !== ''))
  load(path.resolve(source));
