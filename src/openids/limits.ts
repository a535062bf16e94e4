/** UTF-16 units of text, about 100 MB of ASCII. */
export const maxTextLength = 100_000_000;

/** Openids that one text or list may hold. */
export const maxOpenids = 1_000_000;

/** The text is longer than `findOpenids` reads. The message is English; texts for people go by `limit`. */
export class TooMuchText extends Error {
  override readonly name = 'TooMuchText';

  constructor(
    /** UTF-16 units. */
    readonly limit: number,
    readonly length: number,
  ) {
    super(`The text has ${length} characters, more than ${limit}.`);
  }
}

/** The text holds more distinct openids than one batch takes. Texts for people go by `limit`. */
export class TooManyOpenids extends Error {
  override readonly name = 'TooManyOpenids';

  constructor(readonly limit: number) {
    super(`The text holds more than ${limit} openids.`);
  }
}
