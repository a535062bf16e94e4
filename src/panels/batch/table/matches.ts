import { rowsInStep, type Steps } from '../../steps';
import { hasText } from './conditions';
import { type RowFacts } from './rowFacts';
import { type TagNames } from './sortRows';

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
