import { type Row } from '../../protocol/batchView';

/** Rows asked for at once: about four screens. */
const blockRows = 200;
/** Answers waited for at once. While someone scrolls fast, what they have left behind is not asked for. */
const mostWaiting = 4;
/** Blocks kept on either side of the screen, so that turning back costs nothing. */
const keptBlocks = 6;

interface Slice {
  readonly version: number;
  readonly offset: number;
}

/**
 * The rows near the screen. Those of an older version stay until newer ones arrive, so that nothing blinks
 * while a batch runs.
 */
export class RowCache {
  private readonly blocks = new Map<number, readonly Row[]>();
  /** Blocks that were asked for in this version. */
  private readonly asked = new Set<number>();
  private waiting = 0;
  private version = -1;
  private count = 0;
  private wanted: readonly number[] = [];

  constructor(private readonly ask: (slice: Slice & { readonly length: number }) => void) {}

  /** The table has changed: what is shown must be asked for again. */
  expect(version: number, count: number): void {
    if (version !== this.version) {
      this.asked.clear();
      this.waiting = 0;
    }
    this.version = version;
    this.count = count;
  }

  row(position: number): Row | undefined {
    return this.blocks.get(Math.floor(position / blockRows))?.[position % blockRows];
  }

  /** Asks for the rows on the screen, then for those just below and above it. */
  want(first: number, last: number): void {
    const [from, to] = [Math.floor(first / blockRows), Math.floor(last / blockRows)];
    const screen = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    const lastBlock = Math.ceil(this.count / blockRows) - 1;
    this.wanted = [...screen, to + 1, from - 1].filter(block => block >= 0 && block <= lastBlock);
    this.forgetFar(from, to);
    this.askForMore();
  }

  /** False when the rows are of a version that another one has replaced. */
  take({ version, offset, rows }: Slice & { readonly rows: readonly Row[] }): boolean {
    if (version !== this.version) return false;
    this.waiting--;
    this.blocks.set(offset / blockRows, rows);
    this.askForMore();
    return true;
  }

  private askForMore(): void {
    for (const block of this.wanted) {
      if (this.waiting >= mostWaiting) return;
      if (this.asked.has(block)) continue;
      this.asked.add(block);
      this.waiting++;
      this.ask({ version: this.version, offset: block * blockRows, length: blockRows });
    }
  }

  private forgetFar(from: number, to: number): void {
    const isFar = (block: number) => block < from - keptBlocks || block > to + keptBlocks;
    for (const block of this.blocks.keys()) if (isFar(block)) this.blocks.delete(block);
    for (const block of this.asked) if (isFar(block)) this.asked.delete(block);
  }
}
