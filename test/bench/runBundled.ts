import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'esbuild';

/**
 * Runs a benchmark in a process of its own, bundled as the extension is: V8 sees the code that users
 * run, and each library once.
 */
export async function runBundled(name: string, ...parameters: readonly string[]): Promise<void> {
  const outfile = join(__dirname, `../../out/bench/${name}.js`);
  await build({
    entryPoints: [join(__dirname, `benchmarks/${name}.ts`)],
    outfile,
    bundle: true,
    minify: true,
    charset: 'utf8',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    // Never reached on a modern Node, as in the extension.
    external: ['web-streams-polyfill'],
    // What panels touch of VS Code, as in the tests of their pages.
    alias: { vscode: join(__dirname, '../page/window/vscode.ts') },
    // Files beside this one are found as if nothing had moved.
    define: { __dirname: JSON.stringify(__dirname) },
    logLevel: 'error',
  });
  const child = spawn(process.execPath, [outfile, ...parameters], { stdio: 'inherit' });
  const [status] = (await once(child, 'exit')) as [number | null];
  if (status !== 0) throw new Error(`The benchmark of ${name} failed.`);
}
