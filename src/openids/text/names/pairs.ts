import { type GoverningName } from './governingName';
import { nameKind, type NameKind, type Names } from './names';
import { type Unnamed } from '../unnamed';

/** What names the value, in an object that names its name: `{"name": "unionid", "value": "…"}`. */
const namesValue = /^(?:\w{0,20}_)?(?:(?:string)?value|val|content|data|text|string|v)$/i;

const wrapped = /value\\?["']?\s?[:=]\s*\{[^{}]{0,60}$/i;

/** What the names of names end with. */
const lastLetters = new Set(Array.from('eydnmlk', letter => letter.charCodeAt(0)));

/** What goes on behind the first word of a name: `wx.user.unionid`. */
const path = /(?:\.[\w-]{1,40}){1,8}/y;

/** UTF-16 units between the name and its value. */
const reach = 400;
const reachUnnamed = 160;

const nameAfter =
  /^["'\\]{0,4}[^{}<>]{0,200}?["'\s,]\\?["']?(?:[a-z]{1,12}_)?(?:name|key|field|column|k)\\?["']?\s?[:=]\s?\\?["']?([\w-]{1,40})/i;

/** Follows names and values that stand in two keys or attributes of one object. */
export class Pairs {
  /** Where the name stands, of which the kind matters only when a value comes. */
  private nameStart = 0;
  private depth = -1;
  private nameEnd = 0;

  constructor(
    private readonly text: string,
    private readonly names: Names,
  ) {}

  /** Told of each word with a name of its own. */
  word(name: GoverningName, start: number, end: number, depth: number): void {
    if (!lastLetters.has(name.lastCode | 0x20) || !this.names.namesName(name.start, name.end)) return;
    path.lastIndex = end;
    const goesOn = path.test(this.text);
    this.nameEnd = goesOn ? path.lastIndex : end;
    this.nameStart = goesOn ? this.text.lastIndexOf('.', path.lastIndex) + 1 : start;
    this.depth = depth;
  }

  /** A bracket was closed, or a tag begins. */
  end(depth: number): void {
    if (depth < this.depth) this.depth = -1;
  }

  forget(): void {
    this.depth = -1;
  }

  /** What the other key of its object says about a value. */
  kindOf({ name, assigned, start, end, depth }: Unnamed): NameKind | undefined {
    const isValue = name !== undefined && assigned && namesValue.test(name);
    if (name !== undefined && !isValue) return undefined;
    if (this.depth === depth) {
      const near = start - this.nameEnd <= (isValue ? reach : reachUnnamed);
      return near && (isValue || this.isAlone(start, end))
        ? this.names.kindAt(this.nameStart, this.nameEnd)
        : undefined;
    }
    if (isValue && this.depth === depth - 1 && this.isWrapped(start))
      return this.names.kindAt(this.nameStart, this.nameEnd);
    const after = isValue ? nameAfter.exec(this.text.slice(end, end + reach))?.[1] : undefined;
    return after === undefined ? undefined : nameKind(after);
  }

  /** Whether the value stands in an object that is itself the value: `"key":"unionid","value":{"stringValue":"…"}`. */
  private isWrapped(start: number): boolean {
    return start - this.nameEnd <= reach && wrapped.test(this.text.slice(this.nameEnd, start));
  }

  /** Whether the value is all of its line, as in a form that was posted. */
  private isAlone(start: number, end: number): boolean {
    return /[\r\n]/.test(this.text.charAt(start - 1)) && !/\S/.test(this.text.charAt(end));
  }
}
