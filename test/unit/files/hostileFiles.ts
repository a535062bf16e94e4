import { type FileLayer, nodeFiles, type OpenFile } from '../../../src/files';
import { isWhole } from '../../form';

/** What becomes of an operation: refused with a code, or half done. */
export type Trouble = 'ENOSPC' | 'EIO' | 'EPERM' | 'EACCES' | 'EBUSY' | 'short write';

const troubles: readonly Trouble[] = ['ENOSPC', 'EIO', 'EPERM', 'EACCES', 'EBUSY', 'short write'];

export interface Plan {
  readonly trouble: Trouble;
  /** The operation that it befalls, counted from 1. */
  readonly at: number;
  /** Whether it befalls all that write from then on, as a full disk does. */
  readonly lasts?: boolean;
}

/**
 * Each of so many operations in turn, struck by every kind of trouble, and by a disk that is full from then on; in the
 * short form by one of these each, another one for the next.
 */
export function strikesOn(operations: number): Plan[] {
  const kinds: readonly Omit<Plan, 'at'>[] = [
    ...troubles.map(trouble => ({ trouble })),
    { trouble: 'ENOSPC', lasts: true },
  ];
  return Array.from({ length: operations }, (_, index) =>
    kinds
      .filter((_, kind) => isWhole || kind === index % kinds.length)
      .map(kind => ({ ...kind, at: index + 1 })),
  ).flat();
}

export function describePlan({ trouble, at, lasts = false }: Plan): string {
  return `${trouble} at ${at}${lasts ? ' and after' : ''}`;
}

/** The real files, of which one operation fails, or all that write from one on. Waits for nothing. */
export class HostileFiles implements FileLayer {
  /** How many operations there were. */
  operations = 0;

  constructor(
    private readonly plan?: Plan,
    private readonly files: FileLayer = nodeFiles,
  ) {}

  mkdir = (folder: string) => this.act('mkdir', () => this.files.mkdir(folder), true);
  readdir = (folder: string) => this.act('readdir', () => this.files.readdir(folder));
  readFile = (file: string) => this.act('readFile', () => this.files.readFile(file));
  stat = (file: string) => this.act('stat', () => this.files.stat(file));
  rename = (from: string, to: string) => this.act('rename', () => this.files.rename(from, to), true);
  unlink = (file: string) => this.act('unlink', () => this.files.unlink(file));
  removeFolder = (folder: string) => this.act('removeFolder', () => this.files.removeFolder(folder));
  pause = () => new Promise<void>(resolve => void setImmediate(resolve));

  open = (path: string, flags: 'r' | 'r+' | 'a' | 'wx'): Promise<OpenFile> =>
    this.act(
      'open',
      async () => {
        const file = await this.files.open(path, flags);
        return {
          read: (...args) => this.act('read', () => file.read(...args)),
          appendFile: data => this.append(file, data),
          truncate: size => this.act('truncate', () => file.truncate(size), true),
          stat: () => this.act('fstat', () => file.stat()),
          sync: () => this.act('sync', () => file.sync(), true),
          // The system lets go of a handle also where it says that closing failed.
          close: () => file.close().then(() => this.act('close', () => Promise.resolve())),
        } satisfies OpenFile;
      },
      flags === 'wx',
    );

  private async append(file: OpenFile, data: string | Buffer): Promise<void> {
    const isShort = this.plan?.trouble === 'short write' || this.plan?.lasts === true;
    if (isShort && this.isStruck(this.operations + 1, true)) {
      const bytes = Buffer.from(data);
      await file.appendFile(bytes.subarray(0, bytes.length >> 1));
    }
    await this.act('appendFile', () => file.appendFile(data), true);
  }

  private async act<T>(what: string, act: () => Promise<T>, writes = false): Promise<T> {
    this.operations++;
    if (!this.plan || !this.isStruck(this.operations, writes)) return act();
    const code = this.plan.trouble === 'short write' ? 'ENOSPC' : this.plan.trouble;
    throw Object.assign(new Error(`${code}: ${what}`), { code });
  }

  private isStruck(operation: number, writes: boolean): boolean {
    if (!this.plan) return false;
    const { at, lasts = false } = this.plan;
    return lasts ? operation >= at && writes : operation === at;
  }
}
