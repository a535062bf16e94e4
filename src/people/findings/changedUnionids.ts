import { type AccountPeople, isOfWeChat } from '../persons/accountPeople';
import { Positions } from '../persons/numbers';
import { type People } from '../persons/people';
import { forEachBelow } from '../persons/slices';
import { type ChangeCause, type Finding } from './finding';

const beginningLength = 6;
/** Within one beginning, fewer changed ones than this say nothing of a platform. */
const fewest = 10;

interface Change {
  readonly from: string;
  readonly to: string;
  readonly openids: Positions;
  /** Of how many the old unionid is that of another openid of the account. */
  others: number;
  /** The highest rank with which one of the old unionids was seen. */
  lastOld: number;
}

/** Openids that had another unionid before, together with those that changed in the same way. */
export async function changedUnionids(
  people: People,
  account: AccountPeople,
  index: number,
  signal?: AbortSignal,
): Promise<Finding[]> {
  const { knowledge, ofPersons } = people.joined;
  const beginning = (unionid: number) => knowledge.unionids.at(unionid)?.slice(0, beginningLength) ?? '';
  const changes = new Map<string, Change>();
  await forEachBelow(account.size, signal, openid => {
    const [older] = account.hasOlder(openid) ? account.olderOf(openid) : [];
    if (!older) return;
    const from = beginning(older.unionid);
    const to = beginning(account.unionidOf(openid));
    const key = `${from} ${to}`;
    const change = changes.get(key) ?? { from, to, openids: new Positions(), others: 0, lastOld: -Infinity };
    changes.set(key, change);
    change.openids.push(openid);
    if (ofPersons[index]?.first.at(older.unionid) !== 0) change.others++;
    change.lastOld = Math.max(change.lastOld, older.rank);
  });
  if (changes.size === 0) return [];
  const kept = new Map([...changes.values()].map(change => [change, 0]));
  await forEachBelow(account.size, signal, openid => {
    const unionid = account.unionidOf(openid);
    if (unionid < 0 || account.hasOlder(openid)) return;
    for (const [change, count] of kept)
      if (isSince(account.unionidRank(openid), change.lastOld) && beginning(unionid) === change.from)
        kept.set(change, count + 1);
  });
  return [...kept].map(([change, count]): Finding => {
    const { from, to, openids } = change;
    const likelier = likelierCause(change, count);
    return { kind: 'twoUnionids', appId: account.appId, from, to, openids, kept: count, likelier };
  });
}

/** Whether it was seen after that; rows of one import have one time. */
function isSince(rank: number, lastOld: number): boolean {
  return isOfWeChat(lastOld) ? rank > lastOld : rank >= lastOld;
}

/**
 * A change of platform gives every openid a unionid that nobody had before, which begins in a new way as a rule. Rows
 * that slipped give some openids those of their neighbours.
 */
function likelierCause({ from, to, openids, others }: Change, kept: number): ChangeCause {
  if (others * 2 >= openids.length) return 'shiftedRows';
  if (from === to && openids.length < fewest) return 'shiftedRows';
  return openids.length > kept ? 'platformChanged' : 'shiftedRows';
}
