import { type GoverningName } from './governingName';
import { HtmlTable } from './htmlTable';
import { closingAt } from './quotes';
import { longestValue, type Values } from './values';

/** An element that its name rules out is passed over as a whole, up to this many UTF-16 units. */
const longestElement = 2000;

/** Reads the elements of XML and HTML of which the name says what is in them. */
export class Markup {
  private readonly table: HtmlTable;
  private noEndBefore = 0;

  constructor(
    private readonly text: string,
    private readonly values: Values,
  ) {
    this.table = new HtmlTable(text, values);
  }

  /** Told of each name of a start tag; returns where to go on, if what follows is read or ruled out by that. */
  tag(start: number, end: number): number | undefined {
    return this.table.tag(start, end);
  }

  /** The content of the element `name`, from just past its tag; returns as `tag` does. */
  content(name: GoverningName, start: number): number | undefined {
    if (name.kind === 'openid') return this.value(start);
    return name.isUnionid ? this.elementEnd(name.word, start) : undefined;
  }

  private value(start: number): number | undefined {
    const cdata = this.text.startsWith('<![CDATA[', start);
    const from = cdata ? start + 9 : start;
    const closing = closingAt(this.text, cdata ? ']]>' : '<', from, longestValue);
    return closing >= 0 && this.values.take(from, closing, 'any') ? closing : undefined;
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
