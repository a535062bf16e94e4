/**
 * `empty`: nothing stands in the file; `noOpenids`: no column or key holds any; `onlyUnionids`: the same, but some is
 * named like a unionid; `list`: openids stand in a list, where nothing can be added to them; `invalidJson`: the text
 * is no JSON from `line` on.
 */
export type EnrichingFault = 'empty' | 'noOpenids' | 'onlyUnionids' | 'list' | 'invalidJson';

/** A file to which nothing can be added. The message is English; texts for people go by `fault`. */
export class NotEnrichable extends Error {
  override readonly name = 'NotEnrichable';

  constructor(
    readonly fault: EnrichingFault,
    /** From 1. */
    readonly line?: number,
  ) {
    super(`Nothing can be added to the file: ${fault}.`);
  }
}
