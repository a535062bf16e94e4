import { HtmlTable } from '../tables/htmlTable';
import { type GoverningName } from './names/governingName';
import { type NameKind } from './names/names';
import { closingAt } from './quotes';
import { longestValue, type Values } from './values';

/** An element that its name rules out is passed over as a whole, up to this many UTF-16 units. */
const longestElement = 2000;
const longestTag = 1000;

const lessThan = 0x3c;

/** From an end tag to the next text, in another element of the same row: `<key>unionid</key><string>…`. */
const toNextText =
  /[^<>]{0,80}>(?:\s|[:：]|&nbsp;|<(?!\/?t(?:r|able|head|body)\b)\/?\w[^<>]{0,200}>){0,20}(?:<!\[CDATA\[)?/iy;

/** Reads the elements of XML and HTML of which the name says what is in them. */
export class Markup {
  private readonly table: HtmlTable;
  private noEndBefore = 0;
  /** The name of the start tag that is not yet at its end. */
  private tagStart = -1;
  private tagEnd = -1;
  /** Where the text stands that an element before it names, and as what. */
  private valueAt = -1;
  private valueKind: NameKind | undefined;

  constructor(
    private readonly text: string,
    private readonly values: Values,
  ) {
    this.table = new HtmlTable(text, values);
  }

  /** Told of each name of a start tag; returns where to go on, if what follows is read or ruled out by that. */
  startTag(start: number, end: number): number | undefined {
    this.tagStart = start;
    this.tagEnd = end;
    return this.table.tag(start, end);
  }

  /**
   * At a `>`, which may end a start tag: from there on the name of the element governs, whatever attributes it has,
   * unless one of these is a known name (`<string name="unionid">`). Returns as `startTag` does.
   */
  endOfStartTag(at: number, end: number, name: GoverningName): number | undefined {
    const { tagStart, tagEnd } = this;
    if (tagStart < 0) return undefined;
    this.tagStart = -1;
    if (at - tagEnd > longestTag || this.text[at - 1] === '/') return undefined;
    if (at > tagEnd && (!name.present || name.kind === undefined)) name.set(tagStart, tagEnd);
    return this.content(name, end);
  }

  /** At the name of an end tag or another word after a slash, before which an element may have ended that is all name. */
  endTag(start: number, name: GoverningName): void {
    if (this.text.charCodeAt(start - 2) !== lessThan) return;
    this.tagStart = -1;
    if (!name.endsBefore(start - 2) || name.kind === undefined) return;
    toNextText.lastIndex = start;
    if (!toNextText.test(this.text)) return;
    this.valueAt = toNextText.lastIndex;
    this.valueKind = name.kind;
  }

  /** What an element before it says of the value at `start`. */
  kindAt(start: number): NameKind | undefined {
    return start === this.valueAt || start === this.valueAt + 1 ? this.valueKind : undefined;
  }

  private content(name: GoverningName, start: number): number | undefined {
    const { kind } = name;
    if (kind === 'openid') return this.value(start);
    if (kind !== 'unionid' || !name.isElement) return undefined;
    const end = this.elementEnd(name.word, start);
    if (end !== undefined) this.values.leaveOut(kind, start, end);
    return end;
  }

  private value(start: number): number | undefined {
    const cdata = this.text.startsWith('<![CDATA[', start);
    const from = cdata ? start + 9 : start;
    const closing = closingAt(this.text, cdata ? ']]>' : '<', from, longestValue);
    return closing >= 0 && this.values.take(from, closing, 'named') ? closing : undefined;
  }

  private elementEnd(name: string, start: number): number | undefined {
    if (start < this.noEndBefore) return undefined;
    const closing = this.text.slice(start, start + longestElement).indexOf(`</${name}`);
    if (closing >= 0) return start + closing;
    // Looking that far ahead again and again would not be linear.
    this.noEndBefore = start + longestElement;
    return undefined;
  }
}
