import { type FollowerList, type OpenidSource } from '../../lists';
import { rankOf } from './accountPeople';
import { type Knowledge } from './knowledge';

const newline = 10;

/**
 * Takes the openids of a follower list to what is known. The blacklist tells of nobody whether they follow.
 * @param known how many of them were taken before: a list only grows
 * @returns how many there are by now
 */
export async function hearList(
  knowledge: Knowledge,
  { appId, list, at }: FollowerList,
  openids: OpenidSource,
  known: number,
  signal?: AbortSignal,
): Promise<number> {
  const account = knowledge.account(appId);
  const rank = rankOf(at, true);
  let count = 0;
  for await (const bytes of openids()) {
    signal?.throwIfAborted();
    for (let start = 0; start < bytes.length;) {
      const end = bytes.indexOf(newline, start);
      if (end < 0) break;
      if (count++ >= known)
        account.list(account.openids.place(bytes, start, end), list.kind !== 'blacklist', rank);
      start = end + 1;
    }
  }
  return count;
}
