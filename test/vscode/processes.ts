import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';

export interface StartOptions {
  readonly cwd?: string;
  /** The whole environment: nothing of this process's own is added. */
  readonly env?: NodeJS.ProcessEnv;
  /** The program has {@link Processes} of its own: it is asked to end, and has half a second to end those. */
  readonly endsItsOwn?: boolean;
}

/** The name by which npm can be started. */
export const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** What a program that ran to its end did. */
export interface Finished {
  readonly code: number;
  /** Standard output and standard error as they came. */
  readonly output: string;
}

const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;

/**
 * The programs that one run started, and the folders that it lent them. Each program gets a process group, so that
 * ending it ends what it started in turn. All are killed when this process exits, be it by an uncaught error, a
 * signal or the end of the process that started it; {@link end} is the gentle way.
 */
export class Processes {
  readonly #running = new Map<ChildProcess, StartOptions>();
  readonly #folders: string[] = [];
  readonly #forget: (() => void)[] = [];

  constructor() {
    this.#onProcess('exit', () => {
      this.#kill();
      this.#removeFolders();
    });
    for (const [signal, number] of Object.entries(signals)) {
      this.#onProcess(signal, () => process.exit(128 + number));
    }
    // npm passes a signal on to a shell, which passes it on to nobody; a killed parent can pass on nothing.
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid !== parent) process.exit(1);
    }, 1000).unref();
    this.#forget.push(() => clearInterval(watch));
  }

  /** An empty folder outside the project; it goes when the programs have ended. */
  temporaryFolder(): string {
    const folder = mkdtempSync(path.join(tmpdir(), 'openid-lens-'));
    this.#folders.push(folder);
    return folder;
  }

  /** Starts a program with piped output and an input that the caller may write to. */
  start(command: string, args: readonly string[], options: StartOptions = {}): ChildProcess {
    const { cwd, env } = options;
    const onWindows = process.platform === 'win32';
    // Node starts a .cmd file by a shell only, https://nodejs.org/api/child_process.html
    const shell = onWindows && command.endsWith('.cmd');
    const child = spawn(command, args, { cwd, env, shell, detached: !onWindows, stdio: 'pipe' });
    this.#running.set(child, options);
    child.once('error', () => this.#running.delete(child));
    return child;
  }

  /** Runs a program to its end; a failure to start it rejects, an exit code does not. */
  async run(command: string, args: readonly string[], options: StartOptions = {}): Promise<Finished> {
    const child = this.start(command, args, options);
    child.stdin?.end();
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (output += text));
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => {
        this.#running.delete(child);
        resolve({ code: code ?? 1, output: signal ? `${output}\nended by ${signal}` : output });
      });
    });
  }

  /** Asks one program to end and kills what is left of its group after `graceMs`. */
  async stop(child: ChildProcess, graceMs = 3000): Promise<void> {
    if (!this.#running.delete(child)) return;
    if (child.exitCode === null && child.signalCode === null) {
      const exited = new Promise<void>(resolve => child.once('exit', () => resolve()));
      child.kill('SIGTERM');
      const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs);
      await exited;
      clearTimeout(timer);
    }
    // A group outlives its leader.
    signalGroup(child, 'SIGKILL');
  }

  /** Ends everything, the last started first. The object is of no use afterwards. */
  async end(): Promise<void> {
    for (const child of [...this.#running.keys()].reverse()) await this.stop(child);
    this.#removeFolders();
    for (const forget of this.#forget) forget();
  }

  /** Runs while this process exits, so nothing in it may be asynchronous. */
  #kill(): void {
    const parents = [...this.#running].filter(([, options]) => options.endsItsOwn).map(([child]) => child);
    for (const child of parents) signalGroup(child, 'SIGTERM');
    if (parents.length > 0) sleep(500);
    for (const child of this.#running.keys()) signalGroup(child, 'SIGKILL');
    this.#running.clear();
  }

  #removeFolders(): void {
    for (const folder of this.#folders.splice(0)) removeFolder(folder, 10);
  }

  #onProcess(event: string, listener: () => void): void {
    process.on(event, listener);
    this.#forget.push(() => process.off(event, listener));
  }
}

/**
 * A program that was just killed may still be writing, such as the shell of a terminal. Node's own retries begin
 * where it has listed a folder, and never see a file that came later.
 */
function removeFolder(folder: string, tries: number): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (error) {
    if (tries === 1) throw error;
    sleep(200);
    removeFolder(folder, tries - 1);
  }
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // ESRCH: the whole group is gone already.
  }
}
