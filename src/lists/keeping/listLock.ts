import { BatchLock, StoreError } from '../../batch';
import { nodeFiles } from '../../files';
import { ListError } from './listError';

/** The right to write to a list, which one window has at a time. */
export interface HeldLock {
  /** Aborts with an error once another window took this one for dead. */
  readonly lost: AbortSignal;
  /** Lets other windows walk the list. */
  release(): Promise<void>;
}

/** @throws {ListError} `busy` */
export type TakeLock = (folder: string, id: string) => Promise<HeldLock>;

/** As that of batches: a file beside the list, which shows that its window lives. */
export const lockFile: TakeLock = async (folder, id) => {
  try {
    return await BatchLock.take(nodeFiles, folder, id);
  } catch (error) {
    if (error instanceof StoreError && error.problem === 'busy') throw new ListError('busy', error);
    throw new ListError('cannotWrite', error);
  }
};
