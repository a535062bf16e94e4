import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { unless } from './fileError';
import { type FileLayer } from './fileLayer';
import { patiently } from './patience';

type Pieces = readonly (string | Buffer)[] | AsyncIterable<string | Buffer>;

/** How often it is tried to take a file away that would keep everybody out. */
const tries = 3;
const temporary = /^\.[\w-]+\.tmp$/;

/**
 * Writes a file whole or not at all: the text goes to a file of its own beside the target and is renamed over it, so
 * that no other window ever reads half of it, and a full disk leaves what was there.
 * @param isStillWanted asked at the last moment: where it says no, the target stays what it is by then
 */
export async function writeWhole(
  files: FileLayer,
  target: string,
  content: string | Pieces,
  isStillWanted: () => Promise<boolean> = () => Promise.resolve(true),
): Promise<void> {
  const aside = path.join(path.dirname(target), `.${randomUUID()}.tmp`);
  try {
    const file = await files.open(aside, 'wx');
    try {
      for await (const piece of typeof content === 'string' ? [content] : content)
        await file.appendFile(piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await patiently(files, async () => {
      if (await isStillWanted()) await files.rename(aside, target);
      else await files.unlink(aside);
    });
  } catch (error) {
    await remove(files, aside).catch(() => undefined);
    throw error;
  }
}

/** As `writeWhole`, in a folder of the extension's own, which is made if need be. */
export async function keepWhole(...[files, target, ...how]: Parameters<typeof writeWhole>): Promise<void> {
  await files.mkdir(path.dirname(target));
  await writeWhole(files, target, ...how);
}

/** Deletes a file; content where there is none. */
export async function remove(files: FileLayer, file: string): Promise<void> {
  await patiently(files, () => files.unlink(file)).catch(unless('ENOENT', undefined));
}

/** As `remove`, whatever it is told, and never rejects. */
export async function removeSurely(files: FileLayer, file: string): Promise<void> {
  for (let left = tries; left > 0; left--) {
    const isGone = await remove(files, file).then(
      () => true,
      () => false,
    );
    if (isGone) return;
  }
}

/**
 * Deletes what killed windows left of files that they were writing. Only what was not touched since
 * `before` (unix milliseconds): a younger one may be another window's, in the middle of its work.
 */
export async function removeTemporaries(files: FileLayer, folder: string, before: number): Promise<void> {
  const names = await files.readdir(folder).catch(unless('ENOENT', []));
  for (const name of names.filter(each => temporary.test(each))) {
    const file = path.join(folder, name);
    const { mtimeMs } = await files.stat(file).catch(unless('ENOENT', { mtimeMs: Infinity }));
    if (mtimeMs < before) await remove(files, file);
  }
}
