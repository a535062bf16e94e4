import { l10n } from 'vscode';

import { type OutcomeKind } from '../../../batch';
import { type MissingCause, type People } from '../../../people';
import { imported } from '../../../protocol/personOutcome';
import { type PersonColumn } from '../../../protocol/views/peopleView';

type AccountPeople = People['joined']['knowledge']['accounts'][number];

/** A column with what stands in it, by the position of a person or of an openid. */
export interface ColumnSource {
  readonly column: PersonColumn;
  /** The empty text for nothing; outcomes and causes as their codes. */
  text(position: number): string;
  /** Of times, in unix seconds; NaN for none. */
  number?(position: number): number;
}

/** An account beside others, with what it is called. */
export interface NamedAccount {
  readonly appId: string;
  readonly name: string;
}

/** Values of business keys, by the position of a person; none until they have been read. */
export interface KeySource {
  readonly names: readonly string[];
  valuesOf(person: number, name: string): readonly string[];
}

/** The columns of persons: a group for each account. Positions are those of unionids. */
export function personColumns(
  people: People,
  accounts: readonly NamedAccount[],
  keys: KeySource,
): ColumnSource[] {
  const { knowledge } = people.joined;
  const unionidAt = (unionid: number) => knowledge.unionids.at(unionid) ?? '';
  return [
    { column: { id: 'unionid', kind: 'code', label: l10n.t('UnionID') }, text: unionidAt },
    ...accounts.flatMap(account => ofAccount(people, account)),
    ...keys.names.map((name): ColumnSource => ({
      column: { id: `key:${name}`, kind: 'text', label: name },
      text: unionid => keys.valuesOf(unionid, name).join(', '),
    })),
  ];
}

/** The columns of openids of one account, whose persons nobody knows. Positions are those of its openids. */
export function openidColumns(people: People, { appId, name: group }: NamedAccount): ColumnSource[] {
  const account = people.joined.knowledge.accounts.find(each => each.appId === appId);
  if (!account) return [];
  return [
    {
      column: { id: `openid:${appId}`, kind: 'code', label: l10n.t('OpenID'), group },
      text: openid => account.openids.at(openid) ?? '',
    },
    {
      column: { id: `outcome:${appId}`, kind: 'outcome', label: l10n.t('Outcome'), group },
      text: openid => account.outcomeOf(openid) ?? imported,
    },
    {
      column: { id: `since:${appId}`, kind: 'time', label: l10n.t('Followed'), group },
      text: openid => String(account.sinceOf(openid) ?? ''),
      number: openid => account.sinceOf(openid) ?? NaN,
    },
    {
      column: { id: 'cause', kind: 'text', label: l10n.t('Why no unionid') },
      text: openid => causeLabel(people.missingCause(account, openid)),
    },
    {
      column: { id: `asked:${appId}`, kind: 'time', label: l10n.t('Asked WeChat'), group },
      text: openid => String(secondsOf(account, openid) || ''),
      number: openid => secondsOf(account, openid),
    },
  ];
}

export function causeLabel(cause: MissingCause): string {
  switch (cause) {
    case 'notBound':
      return l10n.t('Not bound to an Open Platform account');
    case 'leftOutByWeChat':
      return l10n.t('Left out by WeChat');
    case 'notFollowing':
      return l10n.t('Not following');
    case 'invalid':
      return l10n.t('No openid of the account');
    case 'neverAnswered':
      return l10n.t('No usable answer yet');
    case 'neverFetched':
      return l10n.t('Profile not fetched');
    case 'importWithout':
      return l10n.t('Imported without one');
  }
}

function ofAccount(people: People, { appId, name: group }: NamedAccount): ColumnSource[] {
  const { knowledge, ofPersons } = people.joined;
  const index = knowledge.accounts.findIndex(each => each.appId === appId);
  const [account, chain] = [knowledge.accounts[index], ofPersons[index]];
  if (!account || !chain) return [];
  const all = function* (unionid: number): Generator<number> {
    for (let at = chain.first.at(unionid); at !== 0; at = chain.next.at(at - 1)) yield at - 1;
  };
  const openidOf = (openid: number) => account.openids.at(openid) ?? '';
  const outcomeOf = (unionid: number): OutcomeKind | typeof imported | '' => {
    let known: OutcomeKind | typeof imported | '' = '';
    for (const openid of all(unionid)) {
      const outcome = account.outcomeOf(openid) ?? imported;
      if (known === '' || outcome === 'following') known = outcome;
    }
    return known;
  };
  const sinceOf = (unionid: number) => {
    let latest = NaN;
    for (const openid of all(unionid)) {
      const since = account.sinceOf(openid);
      if (since !== undefined && !(since <= latest)) latest = since;
    }
    return latest;
  };
  return [
    {
      column: { id: `openid:${appId}`, kind: 'code', label: l10n.t('OpenID'), group },
      text: unionid => {
        // Nearly everybody has one.
        const first = chain.first.at(unionid);
        if (first === 0) return '';
        return chain.next.at(first - 1) === 0
          ? openidOf(first - 1)
          : Array.from(all(unionid), openidOf).join(', ');
      },
    },
    { column: { id: `outcome:${appId}`, kind: 'outcome', label: l10n.t('Outcome'), group }, text: outcomeOf },
    {
      column: { id: `since:${appId}`, kind: 'time', label: l10n.t('Followed'), group },
      text: unionid => String(sinceOf(unionid) || ''),
      number: sinceOf,
    },
  ];
}

function secondsOf(account: AccountPeople, openid: number): number {
  const at = account.askedAt(openid);
  return at === undefined ? NaN : Math.floor(at / 1000);
}
