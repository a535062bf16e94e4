import { type Breath, inSlices, realBreath, type Steps } from './steps';

export interface RedrawClock extends Breath {
  /** Calls back after so many milliseconds, unless the answer is called first. */
  after(milliseconds: number, run: () => void): () => void;
}

const realClock: RedrawClock = {
  ...realBreath,
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Redraws are no closer than this: more would be restless. */
const leastMs = 250;
/** One part in so many of the time at the most goes into redraws: the window is busy with what is drawn. */
const timesItsCost = 16;

/**
 * The one owner of when a panel is drawn. Changes are drawn together, the later the more a drawing costs; what the
 * reader asks for is drawn at once, in place of a drawing that is under way.
 */
export class Redraws {
  private cancelTimer: (() => void) | undefined;
  private turn = 0;
  private isDrawing = false;
  private isWanted = false;
  private earliest = -Infinity;

  constructor(
    private readonly draw: () => Steps<void>,
    private readonly clock: RedrawClock = realClock,
  ) {}

  /** Something has changed. */
  soon(): void {
    if (this.isDrawing) this.isWanted = true;
    else
      this.cancelTimer ??= this.clock.after(Math.max(0, this.earliest - this.clock.now()), () => this.now());
  }

  /** Somebody waits for it. A short drawing is done when this returns. */
  now(): void {
    this.cancel();
    void this.run(this.turn);
  }

  /** Nothing is drawn any more until somebody asks for it. */
  cancel(): void {
    this.cancelTimer?.();
    this.cancelTimer = undefined;
    this.isDrawing = this.isWanted = false;
    this.turn++;
  }

  private async run(turn: number): Promise<void> {
    const { clock } = this;
    this.isDrawing = true;
    const drawn = await inSlices(this.draw(), () => turn === this.turn, clock);
    if (!drawn || turn !== this.turn) return;
    this.isDrawing = false;
    this.earliest = clock.now() + Math.max(leastMs, drawn.cost * timesItsCost);
    if (this.isWanted) {
      this.isWanted = false;
      this.soon();
    }
  }
}
