import { join } from 'node:path';
import * as v from 'valibot';
import { errorCode, type FileLayer, patiently } from '../../../files';
import { isDead, thisProcess, windowProcess } from '../../windowProcess';

/** A window that was silent for so many milliseconds is taken for dead. */
const patience = 30_000;

/**
 * A laptop may sleep for days, and its window goes on with its run then: only after so many milliseconds of silence
 * is a lock that nobody wants removed.
 */
const oblivion = 7 * 86_400_000;

const contentSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ ...windowProcess.entries, holds: v.optional(v.boolean(), false) }),
);

/** What a lock file tells; nothing while it is being written. */
type Content = v.InferOutput<typeof contentSchema> | undefined;

/**
 * `wx` makes the file, `r+` writes over one that is still there, which renews its time.
 * @param holds false while its window still looks for others that want the same
 */
export async function writeLockFile(
  files: FileLayer,
  path: string,
  flags: 'wx' | 'r+',
  holds: boolean,
): Promise<void> {
  const file = await patiently(files, () => files.open(path, flags));
  try {
    // Of one length, so that no end of an older text is left standing.
    await file.appendFile(JSON.stringify({ ...thisProcess(), holds }).padEnd(longestText));
  } finally {
    await file.close();
  }
}

const longestText = 400;

/** The lock files in a folder, those of dead windows included. */
export async function lockFiles(
  files: FileLayer,
  folder: string,
): Promise<{ batchId: string; path: string }[]> {
  return (await files.readdir(folder)).flatMap(name => {
    const batchId = /^(.+)\.[^.]+\.lock$/.exec(name)?.[1];
    return batchId === undefined ? [] : [{ batchId, path: join(folder, name) }];
  });
}

/** `held` by its window, `wanted` by one that may still withdraw, or `free`: nobody's any more. */
export type LockState = 'held' | 'wanted' | 'free';

/**
 * What became of the window that wrote the file. Its process id tells at once if it is of this machine and gone;
 * ids are reused, though, and other machines may share the folder: else the file's time decides.
 *
 * @param now unix milliseconds
 */
export async function lockState(files: FileLayer, path: string, now: number): Promise<LockState> {
  const lock = await look(files, path);
  if (!lock || now - lock.mtimeMs > patience || isOfDead(lock.content)) return 'free';
  return lock.content?.holds ? 'held' : 'wanted';
}

/** Whether no window will ever come back to the file. */
export async function isForsaken(files: FileLayer, path: string, now: number): Promise<boolean> {
  const lock = await look(files, path);
  return lock !== undefined && (now - lock.mtimeMs > oblivion || isOfDead(lock.content));
}

/** Undefined where the file has gone. */
async function look(
  files: FileLayer,
  path: string,
): Promise<{ mtimeMs: number; content: Content } | undefined> {
  try {
    const { mtimeMs } = await patiently(files, () => files.stat(path));
    const content = v.safeParse(contentSchema, await patiently(files, () => files.readFile(path)));
    return { mtimeMs, content: content.success ? content.output : undefined };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** A file that is being written is a living window's. */
function isOfDead(content: Content): boolean {
  return content !== undefined && isDead(content);
}
