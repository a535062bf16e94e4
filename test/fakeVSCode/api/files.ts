import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import type * as vscode from 'vscode';
import { state } from './state';

/** VS Code's message begins with the name of what went wrong, and its `code` is that name. */
export class FileSystemError extends Error {
  static FileNotFound(file?: string | vscode.Uri): FileSystemError {
    return new FileSystemError('FileNotFound', file);
  }

  static NoPermissions(file?: string | vscode.Uri): FileSystemError {
    return new FileSystemError('NoPermissions', file);
  }

  constructor(
    readonly code: string,
    file: string | vscode.Uri = '',
  ) {
    super(`${code} (FileSystemError): ${String(file)}`);
    this.name = `${code} (FileSystemError)`;
  }
}

type Provider = Pick<vscode.FileSystemProvider, 'stat' | 'readFile' | 'writeFile' | 'delete'>;

/** The disk for `file:`, and what was registered for other schemes. */
export const fs = {
  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const provider = providerOf(uri);
    if (provider) return provider.stat(uri);
    const found = await onDisk(uri, stat(uri.fsPath));
    return { type: found.isFile() ? 1 : 2, ctime: found.ctimeMs, mtime: found.mtimeMs, size: found.size };
  },
  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    return (await providerOf(uri)?.readFile(uri)) ?? onDisk(uri, readFile(uri.fsPath));
  },
  async writeFile(uri: vscode.Uri, content: Uint8Array): Promise<void> {
    const provider = providerOf(uri);
    if (provider) await provider.writeFile(uri, content, { create: true, overwrite: true });
    else await onDisk(uri, writeFile(uri.fsPath, content));
  },
  async delete(uri: vscode.Uri, { recursive = false } = {}): Promise<void> {
    const provider = providerOf(uri);
    if (provider) await provider.delete(uri, { recursive });
    else await onDisk(uri, rm(uri.fsPath, { recursive }));
  },
} satisfies Partial<vscode.FileSystem>;

function providerOf(uri: vscode.Uri): Provider | undefined {
  const provider = state.fileSystems.get(uri.scheme);
  if (provider || uri.scheme === 'file') return provider;
  throw new FileSystemError('Unavailable', uri);
}

async function onDisk<T>(uri: vscode.Uri, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw isMissing ? FileSystemError.FileNotFound(uri) : error;
  }
}
