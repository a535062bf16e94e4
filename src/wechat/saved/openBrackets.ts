export interface Bracket {
  readonly kind: '{' | '[';
  readonly start: number;
  /** What follows it begins an object or a list of JSON: it is no bracket of prose, code or a colour in a log. */
  readonly isJson: boolean;
}

const objectStart = /\{\s*["}]/y;
const listStart = /\[\s*(?:["{[\]]|true|false|null|-?[\d.]+\s*[,\]])/y;

/** Brackets that wait for their end. Counts by kind keep a text full of stray ends from being slow. */
export class OpenBrackets {
  private readonly brackets: Bracket[] = [];
  private readonly counts = { '{': 0, '[': 0 };

  constructor(private readonly text: string) {}

  get innermost(): Bracket | undefined {
    return this.brackets.at(-1);
  }

  get holdsObject(): boolean {
    return this.brackets.some(({ kind, isJson }) => isJson && kind === '{');
  }

  open(kind: Bracket['kind'], start: number): void {
    const expected = kind === '{' ? objectStart : listStart;
    expected.lastIndex = start;
    this.brackets.push({ kind, start, isJson: expected.test(this.text) });
    this.counts[kind]++;
  }

  /** The latest open bracket of this kind; those opened after it never end. */
  close(kind: Bracket['kind']): Bracket | undefined {
    if (this.counts[kind] === 0) return undefined;
    for (let last = this.brackets.pop(); last; last = this.brackets.pop()) {
      this.counts[last.kind]--;
      if (last.kind === kind) return last;
    }
    return undefined;
  }
}
