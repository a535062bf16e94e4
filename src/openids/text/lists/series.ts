import { openidPrefix } from '../../openid/shape';
import { type LeftOutKind } from '../../findings';
import { type NeverKind } from '../names/names';

const longestGap = 12;
/** UTF-16 units of a line in which a value is known again. */
const longestLine = 1000;
/** What stands between one value of a series and the next, on one line or several. */
const gap =
  /^["'`\]]{0,2}(?:[ \t]*[,，、;；|/+][ \t]*[\r\n]*|[ \t]+|[ \t]*[\r\n]+)[ \t]*(?:(?:和|与|與|及|以及|and|or|\d{1,4}[.)、])[ \t]{0,2})?["'`]?$|^(?:和|与|與|及|以及)$/;

/** Words that say that the value before became the one behind, which another Open Platform account may have given. */
const change =
  /^["'`\])]{0,2}\s{0,2}[,，]?\s?(?:(?:变|變|改|换|換|更新|修改|变更|變更)(?:成|为|為|到)了?|(?:but )?(?:actual|got)\b)[\s:：]{0,3}["'`([]{0,2}$/;
const to = /^["'`]?\s(?:in)?to\s["'`]?$/;
const from = /\bfrom\s["'`]?$/i;

/**
 * Values that follow one another without names of their own are what the first was said to be: `unionid: …, …`. They
 * begin alike, since they belong to one Open Platform account; an openid after a unionid begins otherwise.
 */
export class Series {
  private kind: NeverKind | undefined;
  private prefix = '';
  private start = -1;
  private end = -1;

  constructor(private readonly text: string) {}

  /** A value was left out by its name. */
  begin(kind: LeftOutKind, start: number, end: number): void {
    this.kind = kind === 'otherColumn' || kind === 'notOpenid' ? undefined : kind;
    this.prefix = openidPrefix(this.text.slice(start, end));
    this.start = start;
    this.end = end;
  }

  /** What a value at `start` is, if it goes on where the last was left out. */
  kindAt(start: number): NeverKind | undefined {
    const { text, end } = this;
    if (end < 0 || start < end || start - end > longestGap) return undefined;
    const between = text.slice(end, start);
    const goesOn = text.startsWith(this.prefix, start) && gap.test(between);
    return goesOn || change.test(between) || (to.test(between) && this.isFrom) ? this.kind : undefined;
  }

  /**
   * What the value between these places is, if it is the last that was left out, once more on the same line: Django logs
   * `… "unionid" = '…'; args=('…',)`.
   */
  kindAgain(start: number, end: number): NeverKind | undefined {
    const { text } = this;
    if (this.end < 0 || start < this.end || start - this.end > longestLine) return undefined;
    const isSame =
      end - start === this.end - this.start && text.startsWith(text.slice(start, end), this.start);
    return isSame && !/[\r\n]/.test(text.slice(this.end, start)) ? this.kind : undefined;
  }

  /** Whether the last value was said to be what another came from. */
  private get isFrom(): boolean {
    return from.test(this.text.slice(Math.max(0, this.start - longestGap), this.start));
  }
}
