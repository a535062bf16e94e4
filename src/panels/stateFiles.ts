import { createHash } from 'node:crypto';
import path from 'node:path';
import * as v from 'valibot';

import { type FileLayer, nodeFiles, remove, keepWhole } from '../files';

const day = 86_400_000;

/**
 * How panels were left: filters, columns, which are open. Kept in files below the global storage, readable by
 * this user only, since VS Code writes a Memento late and a filter may hold an openid. Losing one costs a
 * click, so that a file that cannot be read is as good as none.
 */
export class StateFiles {
  constructor(
    private readonly folder: string,
    /** False where the user wants nothing kept on disk. */
    private readonly keeps: () => boolean,
    private readonly now: () => number = Date.now,
    private readonly disk: FileLayer = nodeFiles,
  ) {}

  async read<T>(name: string, schema: v.GenericSchema<unknown, T>): Promise<T | undefined> {
    try {
      const parsed = v.safeParse(schema, JSON.parse(await this.disk.readFile(this.file(name))));
      return parsed.success ? parsed.output : undefined;
    } catch {
      return undefined;
    }
  }

  /** All that can be read. */
  async readAll<T>(schema: v.GenericSchema<unknown, T>): Promise<T[]> {
    const names = await this.disk.readdir(this.folder).catch(() => []);
    const texts = await Promise.all(
      names.map(name => this.disk.readFile(path.join(this.folder, name)).catch(() => '')),
    );
    return texts
      .flatMap(text => v.safeParse(v.pipe(v.string(), v.parseJson(), schema), text))
      .flatMap(parsed => (parsed.success ? [parsed.output] : []));
  }

  async write(name: string, state: object): Promise<void> {
    if (!this.keeps()) return;
    await keepWhole(this.disk, this.file(name), JSON.stringify(state));
  }

  async remove(name: string): Promise<void> {
    await remove(this.disk, this.file(name));
  }

  /** Removes what was not written for so many days. */
  async removeOlderThan(days: number): Promise<void> {
    const names = await this.disk.readdir(this.folder).catch(() => []);
    await Promise.all(
      names.map(async name => {
        const file = path.join(this.folder, name);
        const { mtimeMs } = await this.disk.stat(file).catch(() => ({ mtimeMs: Infinity }));
        if (this.now() - mtimeMs > days * day) await remove(this.disk, file);
      }),
    );
  }

  /** A name may be an id that came back through a page. */
  private file(name: string): string {
    return path.join(this.folder, `${createHash('sha256').update(name).digest('hex').slice(0, 32)}.json`);
  }
}
