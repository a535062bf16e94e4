import { setMaxListeners } from 'node:events';

/**
 * Runs `listener` once when `signal` aborts, and returns what stops that. One signal may serve many calls at
 * once, so Node's warning about more than ten listeners is switched off for it. (`AbortSignal.any` would hold
 * on to each finished call for as long as the signal lives.)
 */
export function onAbort(signal: AbortSignal | undefined, listener: () => void): () => void {
  if (signal === undefined) return () => {};
  setMaxListeners(0, signal);
  signal.addEventListener('abort', listener, { once: true });
  return () => signal.removeEventListener('abort', listener);
}

/** Whether this is how an aborted call ends, with `AbortController.abort()`'s own reason: no error to show. */
export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
