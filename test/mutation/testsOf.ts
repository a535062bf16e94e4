import { build, type Metafile } from 'esbuild';
import { readdirSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { projectFolder } from '../vscode/folders';

/** All paths are relative to the project, with slashes. */
type File = string;

/** The TypeScript files that a path names: itself, or all below it. */
export function sourcesAt(given: string): File[] {
  const full = path.resolve(given);
  const below = statSync(full).isDirectory()
    ? readdirSync(full, { recursive: true, encoding: 'utf8' }).map(name => path.join(full, name))
    : [full];
  return below.filter(file => /(?<!\.d)\.ts$/.test(file)).map(asFile);
}

/**
 * The unit tests of some sources: those in the rooms that mirror theirs, and those that import one of them directly,
 * or by a helper of the tests. By the face of a library everything may be imported, so that tells nothing. Which test
 * runs for which mutant is found out when all of them ran once.
 */
export async function testsOf(sources: readonly File[]): Promise<File[]> {
  const rooms = new Set(sources.map(source => path.posix.dirname(source).replace(/^src/, 'test/unit')));
  const tests = sourcesAt(path.join(projectFolder, 'test/unit')).filter(file => file.endsWith('.test.ts'));
  const { inputs } = await graphOf(tests);
  const wanted = new Set(sources.filter(source => path.posix.basename(source) !== 'index.ts'));
  return tests.filter(test => rooms.has(path.posix.dirname(test)) || reaches(test, wanted, inputs)).sort();
}

/** Through files of the tests, but not through other sources. */
function reaches(test: File, wanted: ReadonlySet<File>, inputs: Metafile['inputs']): boolean {
  const seen = new Set([test]);
  for (const file of seen) {
    for (const { path: imported } of inputs[file]?.imports ?? []) {
      if (wanted.has(imported)) return true;
      if (imported.startsWith('test/')) seen.add(imported);
    }
  }
  return false;
}

async function graphOf(tests: readonly File[]): Promise<Metafile> {
  const { metafile } = await build({
    absWorkingDir: projectFolder,
    entryPoints: [...tests],
    ...{ bundle: true, write: false, metafile: true, outdir: 'out', platform: 'node', logLevel: 'error' },
    ...{ packages: 'external', external: ['vscode'] },
  });
  return metafile;
}

function asFile(full: string): File {
  return path.relative(projectFolder, full).replaceAll(path.sep, '/');
}
