import { type LocatedOpenid, locateOpenid } from '../openid/cleaning';
import { isPieceOfBase64, readsAsWords } from '../openid/randomness';
import { afterSign, holdsUsualOpenid, isUsual, usualLength, usualOpenidsIn } from '../openid/shape';
import { type Hits, type LeftOutKind } from '../findings';
import { isNamelessBesideOpenid } from './cutEdges';
import { Series } from './lists/series';
import { isName } from './names/names';

/**
 * Which odd values count: any that is one piece, as the items of a list; what can be an openid, under its name; or
 * only those that can hardly be a word of prose or code.
 */
export type OddRule = 'any' | 'named' | 'plausible';

/** UTF-16 units; what is longer is not one value but text of its own. */
export const longestValue = 200;
const longestOdd = 128;

/** Signs of text within the value: a sentence of JSON, a query, an escape. A stray bracket is only dirt. */
const structure = /["'`:=%&\\]/;
const plausible = /^(?=.*\d)[A-Za-z0-9_-]{16,}$/;
const piece = new RegExp(`^[A-Za-z0-9_-]{1,${usualLength - 1}}$`);
/** The id of an account, which callbacks carry in the same fields as openids. */
const originalId = /^gh_[\da-f]{12}$/;

const oneWord = /^[A-Za-z0-9_-]+$/;
/** An openid into which something got, or two that grew together: better asked about than lost. */
const damaged = /^[\x21-\x7e]{20,}$/;
const somethingSaid = /[\p{L}\p{N}\p{Cs}]/u;
const programWord =
  /^(?:function|string|str|text|varchar|n?char|int|integer|number|object|array|bool|boolean|true|false|null|nil|none|nan|undefined|empty|unknown|any|void|required|optional|value|anonymous|test|demo|example|self|this|n\/?a)$/i;
const placeholder =
  /^(?:the|my|your|user|users|fans|wx|wechat|test|demo|some)?[_-]?(?:user)?[_-]?open[_-]?id[_-]?(?:here|value|string|of[\w-]+)?$|[xX]{6}$/i;
const letterX = 0x78;

/** Operators that stand in lists of conditions: `['openid' => ['in', ['…']]]`. */
const operatorWord = /^(?:[=<>!]{1,3}|n?in|neq?|eq|not ?in|(?:not )?(?:like|between)|exp)$/i;

/** Judges values whose bounds the form of the text gives: strings, cells, contents of elements. */
export class Values {
  /** What the value that was last left out says of those behind it. */
  readonly series: Series;
  /** Where the part ends that is being read. */
  private until = Number.MAX_SAFE_INTEGER;

  constructor(
    private readonly text: string,
    private readonly hits: Hits,
  ) {
    this.series = new Series(text);
  }

  /** Takes nothing beyond `end` while `read` reads a part of the text: what is opened there may be closed far behind. */
  within(end: number, read: () => void): void {
    const { until } = this;
    this.until = Math.min(end, until);
    read();
    this.until = until;
  }

  /** Whether it is an openid by its looks alone. */
  looksRandom(start: number, end: number): boolean {
    if (end - start > longestValue) return false;
    const { openid, shape } = locateOpenid(this.text, start, end);
    return shape === 'usual' && !readsAsWords(openid);
  }

  /** Takes the value if it is of the usual shape once cleaned. */
  takeUsual(start: number, end: number): boolean {
    if (!this.isOneValue(start, end)) return false;
    const found = locateOpenid(this.text, afterSign(this.text, start, end), end);
    if (found.shape === 'usual') this.add(found, true);
    return found.shape === 'usual';
  }

  /** Takes a word of free text if nothing but an openid looks so. */
  takeFree(start: number, end: number): boolean {
    if (end > this.until) return false;
    const found = locateOpenid(this.text, start, end);
    if (found.shape !== 'usual') return false;
    if (readsAsWords(found.openid) || isPieceOfBase64(this.text, start, end)) return false;
    const kind = this.series.kindAgain(start, end);
    if (kind !== undefined) {
      this.leaveOut(kind, start, end);
      return true;
    }
    this.add(found, false);
    return true;
  }

  /** Takes the value as an openid, also an odd one; `false` if it is none but may hold some. */
  take(start: number, end: number, odd: OddRule): boolean {
    if (!this.isOneValue(start, end)) return false;
    const found = locateOpenid(this.text, afterSign(this.text, start, end), end);
    const { openid, shape } = found;
    if (shape === 'usual') this.add(found, true);
    else if (openid.length > longestOdd || structure.test(openid) || holdsUsualOpenid(openid)) {
      if (odd === 'named' && !holdsUsualOpenid(openid)) this.hits.leaveOut('notOpenid', '', start, this.text);
      return false;
    } else if (odd === 'plausible' && !plausible.test(openid)) return false;
    else if (this.isPiece(found)) this.hits.addCut();
    else this.takeOdd(found, odd);
    return true;
  }

  /** Leaves out the openids' likes in a part of the text which a name rules out. */
  leaveOut(kind: LeftOutKind, from: number, to: number): void {
    const end = Math.min(to, this.until);
    const start = afterSign(this.text, from, end);
    if (isUsual(this.text, start, end)) {
      this.hits.leaveOut(kind, this.text.slice(start, end), start, this.text);
      this.series.begin(kind, start, end);
    } else if (end - start > usualLength) {
      for (const { value, at } of usualOpenidsIn(this.text.slice(start, end)))
        this.hits.leaveOut(kind, value, start + at, this.text);
    }
  }

  private isOneValue(start: number, end: number): boolean {
    return end - start <= longestValue && end <= this.until;
  }

  private takeOdd(found: LocatedOpenid, odd: OddRule): void {
    const { openid, start } = found;
    if (openid === '' || originalId.test(openid) || operatorWord.test(openid) || isName(openid)) return;
    const can = odd === 'named' ? canBeOpenid(openid) : somethingSaid.test(openid);
    if (can) this.add(found, true);
    else this.hits.leaveOut('notOpenid', '', start, this.text);
  }

  /** A selection may begin or end within an openid; such a piece must not pass for an odd one. */
  private isPiece({ openid, start, end }: LocatedOpenid): boolean {
    if (!piece.test(openid)) return false;
    return start === 0 || (end === this.text.length && openid.startsWith('o'));
  }

  /** Whether it ends as the stand-ins of manuals do, `oXXXXXXXXXXXXXXXXXXXXXXXXXXX`; asked of every openid. */
  private isStandIn(openid: string): boolean {
    return (openid.charCodeAt(openid.length - 1) | 0x20) === letterX && placeholder.test(openid);
  }

  private add({ openid, shape, cleaned, start, end }: LocatedOpenid, named: boolean): void {
    if (isNamelessBesideOpenid(this.text, start, end)) this.hits.addCut();
    else if (named && this.isStandIn(openid)) this.hits.leaveOut('notOpenid', '', start, this.text);
    else this.hits.add({ openid, offset: start, shape }, cleaned, end, this.text);
  }
}

/** Whether what a name calls an openid may be one: no word of a program or of a language, no stand-in of a manual. */
function canBeOpenid(value: string): boolean {
  if (!oneWord.test(value) && !damaged.test(value)) return false;
  return !programWord.test(value) && !placeholder.test(value);
}
