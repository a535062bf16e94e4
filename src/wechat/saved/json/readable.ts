import { exactJson, repairedJson } from '../../json/parseAnswer';
import { type BackslashReading } from '../../json/repairJson';
import { type Pace, type Work } from '../../json/work';
import { ObjectWalk, type Range } from './objectWalk';

/** An object that could be read, and where it stands. */
export interface Readable extends Range {
  readonly value: object;
}

/** One that could not has no value. */
type Ended = Range & { readonly value: object | undefined };

const none: readonly Ended[] = [];

/**
 * What can be read of a text that is one object: the whole, mended where it has to be, or the objects in it that
 * can be read without the rest, in order. Where backslashes are in doubt, the reading that reads more of it counts.
 */
export function* readableIn(text: string, reading: BackslashReading, pace: Pace): Work<readonly Readable[]> {
  const value = exactJson(text);
  if (pace.isRestDue(text.length)) yield;
  if (isObject(value)) return [{ start: 0, end: text.length, value }];
  const mended = yield* mend(text, reading, pace);
  if (!mended.isAmbiguous || isWhole(mended.readable, text)) return mended.readable;
  const other = yield* mend(text, reading === 'escaped' ? 'literal' : 'escaped', pace);
  return lengthOf(other.readable) > lengthOf(mended.readable) ? other.readable : mended.readable;
}

function lengthOf(readable: readonly Readable[]): number {
  return readable.reduce((sum, { start, end }) => sum + end - start, 0);
}

export function isWhole([first]: readonly Readable[], text: string): boolean {
  return first !== undefined && first.end - first.start === text.length;
}

/**
 * Goes through a text once, inner objects before outer ones. Of each no more is mended and parsed than what
 * stands between the objects in it, so that nothing is done twice however deep the damage is. Around an object
 * that cannot be read none can be, and those in it stand alone.
 */
function* mend(
  text: string,
  reading: BackslashReading,
  pace: Pace,
): Work<{ readonly readable: readonly Readable[]; readonly isAmbiguous: boolean }> {
  const walk = new ObjectWalk(text, reading);
  const ended: Ended[] = [];
  const alone: Readable[] = [];
  for (const object of walk.objects(pace)) {
    if (!object) {
      yield;
      continue;
    }
    let first = ended.length;
    while ((ended[first - 1]?.start ?? -1) > object.start) first--;
    const { start, end } = object;
    const inner = first < ended.length ? ended.splice(first) : none;
    const readable = inner.filter(isReadable);
    const isHopeless = readable.length < inner.length;
    const value = isHopeless ? undefined : yield* valueAround(text, object, readable, pace);
    if (!value) for (const each of readable) alone.push(each);
    ended.push({ start, end, value });
  }
  const readable = [...alone, ...ended.filter(isReadable)].sort((a, b) => a.start - b.start);
  return { readable, isAmbiguous: walk.isAmbiguous };
}

/** The value of an object in which those values stand at their places. */
function* valueAround(
  text: string,
  { start, end }: Range,
  inner: readonly Readable[],
  pace: Pace,
): Work<object | undefined> {
  const parts: string[] = [];
  let from = start;
  for (const [index, each] of inner.entries()) {
    parts.push(text.slice(from, each.start), placeFor(index));
    from = each.end;
    if (pace.isRestDue(perObject)) yield;
  }
  parts.push(text.slice(from, end));
  const own = parts.join('');
  if (pace.isRestDue(own.length + perObject)) yield;
  // The whole text was tried before.
  const value = (own === text ? undefined : exactJson(own)) ?? (yield* repairedJson(own));
  if (!isObject(value)) return undefined;
  if (inner.length > 0) yield* fillPlaces(value, inner, pace);
  return value;
}

/** What an object costs beside its length, told in UTF-16 units. */
const perObject = 32;

/** No other object is left in the text around it. */
function placeFor(index: number): string {
  return `{"":${index}}`;
}

function* fillPlaces(root: object, values: readonly Readable[], pace: Pace): Work<void> {
  const waiting: object[] = [root];
  for (let holder = waiting.pop(); holder; holder = waiting.pop()) {
    for (const key of Object.keys(holder)) {
      if (pace.isRestDue(perObject)) yield;
      const value: unknown = Reflect.get(holder, key);
      if (Array.isArray(value)) waiting.push(value);
      else if (isObject(value) && '' in value) Reflect.set(holder, key, values[Number(value[''])]?.value);
    }
  }
}

function isReadable(object: Ended): object is Readable {
  return object.value !== undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
