import { columnRules, type ColumnRule } from './columns';
import { type Values } from '../text/values';

/** UTF-16 units. */
const longestTag = 200;
const longestName = 200;
const longestCell = 2000;
const mostColumns = 1000;

/** Follows the rows of an HTML table, of which the first that holds a known name names the columns. */
export class HtmlTable {
  private names: string[] = [];
  private rules: readonly ColumnRule[] | undefined;
  private column = 0;
  private noEndBefore = 0;

  constructor(
    private readonly text: string,
    private readonly values: Values,
  ) {}

  /** Told of each name of a start tag; returns where to go on, if its cell is read or ruled out by its column. */
  tag(start: number, end: number): number | undefined {
    if (end - start !== 2 && end - start !== 5) return undefined;
    switch (this.text.slice(start, end).toLowerCase()) {
      case 'table':
        this.names = [];
        this.rules = undefined;
        return undefined;
      case 'tr':
        if (this.names.length > 0) this.rules ??= columnRules(this.names);
        this.names = [];
        this.column = 0;
        return undefined;
      case 'th':
      case 'td':
        return this.cell(end);
      default:
        return undefined;
    }
  }

  private cell(at: number): number | undefined {
    const content = this.text.slice(at, at + longestTag).indexOf('>') + at + 1;
    if (content === at) return undefined;
    const rule = this.rules?.[this.column++];
    if (this.rules === undefined) this.addName(content);
    return rule === undefined || rule === 'text' || rule === 'list' ? undefined : this.read(content, rule);
  }

  private addName(content: number): void {
    if (this.names.length === mostColumns) return;
    const [name = ''] = this.text.slice(content, content + longestName).split(/<\/t[hd]/i, 1);
    this.names.push(name.replace(/<[^<>]*>/g, '').trim());
  }

  private read(content: number, rule: Exclude<ColumnRule, 'text' | 'list'>): number | undefined {
    if (content < this.noEndBefore) return undefined;
    const length = this.text.slice(content, content + longestCell).search(/<\/t[hd]/i);
    if (length < 0) {
      // Looking that far ahead again and again would not be linear.
      this.noEndBefore = content + longestCell;
      return undefined;
    }
    const end = content + length;
    if (rule !== 'openid') {
      this.values.leaveOut(rule, content, end);
      return end;
    }
    const isPlain = !this.text.slice(content, end).includes('<');
    return isPlain && this.values.take(content, end, 'plausible') ? end : undefined;
  }
}
