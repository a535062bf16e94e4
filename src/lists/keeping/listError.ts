import { errorCode } from '../../files';

/** Why a list could not be read, written, walked or removed. */
export type ListProblem =
  /** A newer version of the extension wrote it. */
  | 'tooNew'
  /** Its head, which names account and list, cannot be read. */
  | 'damaged'
  /** It was removed, perhaps by another window. */
  | 'gone'
  /** It is being walked, here or in another window. */
  | 'busy'
  /** This window stood still for so long that another one took the list over. */
  | 'takenOver'
  | 'cannotRead'
  | 'cannotWrite';

/** A kept list that cannot be read, walked or removed. Texts for people go by `problem`. */
export class ListError extends Error {
  override readonly name = 'ListError';
  /** Node's error code, such as ENOSPC, where the file system refused. */
  readonly code: string | undefined;

  constructor(
    readonly problem: ListProblem,
    cause?: unknown,
  ) {
    const code = errorCode(cause);
    super(`A follower list: ${problem}${code === undefined ? '' : ` (${code})`}`, { cause });
    this.code = code;
  }
}

/** Does it; a refusal of the file system becomes the problem. */
export async function orProblem<T>(problem: ListProblem, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    throw new ListError(errorCode(error) === 'ENOENT' ? 'gone' : problem, error);
  }
}
