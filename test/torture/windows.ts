import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'esbuild';
import { type Task } from './worker';

/** Makes the program that a window is, bundled as the extension is: a process of it starts in a tenth of a second. */
export async function buildWindow(): Promise<string> {
  const outfile = join(__dirname, '../../out/torture/worker.js');
  await build({
    entryPoints: [join(__dirname, 'worker.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    external: ['web-streams-polyfill'],
    logLevel: 'error',
  });
  return outfile;
}

/** A window in a process of its own. */
export class Window {
  readonly ended: Promise<number | 'killed'>;
  private readonly child: ChildProcess;

  constructor(program: string, task: Task) {
    this.child = spawn(process.execPath, [program, JSON.stringify(task)], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.ended = once(this.child, 'exit').then(([code]: unknown[]) =>
      typeof code === 'number' ? code : 'killed',
    );
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }
}
