import { kindAsserted } from './assertion';
import { nameOfSecond } from './joined';
import { nameKind, type NameKind } from '../names/names';
import { keyNamedBehind, nameComparedBehind, nameExpectedBefore, nameSaidBefore } from './sayings';
import { type Unnamed } from '../unnamed';

/** UTF-16 units on either side of a value that are looked at. */
const reachBehind = 200;
const reachAhead = 200;

/** The rest of a string, and what may follow it before its name: `"…" == user.unionid`, `'…' AS unionid`. */
const nameBehind =
  /^["'`\])}>\\]{0,4}[ \t]{0,4}(?:\)?\s{0,4}(?:as|is(?:\s+(?:the|a|his|her|their))?)\s+|={2,3}|!={1,2}|<>|=(?!=)|\.\s?(?:equals?(?:IgnoreCase)?|eq|compareTo|localeCompare|should\.\w+(?:\.\w+)?)\s?\(|<-|←|(?:[这那這](?:个|個)?|它)?就?是|为|為)\s{0,4}(?:[\w$]{1,30}(?:\(\))?(?:\.|->|::|\[|\()){0,4}["'`[(]{0,3}([\w-]{4,40})(?![\w-]|["'`\]]{0,2}\s?[:=](?!=))/i;

/** A note that is only the name: `… (unionid)`, `… // unionid`. */
const noteBehind =
  /^["'`,;]{0,3}[ \t]{0,8}(?:[(（[【]\s?([\w -]{4,40}?)\s?[)）\]】]|(?:\/\/|#|--|\/\*)\s?([\w -]{4,40}?)\s?(?:\*\/|\r|\n|$))/;

/** What a program assigns has notes of many kinds, of which a sentence may speak of somebody else. */
const nameAlone = /^\w+(?: id)?$/i;

/** Values of a statement may be named before it: `bindings: ['…'], sql: 'select … where unionid = ?'`. */
const statementBehind =
  /\b(?:where|and|set|or)\s+[\w.`"[\]]{0,30}?(\w{4,40})[`"\]]?\s?(?:=|like|in\s?\()\s?(?:\?|\$1|%s|:1|@p0)/i;
const valuesBefore = /\b(?:bindings?|binds?|params?|parameters|args|values)["']?\s?[:=]\s?[[(]\s?["']?$/i;

/** SQL Server gives its parameters names: `… WHERE UnionId = @p0 … @p0=N'…'`. */
const parameterBefore = /@(\w{1,40})\s?=\s?N?["']?$/i;
/** UTF-16 units between a parameter and what it is compared with. */
const reachParameter = 1000;

/** What the statement around a value without a name says of it, where its name stands behind it or in an assertion. */
export class Statements {
  constructor(private readonly text: string) {}

  kindOf({ name, assigned, start, end }: Unnamed): NameKind | undefined {
    const behind = this.text.slice(end, end + reachAhead);
    const before = this.text.slice(Math.max(0, start - reachBehind), start);
    const note = noteBehind.exec(behind);
    if (assigned && name !== undefined) {
      const parameter = parameterBefore.exec(before)?.[1];
      if (parameter !== undefined) return this.kind(this.comparedWith(parameter, start, end));
      return this.kind(nameAlone.exec(note?.[2] ?? '')?.[0]) ?? this.kind(nameExpectedBefore(before));
    }
    return (
      this.kind(keyNamedBehind(behind)) ??
      this.kind(nameOfSecond(before)) ??
      this.kind(nameSaidBefore(before)) ??
      this.kind(nameExpectedBefore(before)) ??
      this.kind(nameComparedBehind(before, behind)) ??
      this.kind(nameBehind.exec(behind)?.[1]) ??
      this.kind(note?.[1] ?? note?.[2]) ??
      kindAsserted(before.slice(lastBreak(before) + 1), behind.slice(0, firstBreak(behind)))
    );
  }

  /** What a value in front of its statement is: on one line the two say more than a statement above. */
  kindBound({ start, end }: Unnamed): NameKind | undefined {
    const before = this.text.slice(Math.max(0, start - reachBehind), start);
    if (!valuesBefore.test(before)) return undefined;
    const behind = this.text.slice(end, end + reachAhead);
    return this.kind(statementBehind.exec(behind.slice(0, firstBreak(behind)))?.[1]);
  }

  /** The name with which a statement around a value compares the parameter that has it, or to which it sets it. */
  private comparedWith(parameter: string, start: number, end: number): string | undefined {
    const around = this.text.slice(Math.max(0, start - reachParameter), end + reachParameter);
    const pattern = new RegExp(
      String.raw`([A-Za-z_]\w{3,39})[\]"\x60)]?\s?(?:=|like)\s?@${parameter}\b`,
      'i',
    );
    return pattern.exec(around)?.[1];
  }

  private kind(name: string | undefined): NameKind | undefined {
    return name === undefined ? undefined : nameKind(name);
  }
}

function lastBreak(text: string): number {
  return Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'), text.lastIndexOf(';'));
}

function firstBreak(text: string): number {
  const at = text.search(/[\r\n;]/);
  return at < 0 ? text.length : at;
}
