import { type Localized } from '../../language';

/** Why an error comes, and the one thing to do about it. `{ip}` and `{status}` are filled in. */
export interface ErrorText {
  readonly cause: Localized;
  readonly nextStep: Localized;
}

/** Texts by errcode. */
export type ErrorTexts = Readonly<Record<number, ErrorText>>;
