import type * as vscode from 'vscode';
import type { Shown } from './api/state';

/** What to do with a question: all of a question that fits, as a text holds it or a pattern matches it. */
type Pattern = string | RegExp;

/** How a person reacts to one question. */
export type Reaction =
  | { readonly kind: 'choose'; readonly labels: readonly string[]; readonly typed?: string }
  | { readonly kind: 'type'; readonly texts: readonly string[] }
  | { readonly kind: 'name'; readonly uris: readonly vscode.Uri[] }
  | { readonly kind: 'back' }
  | { readonly kind: 'press'; readonly button: string }
  | { readonly kind: 'close' };

interface Expected {
  readonly pattern: Pattern;
  readonly reaction: Reaction;
}

/**
 * Who sits in front of the fake window. A test says beforehand how each question is answered, each once; a question
 * that it did not foresee is closed, and `check` tells of it, as of an answer that was never needed.
 */
export class Person {
  private expected: Expected[] = [];
  private faults: string[] = [];

  /** Takes a button or an item by its label; `typed` is typed into a picker's filter before. */
  chooses(question: Pattern, label: string | readonly string[], typed?: string): this {
    const labels = typeof label === 'string' ? [label] : label;
    return this.will(question, { kind: 'choose', labels, ...(typed !== undefined && { typed }) });
  }

  /** Types into an input box and presses Enter; the next text follows where the one before is refused. */
  types(question: Pattern, ...texts: readonly string[]): this {
    return this.will(question, { kind: 'type', texts });
  }

  /** Names files in a dialog that opens or saves. */
  names(dialog: Pattern, ...uris: readonly vscode.Uri[]): this {
    return this.will(dialog, { kind: 'name', uris });
  }

  goesBack(question: Pattern): this {
    return this.will(question, { kind: 'back' });
  }

  /** Presses a button in the title of a box, by its tooltip. */
  presses(question: Pattern, button: string): this {
    return this.will(question, { kind: 'press', button });
  }

  closes(question: Pattern): this {
    return this.will(question, { kind: 'close' });
  }

  /** For the fake: the reaction to what is shown now. */
  reactTo(shown: Shown): Reaction {
    const index = this.expected.findIndex(({ pattern }) => fits(shown.text, pattern));
    const [found] = index < 0 ? [] : this.expected.splice(index, 1);
    if (found) return found.reaction;
    // A notification may be left alone; what stands in the way may not.
    if (shown.isModal) this.blames(`Nobody answers:\n${shown.text}\n[${shown.choices.join('] [')}]`);
    return { kind: 'close' };
  }

  /** For the fake: what a person was told to do cannot be done. */
  blames(fault: string): void {
    this.faults.push(fault);
  }

  /** @throws where a question had no answer, or an answer no question */
  check(): void {
    const unasked = this.expected.map(({ pattern }) => `Nobody asked: ${String(pattern)}`);
    const faults = [...this.faults, ...unasked];
    this.reset();
    if (faults.length > 0) throw new Error(faults.join('\n\n'));
  }

  reset(): void {
    this.expected = [];
    this.faults = [];
  }

  private will(pattern: Pattern, reaction: Reaction): this {
    this.expected.push({ pattern, reaction });
    return this;
  }
}

function fits(text: string, pattern: Pattern): boolean {
  return typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text);
}

/** The one person of the fake window. */
export const person = new Person();
