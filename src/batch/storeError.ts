import { errorCode } from '../files';

/** Why a batch could not be read, written or removed. */
export type StoreProblem =
  /** A newer version of the extension wrote the journal: update, or open it there. */
  | 'tooNew'
  /** The head of the journal, which names the account and the openids, cannot be read. */
  | 'damaged'
  /** The batch was removed, perhaps by another window. */
  | 'gone'
  /** The batch is running, here or in another window. */
  | 'busy'
  /** This window stood still for so long that another one took the batch over. */
  | 'takenOver'
  /** The folder or the file cannot be read: permissions, a broken disk. */
  | 'cannotRead'
  /** What came cannot be written: full disk, read-only folder. The batch goes on in memory. */
  | 'cannotWrite'
  /** Nothing was asked of WeChat, since its answers could not be kept. */
  | 'cannotRun'
  /** The file stands where it stood. */
  | 'cannotRemove';

const sentences: Readonly<Record<StoreProblem, string>> = {
  tooNew: 'This batch was saved by a newer version of the extension.',
  damaged: 'The saved batch is damaged: its list of openids cannot be read.',
  gone: 'This batch no longer exists.',
  busy: 'This batch is already running.',
  takenOver: 'Another window has taken this batch over.',
  cannotRead: 'The saved batches cannot be read.',
  cannotWrite: 'The batch cannot be saved.',
  cannotRun: 'The batch cannot be resumed now, since its answers could not be saved.',
  cannotRemove: 'The batch cannot be removed.',
};

/** A batch that cannot be opened, run, saved or removed. The message is English; texts for people go by `problem`. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  /** Node's error code, such as ENOSPC or EROFS, where the file system refused. */
  readonly code: string | undefined;

  constructor(
    readonly problem: StoreProblem,
    cause?: unknown,
  ) {
    const code = errorCode(cause);
    super(code === undefined ? sentences[problem] : `${sentences[problem]} (${code})`, { cause });
    this.code = code;
  }

  /** What the file system refused, as this problem; anything else as it is. */
  static from(problem: StoreProblem, error: unknown): unknown {
    const code = errorCode(error);
    if (code === undefined || error instanceof StoreError) return error;
    return new StoreError(code === 'ENOENT' ? 'gone' : problem, error);
  }
}

/** Whatever the file system refuses becomes a `StoreError`: `gone` where the file is not there, else this problem. */
export async function attempt<T>(problem: StoreProblem, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw StoreError.from(problem, error);
  }
}

export function isProblem(error: unknown, problem: StoreProblem): boolean {
  return error instanceof StoreError && error.problem === problem;
}
