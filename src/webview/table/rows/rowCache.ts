import { blockAt, bounds } from '../../../protocol/bounds';
import { type SliceOf, type TableFound, type TableRow } from '../../../protocol/messages/tableMessages';

const { blockRows } = bounds;
/** Answers waited for at once. While someone scrolls fast, what they have left behind is not asked for. */
const mostWaiting = 6;
/** Blocks asked for ahead of someone who scrolls: a spun wheel covers more than one while an answer is on its way. */
const aheadBlocks = 4;
/** Blocks kept on either side of the screen, so that turning back costs nothing. */
const keptBlocks = 6;

interface Place {
  readonly version: number;
  readonly offset: number;
}

/**
 * The rows near the screen. Those of an older version stay until newer ones arrive, so that nothing blinks
 * while a batch runs.
 */
export class RowCache<R extends TableRow> {
  private readonly blocks = new Map<number, readonly R[]>();
  /** Blocks that were asked for in this version, with the marks of then. */
  private readonly asked = new Map<number, number>();
  /** Those among them that have not come yet. */
  private readonly waiting = new Set<number>();
  private version = -1;
  private marks = -1;
  private count = 0;
  /** Blocks on the screen, and beside it. */
  private wanted: { readonly screen: readonly number[]; readonly near: readonly number[] } = {
    screen: [],
    near: [],
  };

  constructor(private readonly ask: (slice: Place & { readonly length: number }) => void) {}

  /**
   * The table has changed: what is shown must be asked for again. Where only the selection did, rows that are on
   * their way are welcome nevertheless, and those on the screen are asked for again once they are here: each step
   * of a held arrow key selects, and no row might ever be in time.
   */
  expect(
    { version, marks, count }: Pick<TableFound<unknown>, 'version' | 'marks' | 'count'>,
    top?: SliceOf<R>,
  ): void {
    if (version !== this.version) {
      this.asked.clear();
      this.waiting.clear();
      if (top) {
        this.asked.set(blockAt(top.offset), marks);
        this.blocks.set(blockAt(top.offset), top.rows);
      }
    }
    this.version = version;
    this.marks = marks;
    this.count = count;
  }

  row(position: number): R | undefined {
    return this.blocks.get(blockAt(position))?.[position % blockRows];
  }

  /** Asks for the rows on the screen, then for those just below and above it. */
  want(first: number, last: number): void {
    const [from, to] = [blockAt(first), blockAt(last)];
    const screen = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    const lastBlock = Math.ceil(this.count / blockRows) - 1;
    const [before = from] = this.wanted.screen;
    const ahead = Array.from({ length: from === before ? 1 : aheadBlocks }, (_, index) => index + 1);
    const near =
      from < before
        ? [...ahead.map(step => from - step), to + 1]
        : [...ahead.map(step => to + step), from - 1];
    this.wanted = { screen, near: near.filter(block => block >= 0 && block <= lastBlock) };
    this.forgetFar(from, to);
    this.askForMore();
  }

  /** Whether they change what is on the screen; rows of a version that another one has replaced never do. */
  take({ version, offset, rows }: Place & { readonly rows: readonly R[] }): boolean {
    if (version !== this.version) return false;
    const block = blockAt(offset);
    this.waiting.delete(block);
    this.blocks.set(block, rows);
    this.askForMore();
    return this.wanted.screen.includes(block);
  }

  private askForMore(): void {
    const { screen, near } = this.wanted;
    const lacking = [
      ...screen.filter(block => this.asked.get(block) !== this.marks),
      ...near.filter(block => !this.asked.has(block)),
    ];
    for (const block of lacking) {
      if (this.waiting.size >= mostWaiting) return;
      if (this.waiting.has(block)) continue;
      this.asked.set(block, this.marks);
      this.waiting.add(block);
      this.ask({ version: this.version, offset: block * blockRows, length: blockRows });
    }
  }

  private forgetFar(from: number, to: number): void {
    const isFar = (block: number) => block < from - keptBlocks || block > to + keptBlocks;
    for (const block of this.blocks.keys()) if (isFar(block)) this.blocks.delete(block);
    for (const block of this.asked.keys()) if (isFar(block)) this.asked.delete(block);
  }
}
