import { type Steps } from '../steps';

/** Numbers that are sorted at a stretch; a few milliseconds. */
const numbersInRun = 2 ** 16;
/** Texts are compared by the rules of a language, which takes a hundred times as long. */
const textsInRun = 2 ** 10;

/** Sorts numbers upwards, in place or not: use what it gives. */
export function* sortNumbers(values: Float64Array): Steps<Float64Array> {
  const { length } = values;
  for (let from = 0; from < length; from += numbersInRun) {
    values.subarray(from, from + numbersInRun).sort();
    yield;
  }
  let [source, target] = [values, length > numbersInRun ? new Float64Array(length) : values];
  for (let width = numbersInRun; width < length; width *= 2) {
    for (let from = 0; from < length; from += 2 * width) {
      const middle = Math.min(from + width, length);
      const end = Math.min(from + 2 * width, length);
      for (let [left, right, at] = [from, middle, from]; at < end; at++) {
        const [a, b] = [source[left] ?? NaN, source[right] ?? NaN];
        if (right >= end || (left < middle && a <= b)) {
          target[at] = a;
          left++;
        } else {
          target[at] = b;
          right++;
        }
        if (at % numbersInRun === 0) yield;
      }
    }
    [source, target] = [target, source];
  }
  return source;
}

/** Sorts texts as `compare` has it. */
export function* sortTexts(texts: string[], compare: (a: string, b: string) => number): Steps<string[]> {
  let runs: string[][] = [];
  for (let from = 0; from < texts.length; from += textsInRun) {
    runs.push(texts.slice(from, from + textsInRun).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: string[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? [], compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge(a: string[], b: string[], compare: (a: string, b: string) => number): Steps<string[]> {
  const merged: string[] = [];
  let right = 0;
  for (const text of a) {
    for (let other = b[right]; other !== undefined && compare(other, text) < 0; other = b[right]) {
      merged.push(other);
      right++;
      if (right % textsInRun === 0) yield;
    }
    merged.push(text);
    if (merged.length % textsInRun === 0) yield;
  }
  while (right < b.length) merged.push(...b.slice(right, (right += textsInRun)));
  return merged;
}
