import { type KeptAnswer, type OutcomeKind } from '../../batch';
import { isReadable, PackedOpenids } from '../../lists';
import { unixSeconds } from '../../wechat';
import { AccountPeople, rankOf } from './accountPeople';

/** Everything that was read, as it came: openids by account, and the unionids that they belong to. */
export class Knowledge {
  readonly unionids = new PackedOpenids();
  readonly accounts: AccountPeople[] = [];

  account(appId: string): AccountPeople {
    const known = this.accounts.find(account => account.appId === appId);
    if (known) return known;
    const made = new AccountPeople(appId);
    this.accounts.push(made);
    return made;
  }

  /** @param at unix milliseconds */
  hear(account: AccountPeople, { outcome }: KeptAnswer, at: number): void {
    // No person has such an openid: WeChat was asked what stood in some file.
    if (!isReadable(outcome.openid) || outcome.kind === 'pending') return;
    const openid = account.openids.placeText(outcome.openid);
    const profile = 'profile' in outcome ? outcome.profile : undefined;
    const since = outcome.kind === 'following' ? (unixSeconds(profile?.['subscribe_time']) ?? 0) : 0;
    account.tell(openid, outcome.kind, since, rankOf(at, isAnswer(outcome.kind)));
    const unionid = unionidIn(profile?.['unionid']);
    // An answer that cannot be trusted joins nobody.
    if (unionid !== undefined && outcome.kind !== 'failed')
      account.join(openid, this.unionids.placeText(unionid), rankOf(at, true));
  }
}

function isAnswer(kind: OutcomeKind): boolean {
  return kind === 'following' || kind === 'notFollowing' || kind === 'invalid';
}

/** The interface page's own sample has a blank before it. */
export function unionidIn(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  return isReadable(text) ? text : undefined;
}
