export type BracketKind = '{' | '[';

const objectStart = /\{\s*["}]/y;
const listStart = /\[\s*(?:["{[\]]|true|false|null|-?[\d.]+\s*[,\]])/y;

const isJson = 1;
const isObject = 2;

/**
 * Brackets that wait for their end. Counts by kind keep a text full of stray ends from being slow, and one number
 * a bracket keeps a text full of beginnings from filling the memory.
 */
export class OpenBrackets {
  /** Where each begins, four times, and what it is. */
  private readonly brackets: number[] = [];
  private readonly counts = { '{': 0, '[': 0 };

  constructor(private readonly text: string) {}

  /** What follows the innermost begins an object or a list of JSON: it is no bracket of prose, code or a colour. */
  get isInnermostJson(): boolean {
    return (this.brackets.at(-1) ?? 0) % isObject === isJson;
  }

  open(kind: BracketKind, start: number): void {
    const expected = kind === '{' ? objectStart : listStart;
    expected.lastIndex = start;
    const what = (expected.test(this.text) ? isJson : 0) + (kind === '{' ? isObject : 0);
    this.brackets.push(start * 4 + what);
    this.counts[kind]++;
  }

  /** The latest open bracket of this kind; those opened after it never end. */
  close(kind: BracketKind): { readonly start: number; readonly isJson: boolean } | undefined {
    if (this.counts[kind] === 0) return undefined;
    for (let last = this.brackets.pop(); last !== undefined; last = this.brackets.pop()) {
      const what = last % 4;
      const closed = what < isObject ? '[' : '{';
      this.counts[closed]--;
      if (closed === kind) return { start: (last - what) / 4, isJson: what % isObject === isJson };
    }
    return undefined;
  }
}
