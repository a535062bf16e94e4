import { nameKind, type NameKind } from './names';
import { type Unnamed } from '../unnamed';

/** UTF-16 units on either side of a value that are looked at. */
const reachBehind = 200;
const reachAhead = 200;

/** The rest of a string, and what may follow it before its name: `"…" == user.unionid`, `'…' AS unionid`. */
const nameBehind =
  /^["'`\])}>\\]{0,4}[ \t]{0,4}(?:\)?\s{0,4}(?:as|is(?:\s+(?:the|a|his|her|their))?)\s+|={2,3}|!={1,2}|<>|=(?!=)|\.\s?(?:equals?(?:IgnoreCase)?|eq|compareTo|localeCompare|should\.\w+(?:\.\w+)?)\s?\(|<-|←|是|为|為)\s{0,4}(?:[\w$]{1,30}(?:\(\))?(?:\.|->|::|\[|\()){0,4}["'`[(]{0,3}([\w-]{4,40})(?![\w-]|["'`\]]{0,2}\s?[:=](?!=))/i;

/** A note that is only the name: `… (unionid)`, `… // unionid`. */
const noteBehind =
  /^["'`,;]{0,3}[ \t]{0,8}(?:[(（[【]\s?([\w -]{4,40}?)\s?[)）\]】]|(?:\/\/|#|--|\/\*)\s?([\w -]{4,40}?)\s?(?:\*\/|\r|\n|$))/;

const assertion = /(?:assert|expect|equal|same|should|verify|require|check|compare|must|is_?eq|_EQ\b|\beq)/i;
const word = /[A-Za-z_][\w]{3,40}/g;

/** Values of a statement may be named before it: `bindings: ['…'], sql: 'select … where unionid = ?'`. */
const statementBehind =
  /\b(?:where|and|set|or)\s+[\w.`"[\]]{0,30}?(\w{4,40})[`"\]]?\s?(?:=|like|in\s?\()\s?(?:\?|\$1|%s|:1|@p0)/i;
const valuesBefore = /\b(?:bindings?|binds?|params?|parameters|args|values)["']?\s?[:=]\s?[[(]\s?["']?$/i;

/** What the statement around a value without a name says of it, where its name stands behind it or in an assertion. */
export class Statements {
  constructor(private readonly text: string) {}

  kindOf({ name, assigned, start, end }: Unnamed): NameKind | undefined {
    const behind = this.text.slice(end, end + reachAhead);
    const before = this.text.slice(Math.max(0, start - reachBehind), start);
    if (valuesBefore.test(before)) return this.kind(statementBehind.exec(behind)?.[1]);
    if (assigned && name !== undefined) return undefined;
    const note = noteBehind.exec(behind);
    return (
      this.kind(nameBehind.exec(behind)?.[1]) ??
      this.kind(note?.[1] ?? note?.[2]) ??
      this.asserted(before.slice(lastBreak(before) + 1), behind.slice(0, firstBreak(behind)))
    );
  }

  private kind(name: string | undefined): NameKind | undefined {
    return name === undefined ? undefined : nameKind(name);
  }

  /** The nearest name in an assertion: `assertEquals("…", json.getString("unionid"))`, `expect(unionid).toBe("…")`. */
  private asserted(before: string, behind: string): NameKind | undefined {
    const at = before.search(assertion);
    if (at < 0 || !isOpen(before.slice(at))) return undefined;
    const after = /^["'`]?\s{0,4}[,)]/.test(behind) ? this.firstKind(behind) : undefined;
    return after ?? this.lastKind(before);
  }

  private firstKind(text: string): NameKind | undefined {
    for (const [name] of text.matchAll(word)) {
      const kind = nameKind(name);
      if (kind !== undefined) return kind;
    }
    return undefined;
  }

  private lastKind(text: string): NameKind | undefined {
    let last: NameKind | undefined;
    for (const [name] of text.matchAll(word)) last = nameKind(name) ?? last;
    return last;
  }
}

/** Whether more brackets open than close. */
function isOpen(text: string): boolean {
  let depth = 0;
  for (const character of text) depth += character === '(' ? 1 : character === ')' ? -1 : 0;
  return depth > 0;
}

function lastBreak(text: string): number {
  return Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'), text.lastIndexOf(';'));
}

function firstBreak(text: string): number {
  const at = text.search(/[\r\n;]/);
  return at < 0 ? text.length : at;
}
