import path from 'node:path';

import { type FileLayer, type OpenFile } from './fileLayer';

/** Files that live as long as this object: for lists that nobody wants on the disk. */
export class MemoryFiles implements FileLayer {
  readonly #files = new Map<string, MemoryFile>();

  mkdir(): Promise<void> {
    return Promise.resolve();
  }

  readdir(folder: string): Promise<string[]> {
    const inside = [...this.#files.keys()].filter(name => path.dirname(name) === path.normalize(folder));
    return Promise.resolve(inside.map(name => path.basename(name)));
  }

  async readFile(file: string): Promise<string> {
    const { content } = await this.#there(file);
    return Buffer.concat(content).toString('utf8');
  }

  open(file: string, flags: 'r' | 'r+' | 'a' | 'wx'): Promise<OpenFile> {
    const known = this.#files.get(file);
    if (known && flags === 'wx') return Promise.reject(failure('EEXIST'));
    if (known) return Promise.resolve(known);
    if (flags === 'r' || flags === 'r+') return Promise.reject(failure('ENOENT'));
    const made = new MemoryFile();
    this.#files.set(file, made);
    return Promise.resolve(made);
  }

  async stat(file: string): ReturnType<FileLayer['stat']> {
    return (await this.#there(file)).stat();
  }

  async rename(from: string, to: string): Promise<void> {
    this.#files.set(to, await this.#there(from));
    this.#files.delete(from);
  }

  async unlink(file: string): Promise<void> {
    await this.#there(file);
    this.#files.delete(file);
  }

  removeFolder(folder: string): Promise<void> {
    const inside = path.join(folder, path.sep);
    for (const name of this.#files.keys()) if (name.startsWith(inside)) this.#files.delete(name);
    return Promise.resolve();
  }

  pause(): Promise<void> {
    return Promise.resolve();
  }

  #there(file: string): Promise<MemoryFile> {
    const there = this.#files.get(file);
    return there ? Promise.resolve(there) : Promise.reject(failure('ENOENT'));
  }
}

/** Pieces as they were appended, so that 60 MB never have to be copied. */
class MemoryFile implements OpenFile {
  content: Buffer[] = [];
  #size = 0;
  #mtimeMs = Date.now();

  read(buffer: Buffer, offset: number, length: number, position: number): Promise<{ bytesRead: number }> {
    let bytesRead = 0;
    let start = 0;
    for (const piece of this.content) {
      const from = position + bytesRead - start;
      if (from < piece.length && bytesRead < length) {
        bytesRead += piece.copy(buffer, offset + bytesRead, from, from + length - bytesRead);
      }
      start += piece.length;
    }
    return Promise.resolve({ bytesRead });
  }

  appendFile(data: string | Buffer): Promise<void> {
    const piece = Buffer.from(data);
    this.content.push(piece);
    this.#size += piece.length;
    this.#mtimeMs = Date.now();
    return Promise.resolve();
  }

  truncate(size: number): Promise<void> {
    this.content = [Buffer.concat(this.content).subarray(0, size)];
    this.#size = size;
    return Promise.resolve();
  }

  stat() {
    return Promise.resolve({ size: this.#size, mtimeMs: this.#mtimeMs });
  }

  sync(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}
