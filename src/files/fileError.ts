/** Node's code of a failed system call, such as ENOSPC; undefined for any other error. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** For `catch`: a value in place of the failure of this code. */
export function unless<T>(code: string, value: T): (error: unknown) => T {
  return error => {
    if (errorCode(error) === code) return value;
    throw error;
  };
}
