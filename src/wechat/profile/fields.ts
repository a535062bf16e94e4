/** What a value is when read as a type, or `undefined` when it is not of that type. */
type Reader<T> = (value: unknown) => T | undefined;

export interface Field {
  readonly key: string;
  readonly value: unknown;
}

/** The fields of an answer, each taken out at most once; what nobody could read remains. */
export class Fields {
  private readonly taken: string[] = [];

  constructor(private readonly answer: Readonly<Record<string, unknown>>) {}

  /** A blank field is taken too, and gives nothing: WeChat leaves keys empty as often as it leaves them out. */
  take<T>(key: string, read: Reader<T>): T | undefined {
    const value = this.answer[key];
    if (value === undefined) return undefined;
    const isBlank = value === '' || value === null;
    const result = isBlank ? undefined : read(value);
    if (isBlank || result !== undefined) this.taken.push(key);
    return result;
  }

  /** Those of the named fields that are there, whatever they hold. */
  takeAll(keys: readonly string[]): Field[] {
    const there = keys.filter(key => Object.hasOwn(this.answer, key));
    this.taken.push(...there);
    return there.map(key => this.field(key));
  }

  rest(): Field[] {
    const keys = Object.keys(this.answer);
    // Nothing is left of nearly every answer, and a table decodes 100 000 of them.
    if (keys.length === this.taken.length) return [];
    return keys.filter(key => !this.taken.includes(key)).map(key => this.field(key));
  }

  private field(key: string): Field {
    return { key, value: this.answer[key] };
  }
}

/** Numbers are given as text too: `qr_scene` comes as either. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** Digits as text, as databases and other languages give them, are a number here. */
export function integer(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(number) ? Number(number) : undefined;
}

/** The farthest time that `Date` can hold, in seconds. */
const lastSecond = 8.64e12;

/** A time of WeChat's, in Unix seconds; undefined for 0, and for what is no time. */
export function unixSeconds(value: unknown): number | undefined {
  const seconds = integer(value);
  return seconds !== undefined && seconds > 0 && seconds <= lastSecond ? seconds : undefined;
}

/** An account has at most 100 tags. */
const maxTags = 100;

/** The numbers of a list, which may be a text, and what else it holds. */
export interface TagIds {
  readonly ids: readonly number[];
  readonly rest: readonly unknown[];
}

export function tagIds(value: unknown): TagIds | undefined {
  const entries = listOf(value);
  if (!entries) return undefined;
  const ids: number[] = [];
  const rest: unknown[] = [];
  for (const entry of entries) {
    const id = ids.length < maxTags ? integer(entry) : undefined;
    if (id === undefined) rest.push(entry);
    else ids.push(id);
  }
  return { ids, rest };
}

/** Databases keep it as `[128,2]` or `128,2`. */
function listOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  const isList = typeof value === 'string' && /^\s*\[?[\d\s,]{0,1000}\]?\s*$/.test(value);
  return isList ? (value.match(/\d+/g) ?? []) : undefined;
}
