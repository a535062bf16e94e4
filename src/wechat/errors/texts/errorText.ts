import { type Localized } from '../../language';

/** Why an error comes, and the one thing to do about it. `{ip}` and `{status}` are filled in. */
export interface ErrorText {
  readonly cause: Localized;
  readonly nextStep: Localized;
}

/** What a code means where certain APIs answer it. */
export interface ErrorElsewhere extends ErrorText {
  /** Paths; one that ends in a slash stands for all below it. */
  readonly at: readonly [string, ...string[]];
}

export interface ErrorMeanings extends ErrorText {
  readonly elsewhere?: readonly ErrorElsewhere[];
}

/** Texts by errcode. */
export type ErrorTexts = Readonly<Record<number, ErrorMeanings>>;
