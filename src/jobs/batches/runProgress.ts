/**
 * How far one run has come: what it still has to ask decides, not the batch's counts, since a run that asks again
 * begins with more to ask than was open before.
 */
export class RunProgress {
  private arrived = 0;
  private percentTold = 0;

  constructor(private left: number) {}

  /** Openids that this run still has to ask. */
  observe(left: number): void {
    this.arrived += Math.max(0, this.left - left);
    this.left = left;
  }

  /** What the bar grows by since the last time; a bar never goes back. */
  takeIncrement(): number {
    const all = this.arrived + this.left;
    const percent = all === 0 ? 0 : (this.arrived / all) * 100;
    const increment = Math.max(0, percent - this.percentTold);
    this.percentTold += increment;
    return increment;
  }
}
