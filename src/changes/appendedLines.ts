import path from 'node:path';
import { type FileLayer, patiently, unless } from '../files';

const newline = 10;

/**
 * A file of JSON lines that only grows. A line that a crash tore off stands alone and is skipped: what follows begins
 * on a line of its own.
 */
export class AppendedLines {
  constructor(
    readonly files: FileLayer,
    readonly file: string,
  ) {}

  async append(values: readonly unknown[]): Promise<void> {
    if (values.length === 0) return;
    await this.files.mkdir(path.dirname(this.file));
    const torn = await this.#endsTorn();
    const file = await patiently(this.files, () => this.files.open(this.file, 'a'));
    try {
      await file.appendFile(
        `${torn ? '\n' : ''}${values.map(value => `${JSON.stringify(value)}\n`).join('')}`,
      );
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** The values of whole lines; of a line that is no JSON, undefined. Empty where there is no file. */
  async read(): Promise<unknown[]> {
    const text = await this.files.readFile(this.file).catch(unless('ENOENT', ''));
    const lines = text.split('\n');
    lines.pop();
    return lines.map(jsonOf);
  }

  /** What tells whether it grew. */
  async size(): Promise<number> {
    return (await this.files.stat(this.file).catch(unless('ENOENT', { size: 0 }))).size;
  }

  async #endsTorn(): Promise<boolean> {
    const size = await this.size();
    if (size === 0) return false;
    const file = await this.files.open(this.file, 'r');
    try {
      const last = Buffer.alloc(1);
      await file.read(last, 0, 1, size - 1);
      return last[0] !== newline;
    } finally {
      await file.close();
    }
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
