import { type OpenidSource, openidsIn, newline } from '../openids/lines';
import { addLines, PackedOpenids } from '../openids/packedOpenids';

/** What of the rows of a comparison can be shown; of the rest there are counts and the whole as a stream. */
export const mostRows = 1_000_000;

/** Who came, who left and who stayed between two lists of one account. */
export interface ListComparison {
  readonly came: number;
  readonly left: number;
  readonly stayed: number;
  /** An openid by its row, in the order of its list; undefined beyond the rows kept. */
  cameAt(row: number): string | undefined;
  /** The same of those who left. */
  leftAt(row: number): string | undefined;
  /** All of them, whatever their number. */
  readonly allCame: OpenidSource;
  readonly allLeft: OpenidSource;
  readonly allStayed: OpenidSource;
}

/**
 * Compares two lists, each without duplicates or with: one of them is held, packed, while the other passes by.
 * Breathes with the sources.
 */
export async function compareLists(
  earlier: OpenidSource,
  later: OpenidSource,
  signal?: AbortSignal,
): Promise<ListComparison> {
  const before = new PackedOpenids();
  for await (const bytes of earlier()) {
    signal?.throwIfAborted();
    addLines(before, bytes);
  }
  const stays = new Uint8Array(before.size);
  const newcomers = new PackedOpenids();
  let stayed = 0;
  for await (const bytes of later()) {
    signal?.throwIfAborted();
    for (let start = 0; start < bytes.length;) {
      const end = bytes.indexOf(newline, start);
      if (end < 0) break;
      const position = before.positionOf(bytes, start, end);
      if (position < 0) newcomers.add(bytes, start, end);
      else if (stays[position] === 0) {
        stays[position] = 1;
        stayed++;
      }
      start = end + 1;
    }
  }
  const leavers = positionsOf(stays, before.size - stayed);
  return {
    came: newcomers.size,
    left: before.size - stayed,
    stayed,
    cameAt: row => (row < mostRows ? newcomers.at(row) : undefined),
    leftAt: row => before.at(leavers[row] ?? -1),
    allCame: only(later, (bytes, start, end) => newcomers.positionOf(bytes, start, end) >= 0),
    allLeft: only(earlier, (bytes, start, end) => stays[before.positionOf(bytes, start, end)] === 0),
    allStayed: only(later, (bytes, start, end) => stays[before.positionOf(bytes, start, end)] === 1),
  };
}

/** Where the people stand who left, up to the rows that are shown. */
function positionsOf(stays: Uint8Array, count: number): Uint32Array {
  const positions = new Uint32Array(Math.min(count, mostRows));
  let row = 0;
  for (let at = 0; at < stays.length && row < positions.length; at++) {
    if (stays[at] === 0) positions[row++] = at;
  }
  return positions;
}

function only(
  source: OpenidSource,
  chosen: (bytes: Buffer, start: number, end: number) => boolean,
): OpenidSource {
  return async function* () {
    for await (const bytes of source()) {
      const lines: string[] = [];
      let start = 0;
      for (const openid of openidsIn(bytes)) {
        const end = start + openid.length;
        if (chosen(bytes, start, end)) lines.push(`${openid}\n`);
        start = end + 1;
      }
      if (lines.length > 0) yield Buffer.from(lines.join(''), 'latin1');
    }
  };
}
