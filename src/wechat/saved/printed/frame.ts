import { type NameForm } from './names';

/** An object or a list, and where it stands. */
export interface PrintedObject {
  readonly value: object;
  readonly start: number;
  readonly end: number;
}

export type Bracket = '{' | '[' | '(';

/** Stands for a value that was read elsewhere, or that is not known. */
export const unread: unknown = Object.freeze({});

/** Names of which one at least stands in every answer that is looked for here. */
const telling = /^(?:open_?id|err_?code|user_info_list|subscribe)$/i;
const openidName = /^open_?id$/i;
export const openidShape = /^[\w-]{20,64}$/;

/** A bracket that is open: what was read in it so far. */
export class Frame {
  /** No names and values: prose, code, or a notation that nobody knows. */
  isProse = false;
  /** One of its names is that of an answer. */
  isTelling = false;
  /** How its first name was written. */
  form: NameForm | undefined;
  separator = '';
  /** Whether commas stand between its values; undefined as long as there is one value at most. */
  byComma: boolean | undefined;
  /** The name whose value comes next. */
  name: string | undefined;
  /** A value was read, and what follows it decides whether it is the whole of it. */
  hasValue = false;
  /** The value may be the type of one that follows: `string(28) "…"`, `array(2) { … }`. */
  isType = false;
  /** Objects in it that stand for themselves where this bracket turns out to be none. */
  alone: PrintedObject[] | undefined;
  private value: unknown;
  // Made when they are needed: a text may be nothing but opening brackets.
  private fields: Map<string, unknown> | undefined;
  private items: unknown[] | undefined;

  constructor(
    readonly bracket: Bracket,
    readonly start: number,
    /** What stands before it: the name of a class or a function. */
    readonly word: string,
  ) {}

  get isKeyed(): boolean {
    return this.form !== undefined;
  }

  get hasItems(): boolean {
    return this.items !== undefined;
  }

  /** JSON, but for what is wrong with it. */
  get isLikeJson(): boolean {
    return this.form === 'quoted' && this.separator === ':';
  }

  /** Input methods make a wide comma; Objective-C and PowerShell end what they set with a semicolon. */
  isComma(character: string): boolean {
    return character === ',' || character === '，' || (character === ';' && this.separator === '=');
  }

  begin(name: string, form: NameForm, separator: string): void {
    this.form ??= form;
    this.separator ||= separator;
    this.name = name;
    this.isTelling ||= telling.test(name);
  }

  set(value: unknown, isType: boolean): void {
    this.value = value;
    this.hasValue = true;
    this.isType = isType;
  }

  /** A string that goes on: `"…" + "…"`. */
  append(text: string): void {
    this.value = String(this.value) + text;
  }

  get holdsText(): boolean {
    return this.hasValue && typeof this.value === 'string';
  }

  /** A value without quotes. False where it can be none: an openid is never a word of code or of a type. */
  setBare(value: unknown): boolean {
    this.set(value, false);
    return !openidName.test(this.name ?? '') || openidShape.test(String(value));
  }

  endItem(): void {
    if (this.name !== undefined) (this.fields ??= new Map()).set(this.name, this.hasValue ? this.value : '');
    else if (this.hasValue) (this.items ??= []).push(this.value);
    this.name = undefined;
    this.hasValue = false;
  }

  /** Its value, once it is closed. */
  result(): unknown {
    this.endItem();
    const { fields, items = [] } = this;
    if (fields) return isNumbered(fields) ? [...fields.values()] : Object.fromEntries(fields);
    const [first] = items;
    if (items.length === 1 && isWrapper(this.bracket, this.word))
      return /^array$/i.test(this.word) && typeof first === 'number' ? [] : first;
    return items.length > 0 && items.every(isPair) ? Object.fromEntries(items) : items;
  }
}

/** A call around one value: `int(1)`, `NumberInt(1)`, `Some(…)`, and Java's `Optional[…]`. */
function isWrapper(bracket: Bracket, word: string): boolean {
  return bracket === '(' ? word !== '' : word === 'Optional';
}

/** PHP prints the places of a list as its names, and Lua, which counts from 1. */
function isNumbered(fields: ReadonlyMap<string, unknown>): boolean {
  let place = fields.has('0') ? 0 : 1;
  for (const name of fields.keys()) if (name !== String(place++)) return false;
  return true;
}

/** Python prints an OrderedDict as a list of names and values. */
function isPair(item: unknown): item is [string, unknown] {
  return Array.isArray(item) && item.length === 2 && typeof item[0] === 'string';
}
