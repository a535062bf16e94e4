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

export function integer(value: unknown): number | undefined {
  return Number.isSafeInteger(value) ? Number(value) : undefined;
}

/** The farthest time that `Date` can hold, in seconds. */
const lastSecond = 8.64e12;

export function unixSeconds(value: unknown): number | undefined {
  const seconds = integer(value);
  return seconds !== undefined && seconds > 0 && seconds <= lastSecond ? seconds : undefined;
}

/** An account has at most 100 tags. */
const maxTags = 100;

export function integers(value: unknown): number[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const entries: unknown[] = value.length > maxTags ? value.slice(0, maxTags) : value;
  return entries.filter((entry): entry is number => Number.isSafeInteger(entry));
}
