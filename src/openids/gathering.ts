import { Findings, type FoundOpenids } from './findings';
import { maxOpenids } from './limits';
import { cleanOpenid } from './openid/cleaning';

/**
 * The openids of a list of which every entry is known to be one: each is cleaned and none is judged, so that
 * `unionid` or `x` is as good as any. The offset of an openid is the index of its entry; empty entries are none.
 *
 * @throws TooManyOpenids above the limit.
 */
export function gatherOpenids(entries: readonly string[], openidLimit = maxOpenids): FoundOpenids {
  const findings = new Findings(openidLimit);
  entries.forEach((entry, index) => {
    const { openid, shape, cleaned } = cleanOpenid(entry);
    if (openid !== '') findings.add({ openid, offset: index, shape }, cleaned);
  });
  return findings.result(0);
}

/**
 * What several texts hold together, each read for itself: what one says about its columns and keys is no word
 * on the next. The offset of an openid is that in the first text that holds it.
 *
 * @throws TooManyOpenids where they hold more than the limit together.
 */
export function mergeFound(parts: readonly FoundOpenids[], openidLimit = maxOpenids): FoundOpenids {
  const findings = new Findings(openidLimit);
  for (const part of parts) findings.include(part);
  return findings.result(0);
}
