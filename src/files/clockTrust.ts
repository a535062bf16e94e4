const day = 86_400_000;
/** A clock so far past the newest file may be wrong: a battery that died, a virtual machine, a date set by hand. */
const strange = 7 * day;

/**
 * Whether this machine's clock can be believed when it says that files are old enough to be deleted. Where it stands
 * more than 7 days past the newest file, either nobody was here for so long, or it is wrong.
 */
export class ClockTrust {
  #offset: number | undefined;

  constructor(
    private readonly now: () => number = Date.now,
    /** Milliseconds since the window was opened, by a clock that nobody sets. */
    private readonly openFor: () => number = () => performance.now(),
  ) {}

  /** What another clock said just now, in Unix milliseconds. */
  note(time: number | undefined): void {
    if (time !== undefined && Number.isFinite(time)) this.#offset = time - this.now();
  }

  /** @param newest when the newest file was written, in Unix milliseconds */
  trusts(newest: number): boolean {
    if (this.now() - newest <= strange) return true;
    return this.#offset === undefined ? this.openFor() >= day : Math.abs(this.#offset) < day;
  }
}
