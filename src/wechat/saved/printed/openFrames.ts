import { type Bracket, type Frame } from './frame';

/** Brackets that are open at once: nothing that programs print is nested so deep, and hostile text endlessly. */
const mostOpen = 1000;

/** Brackets that wait for their end, the outermost first. Counts by kind keep stray ends from being slow. */
export class OpenFrames {
  private readonly frames: Frame[] = [];
  private readonly counts = { '{': 0, '[': 0, '(': 0 };

  innermost(): Frame | undefined {
    return this.frames.at(-1);
  }

  /** The bracket around the innermost. */
  get outer(): Frame | undefined {
    return this.frames.at(-2);
  }

  /** An answer may stand in one of them. */
  get isTelling(): boolean {
    return this.frames.some(({ isTelling, isProse }) => isTelling && !isProse);
  }

  waitsFor(bracket: Bracket): boolean {
    return this.counts[bracket] > 0;
  }

  /** Those that are taken for brackets without an end, since too many are open: half of them, the outermost first. */
  push(frame: Frame): readonly Frame[] {
    this.frames.push(frame);
    this.counts[frame.bracket]++;
    if (this.frames.length <= mostOpen) return none;
    const left = this.frames.splice(0, mostOpen / 2);
    for (const { bracket } of left) this.counts[bracket]--;
    return left;
  }

  pop(): void {
    const frame = this.frames.pop();
    if (frame) this.counts[frame.bracket]--;
  }
}

const none: readonly Frame[] = [];
