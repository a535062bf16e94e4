import { setImmediate as nextTurn } from 'node:timers/promises';
import { Document } from './document';
import { Findings, type FoundOpenids } from './findings';
import { maxOpenids, maxTextLength, TooMuchText } from './limits';

/** How openids are looked for. */
export interface FindOptions {
  readonly signal?: AbortSignal;
  /** Lets other work run; called after every 256 K of text above 1 MB. */
  readonly breathe?: () => Promise<unknown>;
  /** UTF-16 units; `maxTextLength` unless told. */
  readonly textLimit?: number;
  /** Distinct openids; `maxOpenids` unless told. */
  readonly openidLimit?: number;
}

/** UTF-16 units that are read without a pause: some 10 ms, on a slow machine 50. */
const stretch = 256 * 1024;
const longestAtOnce = 1_000_000;

/**
 * Finds openids in text of any form, whole or cut out of the middle: JSON and JSON-like lists, CSV and other
 * tables, SQL, XML, URLs, logs, prose. Values named as something else (unionid, appid, secrets) are left out
 * although they may look the same; comments count as text. Linear in the length of the text.
 *
 * @throws TooMuchText, TooManyOpenids above the limits, or `signal.reason`.
 */
export async function findOpenids(text: string, options: FindOptions = {}): Promise<FoundOpenids> {
  const { signal, breathe = nextTurn, textLimit = maxTextLength, openidLimit = maxOpenids } = options;
  signal?.throwIfAborted();
  if (text.length > textLimit) throw new TooMuchText(textLimit, text.length);
  const findings = new Findings(openidLimit);
  const document = new Document(text, findings);
  const pace = text.length > longestAtOnce ? stretch : longestAtOnce;
  while (document.read(pace)) {
    await breathe();
    signal?.throwIfAborted();
  }
  return findings.result(text.length);
}
