import { errorCode } from './fileError';
import { type FileLayer } from './fileLayer';

/** What Windows answers while a scanner, an indexer or another window holds the file for a moment. */
const passing = new Set(['EPERM', 'EBUSY', 'EACCES']);

/** Milliseconds between the tries: 1.3 s in all, as long as a scanner takes and a user waits. */
const delays = [10, 20, 40, 80, 160, 320, 640];

/** Repeats an operation that is refused for a moment; rejects with its last refusal, or at once with any other. */
export async function patiently<T>(files: Pick<FileLayer, 'pause'>, act: () => Promise<T>): Promise<T> {
  for (const delay of delays) {
    try {
      return await act();
    } catch (error) {
      if (!passing.has(errorCode(error) ?? '')) throw error;
      await files.pause(delay);
    }
  }
  return act();
}
