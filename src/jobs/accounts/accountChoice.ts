import { l10n, window } from 'vscode';

import { type Account, type LearnedPrefixes, usesApi } from '../../accounts';
import { type Outcome } from '../../batch';
import { countText } from '../../ui/texts/formats';
import {
  type AccountItem,
  accountItems,
  type KnownAccounts,
  noAccountYet,
} from '../../ui/asking/pickAccount';
import { CallRefused } from '../../ui/problems/problem';
import { withProgress } from '../../ui/asking/progress';
import { Cancelled } from '../../ui/asking/steps';
import { type EveryAccount, type Word } from '../people/everyAccount';
import { noAccountKnows, wordText } from '../people/words';
import { registeredAccount } from './registeredAccount';

/**
 * `tentative`: what is known speaks for this account and does not prove it: where its answer is no follower, the others
 * may know better · `answered`: the account was found by asking, so that nobody needs to ask again.
 */
export type Chosen =
  | { readonly kind: 'certain' | 'tentative'; readonly account: Account }
  | { readonly kind: 'answered'; readonly account: Account; readonly outcome: Outcome };

export interface ChoiceOptions {
  readonly appId?: string | undefined;
  /** For callers that only want the result: nothing is opened. */
  readonly quiet?: boolean | undefined;
}

/**
 * Which account an openid is asked under: the one named, else the only one, else the one whose openids begin like it,
 * else the active one, else whichever of all says that this is a follower of theirs, or the one that the user picks.
 */
export class AccountChoice {
  constructor(
    private readonly known: KnownAccounts,
    private readonly prefixes: LearnedPrefixes,
    private readonly every: EveryAccount,
  ) {}

  /** @throws a cancellation, a `Problem` where no account is registered, or `AccountGone` */
  async for(openid: string, { appId, quiet = false }: ChoiceOptions = {}): Promise<Chosen> {
    const { active, standing } = this.known;
    if (appId !== undefined) return { kind: 'certain', account: await this.named(appId) };
    const accounts = await this.callers();
    const [first, second] = accounts;
    if (!first) throw noAccountYet();
    if (!second) return { kind: 'certain', account: first };
    const owner = await this.prefixes.ownerOf(openid, accounts);
    if (owner) return { kind: owner.isCertain ? 'certain' : 'tentative', account: owner.account };
    const current = await active.get();
    // An active account with a prefix of its own does not own an openid that begins otherwise.
    const isLikely =
      current && !standing.refusal(current.appId) && !(await this.prefixes.knows(current.appId));
    if (isLikely) return { kind: 'tentative', account: current };
    if (quiet) throw ambiguous(openid);
    return this.ask(openid, accounts);
  }

  /** The accounts that may know better than one that was tried. */
  async others({ appId }: Account): Promise<Account[]> {
    return (await this.callers()).filter(account => account.appId !== appId);
  }

  named(appId: string): Promise<Account> {
    return registeredAccount(this.known.registry, appId);
  }

  private async callers(): Promise<Account[]> {
    return (await this.known.registry.all()).filter(usesApi);
  }

  private async ask(openid: string, accounts: readonly Account[]): Promise<Chosen> {
    const likely = await this.prefixes.accountsOf(openid);
    const each = await accountItems(this.known, accounts, likely);
    const all = {
      label: `$(search) ${l10n.t('Ask every account')}`,
      description: l10n.t('{0} API calls, one an account', countText(accounts.length)),
      account: undefined,
    };
    const picked = await window.showQuickPick<AccountItem | typeof all>([all, ...each], {
      placeHolder: l10n.t('Which account does {0} belong to?', openid),
      matchOnDescription: true,
    });
    if (!picked) throw new Cancelled();
    return picked.account ? { kind: 'certain', account: picked.account } : this.askEvery(openid, accounts);
  }

  private async askEvery(openid: string, accounts: readonly Account[]): Promise<Chosen> {
    const verdict = await withProgress(
      l10n.t('Asking {0} accounts about {1}', countText(accounts.length), openid),
      signal => this.every.ask(openid, accounts, signal),
    );
    switch (verdict.kind) {
      case 'one':
        return verdict.word;
      case 'several':
        return pickWord(openid, verdict.words);
      case 'none':
        throw noAccountKnows(openid, verdict.words);
    }
  }
}

/** Several accounts say that this person does not follow them: nobody but the user can tell whose they are. */
async function pickWord<T extends Word>(openid: string, words: readonly T[]): Promise<T> {
  const items = words.map(word => ({
    label: word.account.name,
    description: `${word.account.appId} · ${wordText(word)}`,
    word,
  }));
  const placeHolder = l10n.t('Several accounts know {0} as not following. Which one is meant?', openid);
  const picked = await window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  if (!picked) throw new Cancelled();
  return picked.word;
}

function ambiguous(openid: string): CallRefused {
  return new CallRefused(
    'ambiguousAccount',
    l10n.t('Which account {0} belongs to is not known. Name one in "appId".', openid),
  );
}
