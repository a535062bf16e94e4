/** What a value is when read as a type, or `undefined` when it is not of that type. */
type Reader<T> = (value: unknown) => T | undefined;

export interface Field {
  readonly key: string;
  readonly value: unknown;
}

/** The fields of an answer, taken out one by one; what nobody could read remains. */
export class Fields {
  private readonly left: Map<string, unknown>;

  constructor(answer: object) {
    this.left = new Map(Object.entries(answer));
  }

  /** A blank field is taken too, and gives nothing: WeChat leaves keys empty as often as it leaves them out. */
  take<T>(key: string, read: Reader<T>): T | undefined {
    const value = this.left.get(key);
    const isBlank = value === '' || value === null;
    const result = isBlank ? undefined : read(value);
    if (isBlank || result !== undefined) this.left.delete(key);
    return result;
  }

  /** Those of the named fields that are there, whatever they hold. */
  takeAll(keys: readonly string[]): Field[] {
    return keys
      .filter(key => this.left.has(key))
      .map(key => {
        const value = this.left.get(key);
        this.left.delete(key);
        return { key, value };
      });
  }

  rest(): Field[] {
    return [...this.left].map(([key, value]) => ({ key, value }));
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
  return value.slice(0, maxTags).flatMap(entry => integer(entry) ?? []);
}
