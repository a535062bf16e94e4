import { type GoverningName } from './governingName';
import { type NameKind, type Names } from './names';
import { type Unnamed } from './unnamed';

/** What names a name, and what names its value: `{"name": "unionid", "value": "…"}`, `<input name=… value=…>`. */
const namesName =
  /^(?:\w{0,20}_)?(?:name|key|field|fieldname|column|attribute|property|param|label|id|k|n)$/i;
const namesValue = /^(?:\w{0,20}_)?(?:value|val|content|data|text|string|v)$/i;

/** What the names of names end with. */
const lastLetters = new Set(Array.from('eydnmlk', letter => letter.charCodeAt(0)));

/** UTF-16 units between the name and its value. */
const reach = 400;
const reachUnnamed = 160;

const nameAfter =
  /^["'\\]{0,4}[^{}<>]{0,200}?["'\s,]\\?["']?(?:[a-z]{1,12}_)?(?:name|key|field|column|k)\\?["']?\s?[:=]\s?\\?["']?([\w-]{1,40})/i;

/** Follows names and values that stand in two keys or attributes of one object. */
export class Pairs {
  private kind: NameKind | undefined;
  private depth = -1;
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly names: Names,
  ) {}

  /** Told of each word with a name of its own. */
  word(name: GoverningName, start: number, end: number, depth: number): void {
    if (!lastLetters.has(name.lastCode | 0x20) || !namesName.test(name.word)) return;
    this.kind = this.names.kindOf(this.text.slice(start, end));
    this.depth = depth;
    this.at = end;
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
      const near = start - this.at <= (isValue ? reach : reachUnnamed);
      return near && (isValue || this.isAlone(start, end)) ? this.kind : undefined;
    }
    const after = isValue ? nameAfter.exec(this.text.slice(end, end + reach))?.[1] : undefined;
    return after === undefined ? undefined : this.names.kindOf(after);
  }

  /** Whether the value is all of its line, as in a form that was posted. */
  private isAlone(start: number, end: number): boolean {
    return /[\r\n]/.test(this.text.charAt(start - 1)) && !/\S/.test(this.text.charAt(end));
  }
}
