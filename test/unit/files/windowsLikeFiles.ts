import path from 'node:path';
import { type FileLayer, nodeFiles, type OpenFile } from '../../../src/files';

/**
 * The real files under the rules of Windows: what is open can neither be renamed, nor renamed over, nor deleted; a file
 * that is open for appending cannot be cut.
 */
export class WindowsLikeFiles implements FileLayer {
  /** What was refused. */
  readonly refusals: string[] = [];
  private readonly open_ = new Map<string, number>();
  private waiting: (() => void)[] = [];

  mkdir = (folder: string) => nodeFiles.mkdir(folder);
  readdir = (folder: string) => nodeFiles.readdir(folder);
  readFile = (file: string) => nodeFiles.readFile(file);
  stat = (file: string) => nodeFiles.stat(file);
  removeFolder = (folder: string) => nodeFiles.removeFolder(folder);

  /** Until somebody lets go of a file: then what was refused is tried again, and in time. */
  pause = async () => {
    if (this.open_.size === 0) await nodeFiles.pause(1);
    else await new Promise<void>(resolve => this.waiting.push(resolve));
  };

  rename = async (from: string, to: string) => {
    this.refuseOpen('EPERM', from, to);
    await nodeFiles.rename(from, to);
  };

  unlink = async (file: string) => {
    this.refuseOpen('EBUSY', file);
    await nodeFiles.unlink(file);
  };

  open = async (name: string, flags: 'r' | 'r+' | 'a' | 'wx'): Promise<OpenFile> => {
    const file = await nodeFiles.open(name, flags);
    this.count(name, 1);
    return {
      read: (...args) => file.read(...args),
      appendFile: data => file.appendFile(data),
      truncate: async size => {
        if (flags === 'a') throw this.refusal('EPERM', name);
        await file.truncate(size);
      },
      stat: () => file.stat(),
      sync: () => file.sync(),
      close: async () => {
        await file.close();
        this.count(name, -1);
      },
    };
  };

  /** The files that somebody still has open. */
  get openFiles(): string[] {
    return [...this.open_.keys()];
  }

  private count(name: string, by: number): void {
    const handles = (this.open_.get(name) ?? 0) + by;
    if (handles > 0) this.open_.set(name, handles);
    else if (this.open_.delete(name)) for (const tryAgain of this.waiting.splice(0)) tryAgain();
  }

  private refuseOpen(code: string, ...names: readonly string[]): void {
    const open = names.find(name => this.open_.has(name));
    if (open !== undefined) throw this.refusal(code, open);
  }

  private refusal(code: string, name: string): Error {
    this.refusals.push(`${code} ${path.basename(name)}`);
    return Object.assign(new Error(code), { code });
  }
}
