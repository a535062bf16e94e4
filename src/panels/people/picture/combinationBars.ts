import { l10n } from 'vscode';

import { type People } from '../../../people';
import { bounds } from '../../../protocol/bounds';
import { type BarKind, type CombinationBar } from '../../../protocol/views/peopleView';
import { rowsInStep, type Steps } from '../../steps';
import { type NamedAccount } from '../table/columnSources';
import { withoutUnionid } from '../table/peopleRows';
import { type Membership, membersOf } from './membership';

export interface Bars {
  /** The largest first. */
  readonly bars: readonly CombinationBar[];
  /** Sets that are not among them, and how many persons they have. */
  readonly more: { readonly count: number; readonly persons: number };
}

/** Sets of accounts are counted by these. */
type SetKind = Exclude<BarKind, 'without'>;

const barPattern = /^(in|follows):(\d{1,16})$/;

/** A bar's set of accounts, by its id. */
export function barOf(id: string): { readonly kind: SetKind; readonly set: number } | undefined {
  const [, kind, set] = barPattern.exec(id) ?? [];
  return kind === 'in' || kind === 'follows' ? { kind, set: Number(set) } : undefined;
}

/** How many persons of a platform are in exactly which of these accounts: known without looking at any of them. */
export function inBars(
  people: People,
  beginning: string,
  membership: Membership,
  accounts: readonly NamedAccount[],
): Bars {
  const { beginnings, counts } = people.joined;
  const bySet = new Map<number, number>();
  for (const [combination, persons] of counts.get(beginnings.get(beginning) ?? -1) ?? []) {
    const set = membership.setOf(combination);
    // In none of those that are compared.
    if (set > 0) bySet.set(set, (bySet.get(set) ?? 0) + persons);
  }
  return barsOf('in', bySet, accounts);
}

/** How many of these persons follow exactly which of the accounts. */
export function* followBars(
  positions: Uint32Array,
  membership: Membership,
  accounts: readonly NamedAccount[],
): Steps<Bars> {
  const bySet = new Map<number, number>();
  for (let at = 0; at < positions.length; at++) {
    if (at % rowsInStep === 0) yield;
    const set = membership.follows(positions[at] ?? 0);
    bySet.set(set, (bySet.get(set) ?? 0) + 1);
  }
  return barsOf('follows', bySet, accounts);
}

/** How many openids of each account have no unionid: nobody knows whose they are. */
export function* withoutBars(
  people: People,
  compared: readonly NamedAccount[],
  drawn: readonly NamedAccount[],
): Steps<CombinationBar[]> {
  const bars: CombinationBar[] = [];
  for (const { appId, name } of compared) {
    const { length: count } = yield* withoutUnionid(people, appId);
    if (count === 0) continue;
    const place = drawn.findIndex(each => each.appId === appId);
    const members = place < 0 ? [] : [place];
    bars.push({ id: `without:${appId}`, kind: 'without', members, label: withoutLabel(name), count, appId });
  }
  return bars;
}

export function withoutLabel(account: string): string {
  return l10n.t('No unionid: {0}', account).slice(0, bounds.cellText);
}

function barsOf(kind: SetKind, bySet: ReadonlyMap<number, number>, accounts: readonly NamedAccount[]): Bars {
  const sorted = [...bySet].sort(([setA, a], [setB, b]) => b - a || setA - setB);
  const most = bounds.peopleBars / 2;
  const more = sorted.slice(most);
  return {
    bars: sorted.slice(0, most).map(([set, count]) => {
      const members = membersOf(set);
      const names = members.map(place => accounts[place]?.name ?? '');
      const label = labelOf(kind, names, accounts.length).slice(0, bounds.cellText);
      return { id: `${kind}:${set}`, kind, members, label, count };
    }),
    more: { count: more.length, persons: more.reduce((sum, [, count]) => sum + count, 0) },
  };
}

function labelOf(kind: SetKind, names: readonly string[], of: number): string {
  const [first = ''] = names;
  const list = names.join(l10n.t({ message: ', ', comment: ['Between the items of an enumeration'] }));
  if (kind === 'in') {
    if (names.length === 1 && of > 1) return l10n.t('Only in {0}', first);
    return names.length === of && of > 1 ? l10n.t('In all: {0}', list) : l10n.t('In {0}', list);
  }
  if (names.length === 0) return l10n.t('Follow none of them');
  if (names.length === 1 && of > 1) return l10n.t('Follow only {0}', first);
  return names.length === of && of > 1 ? l10n.t('Follow all: {0}', list) : l10n.t('Follow {0}', list);
}
