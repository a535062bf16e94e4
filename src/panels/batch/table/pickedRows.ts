import { type Picked } from '../../../protocol/views/batchView';
import { outcomeKinds } from '../../../protocol/views/profileView';
import { type RowFacts } from './rowFacts';

/** What the picked rows have in common and not. */
export function pickedView(facts: RowFacts, rows: Uint32Array): Picked {
  const counts = { following: 0, notFollowing: 0, invalid: 0, notReturned: 0, failed: 0, pending: 0 };
  let [first, last, withUnionid] = [Infinity, -Infinity, 0];
  for (const row of rows) {
    counts[outcomeKinds[facts.outcomes[row] ?? 0] ?? 'pending']++;
    if (facts.unionids[row]) withUnionid++;
    const time = facts.followedAt[row] ?? NaN;
    if (time < first) first = time;
    if (time > last) last = time;
  }
  return { counts, withUnionid, ...(first <= last && { first, last }) };
}
