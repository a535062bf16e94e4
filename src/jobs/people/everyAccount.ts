import { l10n } from 'vscode';

import { type Account } from '../../accounts';
import { type Outcome } from '../../batch';
import { Problem } from '../../ui/problems/problem';
import { TransportError } from '../../wechat';
import { type LookupJob } from './lookupJob';

/** What one account says about an openid. */
export type Word =
  | { readonly kind: 'answered'; readonly account: Account; readonly outcome: Outcome }
  | { readonly kind: 'failed'; readonly account: Account; readonly error: unknown };

export type Answered = Extract<Word, { kind: 'answered' }>;

/** `one`: whose openid it is, or the only account that does not call it invalid · `none` may have failed all the same. */
export type Verdict =
  | { readonly kind: 'one'; readonly word: Answered }
  | { readonly kind: 'several'; readonly words: readonly Answered[] }
  | { readonly kind: 'none'; readonly words: readonly Word[] };

/**
 * Asks several accounts about one openid, all at once, one call each. An openid follows one account only: its answer
 * ends the other calls, and teaches how its openids begin.
 */
export class EveryAccount {
  constructor(
    private readonly job: Pick<LookupJob, 'ask'>,
    /** Whether a call of this account needs nobody: with many accounts, no box may open for each. */
    readonly isReady: (account: Account) => Promise<boolean>,
  ) {}

  /**
   * @param told what other accounts have said before
   * @throws the signal's reason
   */
  async ask(
    openid: string,
    accounts: readonly Account[],
    signal: AbortSignal,
    told: readonly Word[] = [],
  ): Promise<Verdict> {
    const found = new AbortController();
    const enough = AbortSignal.any([signal, found.signal]);
    const words = await Promise.all(
      accounts.map(async account => {
        const word = await this.word(account, openid, enough);
        if (isOf('following', word)) found.abort();
        return word;
      }),
    );
    signal.throwIfAborted();
    return verdictOf([...told, ...words]);
  }

  /** One account's word. What fails for its account alone is a word, too. */
  private async word(account: Account, openid: string, signal: AbortSignal): Promise<Word> {
    try {
      if (!(await this.isReady(account))) throw notReady();
      return {
        kind: 'answered',
        account,
        outcome: await this.job.ask(account, openid, { signal, quiet: true }),
      };
    } catch (error) {
      return { kind: 'failed', account, error };
    }
  }
}

export function isOf(kind: Outcome['kind'], word: Word): word is Answered {
  return word.kind === 'answered' && word.outcome.kind === kind;
}

function verdictOf(words: readonly Word[]): Verdict {
  const owner = words.find(word => isOf('following', word));
  if (owner) return { kind: 'one', word: owner };
  const left = words.filter(word => isOf('notFollowing', word));
  const [only, second] = left;
  if (only && second) return { kind: 'several', words: left };
  return only ? { kind: 'one', word: only } : { kind: 'none', words };
}

function notReady(): Problem {
  return new Problem(l10n.t('its credential is not at hand'));
}

/** The failure that all have in common, such as a network that is away: it is told once, and as itself. */
export function commonFailure(words: readonly Word[]): TransportError | undefined {
  const [first, ...others] = words.map(word => (word.kind === 'failed' ? word.error : undefined));
  if (!(first instanceof TransportError)) return undefined;
  const isSame = (error: unknown) =>
    error instanceof TransportError && error.fault.reason === first.fault.reason;
  return others.every(isSame) ? first : undefined;
}
