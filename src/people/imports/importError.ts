import { errorCode } from '../../files';

/** Why an import could not be read, written or removed. */
export type ImportProblem =
  /** A newer version of the extension wrote it. */
  | 'tooNew'
  /** Its index, or its rows, are not what was written. */
  | 'damaged'
  /** It was removed, perhaps by another window. */
  | 'gone'
  | 'cannotRead'
  | 'cannotWrite';

/** A kept import that cannot be read, written or removed. Texts for people go by `problem`. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  /** Node's error code, such as ENOSPC, where the file system refused. */
  readonly code: string | undefined;

  constructor(
    readonly problem: ImportProblem,
    cause?: unknown,
  ) {
    const code = errorCode(cause);
    super(`Imported pairs: ${problem}${code === undefined ? '' : ` (${code})`}`, { cause });
    this.code = code;
  }
}

/** Does it; a refusal of the file system becomes the problem. */
export async function orProblem<T>(problem: ImportProblem, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    throw new ImportError(errorCode(error) === 'ENOENT' ? 'gone' : problem, error);
  }
}
