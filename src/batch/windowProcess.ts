import { hostname } from 'node:os';
import * as v from 'valibot';
import { errorCode } from '../files';

/** The process of a window as a file names it; where machines share a folder, it may be another machine's. */
export const windowProcess = v.object({ host: v.string(), pid: v.number() });
export type WindowProcess = v.InferOutput<typeof windowProcess>;

/** This window, as others see it in a lock. */
export function thisProcess(): WindowProcess {
  return { host: hostname(), pid: process.pid };
}

/** Whether it is known to be gone. Ids are reused, and of another machine's processes nothing is known. */
export function isDead({ host, pid }: WindowProcess): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return errorCode(error) === 'ESRCH';
  }
}
