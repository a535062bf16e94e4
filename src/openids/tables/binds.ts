import { isWordCode } from '../characters/characters';
import { type NameKind } from '../text/names/names';
import { type Unnamed } from '../text/unnamed';

const slash = 0x2f;

/** Statements have few; hostile text may have millions. */
const mostPlaceholders = 1000;
/** UTF-16 units between a statement and its values, and between one placeholder and the next. */
const reach = 1000;

const valueNames = /^(?:parameters?|params?|args?|arguments|binds?|bindings?|bound|values|generated|s)$/i;
const listOfValues = /\b(?:parameters|params|args|bindings|values)\s?[:=]\s?[[(]/i;
const placeholderList = /\s*(?:\?|%s|\$\d{1,5})(?:\s*,\s*(?:\?|%s|\$\d{1,5}))*\s*(?=\))/y;
const numberedList = /\bparam(?:eter)?s["']?:? ?(?:array)? ?[{[][^\r\n]{0,300}$/i;
const numbered = /\bparameter [[(](\d{1,4})[^\r\n]{0,80}$/i;

/** Whether a question mark stands within a URL, as in `/u?openid=…`: of these logs have more than of statements. */
export function isOfUrl(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  return (before === slash || isWordCode(before)) && isWordCode(text.charCodeAt(end));
}

/** What the placeholders of a statement say of the values beside it: `… WHERE unionid = ?` and `Parameters: …`. */
export class Binds {
  private kinds: (NameKind | undefined)[] = [];
  private end = -1;
  /** Where the last value stands that was one of the statement's. */
  private takenAt = -1;

  constructor(private readonly text: string) {}

  /** A placeholder that ends at `end`, compared with a name of that kind. */
  add(kind: NameKind | undefined, end: number): void {
    if (this.takenAt >= 0 || end - this.end > reach || this.hasValues(end)) this.kinds = [];
    this.takenAt = -1;
    if (this.kinds.length < mostPlaceholders) this.kinds.push(kind);
    this.end = end;
  }

  /** The placeholders of a list that begins at `start`, all compared with a name of that kind; returns where they end. */
  addList(kind: NameKind | undefined, start: number): number | undefined {
    placeholderList.lastIndex = start;
    if (!placeholderList.test(this.text)) return undefined;
    const end = placeholderList.lastIndex;
    for (const { index } of this.text.slice(start, end).matchAll(/[^,\s]+/g))
      this.add(kind, start + index + 1);
    return end;
  }

  /** What a value is, if it is one of the statement's. */
  kindOf({ name, start, depth }: Unnamed): NameKind | undefined {
    if (this.kinds.length === 0 || this.kinds.every(kind => kind === undefined)) return undefined;
    if (start - this.end > reach) return undefined;
    const between = this.text.slice(this.end, start);
    // Doctrine: `(parameters: array{"1":"…"}, …)`.
    const isNumbered = name !== undefined && /^\d{1,4}$/.test(name) && numberedList.test(between);
    if (name !== undefined && !isNumbered && !valueNames.test(name)) return undefined;
    const number = isNumbered ? name : numbered.exec(between)?.[1];
    if (number !== undefined) {
      this.takenAt = start;
      // Each on a line of its own, of which there may be many.
      this.end = Math.max(this.end, start - reach / 2);
      return this.kinds[Number(number) - 1];
    }
    // Below the statement, values have brackets or a name.
    const isBare = this.takenAt < 0 && name === undefined && depth === 0;
    if (isBare && /[\r\n]/.test(between)) return undefined;
    // Values stand on one line; what stands below is of something else.
    if (this.takenAt >= 0 && /[\r\n]/.test(this.text.slice(this.takenAt, start))) return undefined;
    this.takenAt = start;
    return this.kinds[between.slice(valuesStart(between)).split(',').length - 1];
  }

  /** Whether values stand between the last placeholder and the next, which so is of another statement. */
  private hasValues(end: number): boolean {
    return (
      /[\r\n;]/.test(this.text.slice(this.end, Math.min(end, this.end + reach))) && !this.isContinued(end)
    );
  }

  /** Statements may go on over lines; a new one begins with its verb. */
  private isContinued(end: number): boolean {
    return !/\b(?:select|insert|update|delete|replace|merge|with|call|parameters)\b/i.test(
      this.text.slice(this.end, end),
    );
  }
}

/** Where the values begin of which the first is number nought: past the rest of the statement and what is logged of it. */
function valuesStart(between: string): number {
  const listed = listOfValues.exec(between);
  if (listed) return listed.index + listed[0].length;
  return /^[^"'\r\n]{0,200}["']\s{0,8},/.exec(between)?.[0].length ?? 0;
}
