import { type LocatedOpenid, locateOpenid } from './cleaning';
import { isNamelessBesideOpenid } from './cutEdges';
import { type Hits } from './findings';
import { type Names } from './names';
import { holdsUsualOpenid, usualLength } from './shape';

/** Which odd values count: any that is one piece, or only those that can hardly be a word of prose or code. */
type OddRule = 'any' | 'plausible';

/** UTF-16 units; what is longer is not one value but text of its own. */
export const longestValue = 200;
const longestOdd = 128;

/** Signs of text within the value: a sentence of JSON, a query, an escape. A stray bracket is only dirt. */
const structure = /["'`:=%&\\]/;
const plausible = /^(?=.*\d)[A-Za-z0-9_-]{16,}$/;
const piece = new RegExp(`^[A-Za-z0-9_-]{1,${usualLength - 1}}$`);
/** The id of an account, which callbacks carry in the same fields as openids. */
const originalId = /^gh_[\da-f]{12}$/;

/** Judges values whose bounds the form of the text gives: strings, cells, contents of elements. */
export class Values {
  constructor(
    private readonly text: string,
    private readonly hits: Hits,
    private readonly names: Names,
  ) {}

  isUsual(start: number, end: number): boolean {
    return end - start <= longestValue && locateOpenid(this.text, start, end).shape === 'usual';
  }

  /** Takes the value if it is of the usual shape once cleaned. */
  takeUsual(start: number, end: number): boolean {
    if (end - start > longestValue) return false;
    const found = locateOpenid(this.text, start, end);
    if (found.shape === 'usual') this.add(found);
    return found.shape === 'usual';
  }

  /** Takes the value as an openid, also an odd one; `false` if it is none but may hold some. */
  take(start: number, end: number, odd: OddRule): boolean {
    if (end - start > longestValue) return false;
    const found = locateOpenid(this.text, start, end);
    const { openid, shape } = found;
    if (shape === 'usual') this.add(found);
    else if (openid.length > longestOdd || structure.test(openid) || holdsUsualOpenid(openid)) return false;
    else if (odd === 'plausible' && !plausible.test(openid)) return false;
    else if (this.isPiece(found)) this.hits.addCut();
    else if (this.canBeOpenid(openid)) this.add(found);
    return true;
  }

  private canBeOpenid(openid: string): boolean {
    if (openid === '' || originalId.test(openid)) return false;
    return /\d/.test(openid) || this.names.kindOf(openid) === undefined;
  }

  /** A selection may begin or end within an openid; such a piece must not pass for an odd one. */
  private isPiece({ openid, start, end }: LocatedOpenid): boolean {
    if (!piece.test(openid)) return false;
    return start === 0 || (end === this.text.length && openid.startsWith('o'));
  }

  private add({ openid, shape, cleaned, start, end }: LocatedOpenid): void {
    if (isNamelessBesideOpenid(this.text, start, end)) this.hits.addCut();
    else this.hits.add({ openid, offset: start, shape }, cleaned, end);
  }
}
