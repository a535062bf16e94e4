import { mkdir, open, readdir, readFile, rename, rm, stat, unlink } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** What a file or folder tells of itself. */
export interface FileStat {
  /** In bytes. */
  readonly size: number;
  /** Unix milliseconds of the last write. */
  readonly mtimeMs: number;
}

/** An open file. */
export interface OpenFile {
  read(buffer: Buffer, offset: number, length: number, position: number): Promise<{ bytesRead: number }>;
  /** Writes all of it, or rejects: `write` of Node may write a part and be content. */
  appendFile(data: string | Buffer): Promise<void>;
  truncate(size: number): Promise<void>;
  stat(): Promise<FileStat>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Every operation on files that the extension makes below its storage. Tests put others in its place: one in which
 * the n-th operation fails, one that refuses what Windows refuses.
 */
export interface FileLayer {
  /** With the folders above it, for this user alone. */
  mkdir(folder: string): Promise<void>;
  readdir(folder: string): Promise<string[]>;
  readFile(file: string): Promise<string>;
  /**
   * - `r` to read, `r+` to read and write what is there;
   * - `a` to append to what is there or is made now, which cannot be cut;
   * - `wx` to write a file that must not be there yet.
   */
  open(file: string, flags: 'r' | 'r+' | 'a' | 'wx'): Promise<OpenFile>;
  stat(file: string): Promise<FileStat>;
  rename(from: string, to: string): Promise<void>;
  unlink(file: string): Promise<void>;
  /** With all that is in it; content where nothing is there. */
  removeFolder(folder: string): Promise<void>;
  /** Waits before an operation is tried again. */
  pause(milliseconds: number): Promise<void>;
}

/** Files hold people's data: nobody else may read them. Modes mean nothing on Windows, where the profile's folder is private. */
const folderMode = 0o700;
const fileMode = 0o600;

export const nodeFiles: FileLayer = {
  async mkdir(folder) {
    await mkdir(folder, { recursive: true, mode: folderMode });
  },
  readdir: folder => readdir(folder),
  readFile: file => readFile(file, 'utf8'),
  open: (file, flags) => open(file, flags, fileMode),
  stat: file => stat(file),
  rename: (from, to) => rename(from, to),
  unlink: file => unlink(file),
  // Where a scanner holds a file on Windows, moments later it does not.
  removeFolder: folder => rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  pause: milliseconds => pause(milliseconds),
};
