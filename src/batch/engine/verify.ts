import { type ProfileRows, type RawProfile } from '../../wechat';

/**
 * An answer was reported whose rows had the right openids and, from one row on to the end, the unionid and the times
 * of the row after. Matching by openid cannot see that. Where its last row looks as such an answer ends, the last
 * follower of the answer is to be asked for singly: this is the row.
 */
export function rowToVerify(rows: ProfileRows): RawProfile | undefined {
  const last = rows.at(-1);
  if (!last || rows.length < 2 || !endsAsIfShifted(last, rows)) return undefined;
  return rows.findLast(isFollower);
}

/** Whether a row is what the single call says of the same person. */
export function isVerified(row: RawProfile, single: RawProfile): boolean {
  return (
    single.openid === row.openid &&
    single.unionid === row.unionid &&
    single.subscribe_time === row.subscribe_time
  );
}

function endsAsIfShifted(last: RawProfile, rows: ProfileRows): boolean {
  return !isFollower(last) || (!hasUnionid(last) && rows.some(hasUnionid));
}

function isFollower({ subscribe, subscribe_time: time }: RawProfile): boolean {
  return subscribe === 1 && typeof time === 'number';
}

function hasUnionid({ unionid }: RawProfile): boolean {
  return typeof unionid === 'string' && unionid !== '';
}
