import { rowsInStep, type Steps } from '../steps';
import { sortNumbers } from './sortSteps';

/** The bits of a character that count at first; all of ASCII. */
const characterBits = 7;
const lastCharacter = 2 ** characterBits - 1;
/** Characters that fit into one whole number, beside a row. */
const packedCharacters = 4;
const rowBits = 24;

/**
 * Ranks texts by their code units, equal ones alike; NaN for none. Openids differ soon after a common beginning:
 * a few characters from there on make a number, numbers sort by themselves, and only what is equal so far has to
 * be compared as text.
 */
export function* rankTexts(length: number, textOf: (row: number) => string | undefined): Steps<Float64Array> {
  const texts = yield* textsOf(length, textOf);
  const rows = new Float64Array(length);
  const from = yield* commonLength(texts);
  let count = 0;
  for (const [row, text] of texts.entries()) {
    if (text !== '') rows[count++] = packed(text, from) * 2 ** rowBits + row;
    if (row % rowsInStep === 0) yield;
  }
  const order = yield* sortNumbers(rows.slice(0, count));
  const ranks = new Float64Array(length).fill(NaN);
  let rank = 0;
  for (let start = 0; start < count;) {
    let end = start + 1;
    while (end < count && packedOf(order[end]) === packedOf(order[start])) end++;
    if (end - start === 1) ranks[rowOf(order[start])] = rank++;
    else {
      const alike = Array.from(order.subarray(start, end), rowOf);
      alike.sort((a, b) => byCodeUnits(texts[a], texts[b]));
      for (const [index, row] of alike.entries()) {
        if (index > 0 && texts[row] !== texts[alike[index - 1] ?? row]) rank++;
        ranks[row] = rank;
      }
      rank++;
    }
    if (start % rowsInStep >= end % rowsInStep || end % rowsInStep === 0) yield;
    start = end;
  }
  return ranks;
}

/** The text of each row, the empty one for none. */
export function* textsOf(length: number, textOf: (row: number) => string | undefined): Steps<string[]> {
  const texts: string[] = [];
  for (let row = 0; row < length; row++) {
    texts.push(textOf(row) ?? '');
    if (row % rowsInStep === 0) yield;
  }
  return texts;
}

function* commonLength(texts: readonly string[]): Steps<number> {
  const first = texts.find(text => text !== '') ?? '';
  let length = first.length;
  let beginning = first;
  for (const [row, text] of texts.entries()) {
    if (row % rowsInStep === 0) yield;
    if (text === '') continue;
    while (length > 0 && !text.startsWith(beginning)) beginning = first.slice(0, --length);
  }
  return length;
}

/** Sorts as the text does, as far as it tells texts apart: to the first character beyond ASCII at most. */
function packed(text: string, from: number): number {
  let number = 0;
  let isTold = true;
  for (let at = from; at < from + packedCharacters; at++) {
    // The end of a text comes before every character.
    const code: number = isTold && at < text.length ? Math.min(text.charCodeAt(at) + 1, lastCharacter) : 0;
    isTold &&= code < lastCharacter;
    number = number * 2 ** characterBits + code;
  }
  return number;
}

function packedOf(place = NaN): number {
  return Math.floor(place / 2 ** rowBits);
}

function rowOf(place = NaN): number {
  return place % 2 ** rowBits;
}

function byCodeUnits(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
