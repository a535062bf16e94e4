/** Calls after so many milliseconds, unless disposed of before. */
export type After = (milliseconds: number, act: () => Promise<unknown>) => Planned;

interface Planned {
  dispose(): void;
}

const day = 86_400_000;
/** The setting is typed figure by figure: 365 is 3 for a moment, and what is deleted does not come back. */
const secondThoughts = 15_000;

/**
 * Deletes what the user wants kept no longer: when a window begins, each day that it stays open, and when the
 * retention was changed.
 */
export class Housekeeping {
  private cleaning: Promise<unknown> = Promise.resolve();
  private planned: Planned | undefined;
  private isOver = false;

  constructor(
    private readonly clean: () => Promise<unknown>,
    private readonly failed: (error: unknown) => void,
    private readonly after: After = withoutHolding,
  ) {}

  /** Cleans now, one time after the other. */
  run(): Promise<unknown> {
    if (!this.isOver) this.plan(day);
    this.cleaning = this.cleaning.then(() => this.clean()).catch((error: unknown) => this.failed(error));
    return this.cleaning;
  }

  retentionChanged(): void {
    this.plan(secondThoughts);
  }

  dispose(): void {
    this.isOver = true;
    this.planned?.dispose();
  }

  private plan(milliseconds: number): void {
    this.planned?.dispose();
    this.planned = this.after(milliseconds, () => this.run());
  }
}

/** A window that closes waits for no cleaning. */
function withoutHolding(milliseconds: number, act: () => Promise<unknown>): Planned {
  const timer = setTimeout(() => void act(), milliseconds);
  timer.unref();
  return { dispose: () => clearTimeout(timer) };
}
