/** One thing the user can do about a problem. */
export interface Action {
  readonly label: string;
  run(): unknown;
}

/** A failure with a sentence for the user, in the display language, that names the next step. */
export class Problem extends Error {
  constructor(
    readonly sentence: string,
    readonly actions: readonly Action[] = [],
  ) {
    super(sentence);
    this.name = 'Problem';
  }
}

/** Nothing has failed: there is nothing to do, and the sentence says what to do first. */
export class Hint extends Problem {}
