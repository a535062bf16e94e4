import { rowsInStep, type Steps } from '../../steps';
import { hasText } from './conditions';
import { type RowFacts } from './rowFacts';
import { type TagNames } from './sortRows';

export interface Match {
  /** Rows that hold the text. */
  readonly count: number;
  /** Which of them this one is, from 0, and where it stands among the rows that are shown; -1 for none. */
  readonly index: number;
  readonly at: number;
}

/** Where a text stands among the rows that are shown. */
export function* placesOf(
  facts: RowFacts,
  shown: Uint32Array,
  text: string,
  tagNames: TagNames,
): Steps<number[]> {
  const holds = hasText(facts, text, tagNames);
  const places: number[] = [];
  if (text.trim() === '') return places;
  for (let at = 0; at < shown.length; at++) {
    if (holds(shown[at] ?? 0)) places.push(at);
    if (at % rowsInStep === 0) yield;
  }
  return places;
}

/** The place at or behind a position, or before it; beyond the end it goes on at the other. */
export function nextOf(places: readonly number[], from: number, backwards: boolean): Match {
  const count = places.length;
  if (count === 0) return { count, index: -1, at: -1 };
  const next = places.findIndex(place => place >= from);
  const index = backwards ? (places.findLastIndex(place => place < from) + count) % count : Math.max(next, 0);
  return { count, index, at: places[index] ?? -1 };
}
