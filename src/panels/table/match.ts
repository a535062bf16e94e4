export interface Match {
  /** Rows that hold the text. */
  readonly count: number;
  /** Which of them this one is, from 0, and where it stands among the rows that are shown; -1 for none. */
  readonly index: number;
  readonly at: number;
}

/** The place at or behind a position, or before it; beyond the end it goes on at the other. */
export function nextOf(places: readonly number[], from: number, backwards: boolean): Match {
  const count = places.length;
  if (count === 0) return { count, index: -1, at: -1 };
  const next = places.findIndex(place => place >= from);
  const index = backwards ? (places.findLastIndex(place => place < from) + count) % count : Math.max(next, 0);
  return { count, index, at: places[index] ?? -1 };
}
