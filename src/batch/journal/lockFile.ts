import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { errorCode } from '../../files';
import { isDead, thisProcess, windowProcess } from '../windowProcess';

/** A window that was silent for so many milliseconds is taken for dead. */
const patience = 30_000;

/**
 * A laptop may sleep for days, and its window goes on with its run then: only after so many milliseconds of silence
 * is a lock that nobody wants removed.
 */
const oblivion = 7 * 86_400_000;

/** `wx` makes the file, `r+` renews the time of one that is still there. */
export async function writeLockFile(path: string, flag: 'wx' | 'r+'): Promise<void> {
  await writeFile(path, JSON.stringify(thisProcess()), { flag, mode: 0o600 });
}

/** The lock files in a folder, those of dead windows included. */
export async function lockFiles(folder: string): Promise<{ batchId: string; path: string }[]> {
  return (await readdir(folder)).flatMap(name => {
    const batchId = /^(.+)\.[^.]+\.lock$/.exec(name)?.[1];
    return batchId === undefined ? [] : [{ batchId, path: join(folder, name) }];
  });
}

/**
 * Whether the window that wrote the file lives. Its process id tells at once if it is of this machine and gone;
 * ids are reused, though, and other machines may share the folder: else the file's time decides.
 *
 * @param now unix milliseconds
 */
export async function isHeld(path: string, now: number): Promise<boolean> {
  try {
    if (now - (await stat(path)).mtimeMs > patience) return false;
    return !isOfDeadProcess(await readFile(path, 'utf8'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/** Whether no window will ever come back to the file. */
export async function isForsaken(path: string, now: number): Promise<boolean> {
  try {
    return now - (await stat(path)).mtimeMs > oblivion || isOfDeadProcess(await readFile(path, 'utf8'));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

function isOfDeadProcess(text: string): boolean {
  const holder = v.safeParse(v.pipe(v.string(), v.parseJson(), windowProcess), text);
  // A file that is being written is a living window's.
  return holder.success && isDead(holder.output);
}
