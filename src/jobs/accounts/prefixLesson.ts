import { type Account, type Clients, type LearnedPrefixes } from '../../accounts';

/** Learns how an account's openids begin, so that nobody has to be asked whose they are. */
export type Lesson = (account: Account) => Promise<void>;

/**
 * One page of the account's followers teaches it, one of 500 calls a day, asked for where an account was added.
 * A courtesy: an account without followers, permission or quota stays unknown, and nobody is asked or told anything.
 */
export function prefixLesson(
  clients: Pick<Clients, 'unattended'>,
  prefixes: Pick<LearnedPrefixes, 'learnFollowers'>,
  /** Whether a call of the account needs nobody: no box opens for one. */
  isReady: (account: Account) => Promise<boolean>,
): Lesson {
  return async account => {
    try {
      if (!(await isReady(account))) return;
      const { openids, total } = await clients.unattended(account.appId).followers('');
      await prefixes.learnFollowers(account.appId, openids, total);
    } catch {
      // The log has the request; the first follower who is looked up teaches the same.
    }
  };
}
