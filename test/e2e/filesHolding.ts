import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Files below a folder that hold a text, as `grep -r` would find them. */
export async function filesHolding(folder: string, text: string): Promise<string[]> {
  const holding: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    // A file may go while the folder is read: VS Code rotates its own.
    const content = entry.isFile() ? await readFile(file).catch(() => undefined) : undefined;
    if (content?.includes(text)) holding.push(file);
  }
  return holding;
}
