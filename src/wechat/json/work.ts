/** Work that is done part by part. Each `yield` is a place where it may rest, or end for good. */
export type Work<T> = Generator<undefined, T>;

/** UTF-16 units that are read without a rest: some 10 ms, on a slow machine 50. */
export const stretch = 256 * 1024;

/** Counts what was done since the last rest. */
export class Pace {
  private done = 0;

  /** Whether a rest is due after so many UTF-16 units more. */
  isRestDue(units: number): boolean {
    this.done += units;
    if (this.done < stretch) return false;
    this.done = 0;
    return true;
  }
}

/** Does all of it without a rest. */
export function atOnce<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
