import { isUsual } from '../openid/shape';
import { type GoverningName } from './names/governingName';
import { type Markup } from './markup';
import { type NameKind, type NeverKind } from './names/names';
import { type Nesting } from './lists/nesting';
import { type Shared } from './shared';
import { type Surroundings } from './surroundings';

/** Judges the words of a text by the names around them, of which the nearest says most. */
export class Judge {
  /** What the last name was that ruled a list out. */
  private ruledOutBy: NeverKind = 'unionid';

  constructor(
    private readonly shared: Shared,
    private readonly name: GoverningName,
    private readonly nesting: Nesting,
    private readonly markup: Markup,
    private readonly around: Surroundings,
  ) {}

  /** What is in the list or object that opens is ruled out by `kind`. */
  ruleOut(kind: NeverKind): void {
    this.ruledOutBy = kind;
  }

  /**
   * Takes a word or leaves it out; whether the name before it goes on to govern what stands below. `invisible` says
   * that it holds characters that nobody sees.
   */
  word(start: number, end: number, invisible: boolean): boolean {
    const { name, nesting } = this;
    const { text, values } = this.shared;
    const mayBeUsual = invisible || isUsual(text, start, end);
    if (!mayBeUsual && !name.promises) return false;
    const kind = name.kind ?? (mayBeUsual ? this.kindAround(start, end) : undefined);
    if (kind !== undefined && kind !== 'openid') {
      values.leaveOut(kind, start, end);
      return name.heading;
    }
    if (mayBeUsual) {
      const isNamed = kind === 'openid' || nesting.kind === 'every';
      if (isNamed ? values.takeUsual(start, end) : values.takeFree(start, end)) return false;
    }
    if (name.kind === 'openid' && name.promises) values.take(start, end, 'plausible');
    return false;
  }

  /** What a value is of which the name before it says nothing. */
  kindAround(start: number, end: number): NameKind | undefined {
    const { name, nesting } = this;
    if (nesting.kind === 'none') return this.ruledOutBy;
    const named = this.markup.kindAt(start) ?? this.shared.values.series.kindAt(start);
    if (named !== undefined) return named;
    const { assigned, present } = name;
    const word = present ? name.word : undefined;
    return this.around.kindOf({ start, end, name: word, assigned, depth: nesting.depth });
  }
}
