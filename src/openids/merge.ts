import { type Cleaning } from './cleaning';
import { type FoundOpenid, type FoundOpenids } from './findings';
import { maxOpenids, TooManyOpenids } from './limits';
import { PrefixCounter } from './prefixes';

/**
 * What several texts hold together, each read for itself: what one says about its columns and keys is no word
 * on the next. The offset of an openid is that in the first text that holds it.
 *
 * @throws TooManyOpenids where they hold more than the limit together.
 */
export function mergeFound(parts: readonly FoundOpenids[], openidLimit = maxOpenids): FoundOpenids {
  const openids = new Map<string, FoundOpenid>();
  const cleaned = new Map<Cleaning | 'cut', number>();
  const prefixes = new PrefixCounter();
  let duplicates = 0;
  let cleanedValues = 0;
  for (const part of parts) {
    duplicates += part.duplicates;
    cleanedValues += part.cleanedValues;
    for (const [kind, count] of Object.entries(part.cleaned) as [Cleaning | 'cut', number][]) {
      cleaned.set(kind, (cleaned.get(kind) ?? 0) + count);
    }
    for (const found of part.openids) {
      if (openids.has(found.openid)) {
        duplicates++;
        continue;
      }
      if (openids.size === openidLimit) throw new TooManyOpenids(openidLimit);
      openids.set(found.openid, found);
      if (found.shape === 'usual') prefixes.count(found.openid);
    }
  }
  return {
    openids: [...openids.values()],
    duplicates,
    cleaned: Object.fromEntries(cleaned),
    cleanedValues,
    prefixes: prefixes.counts(),
  };
}
