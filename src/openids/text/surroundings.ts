import { Binds } from '../tables/binds';
import { type Mentions } from './names/mentions';
import { Choices } from './names/choices';
import { type NameKind, type Names } from './names/names';
import { Pairs } from './names/pairs';
import { Statements } from './sentences/statement';
import { type Unnamed } from './unnamed';

/** UTF-16 units; nothing further away says anything. */
const reachBehind = 1000;
const reachAhead = 400;

/** What is said of a value by names that do not stand directly before it. */
export class Surroundings {
  readonly pairs: Pairs;
  readonly binds: Binds;
  readonly choices: Choices;
  private readonly statements: Statements;

  constructor(
    text: string,
    names: Names,
    private readonly mentions: Mentions,
  ) {
    this.pairs = new Pairs(text, names);
    this.binds = new Binds(text);
    this.choices = new Choices(text);
    this.statements = new Statements(text);
  }

  kindOf(value: Unnamed): NameKind | undefined {
    if (!this.mentions.between(value.start - reachBehind, value.end + reachAhead)) return undefined;
    return (
      this.pairs.kindOf(value) ??
      this.statements.kindBound(value) ??
      this.binds.kindOf(value) ??
      this.statements.kindOf(value)
    );
  }
}
