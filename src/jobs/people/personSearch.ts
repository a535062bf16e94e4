import { l10n } from 'vscode';

import { type Account, type Lookup } from '../../accounts';
import { withProgress } from '../../ui/asking/progress';
import { WeChatError } from '../../wechat';
import { type AccountChoice, type Chosen, type ChoiceOptions } from '../accounts/accountChoice';
import { secretNeeded } from '../accounts/quietly';
import { type EveryAccount, isOf, type Verdict, type Word } from './everyAccount';
import { type Asking, type LookupJob } from './lookupJob';

/** Looks one person up under the account that they belong to, as far as that can be known. */
export class PersonSearch {
  constructor(
    private readonly choice: AccountChoice,
    private readonly every: EveryAccount,
    private readonly job: LookupJob,
  ) {}

  /** @throws whatever {@link AccountChoice} and the call do */
  async find(openid: string, options: ChoiceOptions): Promise<Lookup> {
    const chosen = await this.choice.for(openid, options);
    if (chosen.kind === 'answered') return this.job.keep(chosen.account, chosen.outcome);
    if (options.quiet && !(await this.every.isReady(chosen.account))) throw secretNeeded(chosen.account);
    const title = l10n.t('Asking WeChat about {0} ({1})', openid, chosen.account.name);
    const { quiet = false } = options;
    return withProgress(title, signal => this.ask(openid, chosen, { signal, quiet }), { quiet });
  }

  private async ask(openid: string, { kind, account }: Chosen, asking: Asking): Promise<Lookup> {
    if (kind === 'certain') return this.job.run(account, openid, asking);
    const own = await this.ownWord(account, openid, asking);
    if (isOf('following', own)) return this.job.keep(account, own.outcome);
    const others = await this.choice.others(account);
    const verdict = await this.every.ask(openid, others, asking.signal, [own]);
    const word = wordToShow(verdict, own);
    if (word.kind === 'failed') throw word.error;
    return this.job.keep(word.account, word.outcome);
  }

  /** What the account says that is tried first. Where WeChat refuses the account itself, others are asked. */
  private async ownWord(account: Account, openid: string, asking: Asking): Promise<Word> {
    try {
      return { kind: 'answered', account, outcome: await this.job.ask(account, openid, asking) };
    } catch (error) {
      const isRefused = error instanceof WeChatError && (error.kind === 'config' || error.kind === 'network');
      if (!isRefused) throw error;
      return { kind: 'failed', account, error };
    }
  }
}

/** Where nobody knows better, the account that was tried first stands; it is the user's, or its openids begin so. */
function wordToShow(verdict: Verdict, own: Word): Word {
  if (verdict.kind === 'one') return verdict.word;
  if (own.kind === 'answered' || verdict.kind === 'none') return own;
  return verdict.words[0] ?? own;
}
