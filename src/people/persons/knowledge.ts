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
    const openid = placeOf(account.openids, outcome.openid);
    const profile = 'profile' in outcome ? outcome.profile : undefined;
    const since = outcome.kind === 'following' ? (unixSeconds(profile?.['subscribe_time']) ?? 0) : 0;
    account.tell(openid, outcome.kind, since, rankOf(at, isAnswer(outcome.kind)));
    const unionid = unionidIn(profile?.['unionid']);
    // An answer that cannot be trusted joins nobody.
    if (unionid !== undefined && outcome.kind !== 'failed')
      account.join(openid, placeOf(this.unionids, unionid), rankOf(at, true));
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

const scratch = Buffer.alloc(64);

/** The position of an id, which is added where it is not there yet. Readable ids are at most 64 characters of ASCII. */
export function placeOf(ids: PackedOpenids, id: string): number {
  return ids.place(scratch, 0, scratch.write(id, 'latin1'));
}

/** Where an id stands; -1 where it does not. */
export function positionIn(ids: PackedOpenids, id: string): number {
  return isReadable(id) ? ids.positionOf(scratch, 0, scratch.write(id, 'latin1')) : -1;
}
