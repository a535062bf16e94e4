import { type Finding, type People } from '../../../people';
import { rowsInStep, type Steps } from '../../steps';
import { type Membership } from '../picture/membership';

/** Which rows a table has: persons by the positions of their unionids, or openids of one account by theirs. */
export interface PeopleRows {
  readonly kind: 'persons' | 'openids';
  /** Of openids. */
  readonly appId?: string;
  readonly positions: Uint32Array;
  /** Whether nobody of the platform is left out but by the accounts that are shown. */
  readonly isEverybody?: boolean;
}

/** The persons of a platform who are in one of the accounts, in the order in which they were met. */
export function* personsOf(people: People, beginning: string, membership: Membership): Steps<PeopleRows> {
  const { knowledge, platformOf, beginnings } = people.joined;
  const platform = (beginnings.get(beginning) ?? -1) + 1;
  const total = knowledge.unionids.size;
  const positions = new Uint32Array(total);
  let count = 0;
  for (let unionid = 0; unionid < total; unionid++) {
    if (unionid % rowsInStep === 0) yield;
    if (platformOf.at(unionid) === platform && platform > 0 && membership.in(unionid) > 0)
      positions[count++] = unionid;
  }
  return { kind: 'persons', positions: positions.slice(0, count), isEverybody: true };
}

/** The openids of an account that have no unionid, by their positions. */
export function* withoutUnionid(people: People, appId: string): Steps<Uint32Array> {
  const account = people.joined.knowledge.accounts.find(each => each.appId === appId);
  const total = account?.size ?? 0;
  const positions = new Uint32Array(total);
  let count = 0;
  for (let openid = 0; openid < total; openid++) {
    if (openid % rowsInStep === 0) yield;
    if (account && account.unionidOf(openid) < 0) positions[count++] = openid;
  }
  return positions.slice(0, count);
}

/** What a finding leads to. */
export function* rowsOfFinding(people: People, finding: Finding): Steps<PeopleRows> {
  switch (finding.kind) {
    case 'twoOpenids':
      return { kind: 'persons', positions: Uint32Array.from(finding.unionids) };
    case 'withoutUnionid':
      return { kind: 'openids', appId: finding.appId, positions: Uint32Array.from(finding.openids) };
    case 'twoUnionids': {
      // The persons to whom they belong now; two of them may be one.
      const account = people.joined.knowledge.accounts.find(({ appId }) => appId === finding.appId);
      const unionids = new Set<number>();
      for (const openid of finding.openids) {
        const unionid = account?.unionidOf(openid) ?? -1;
        if (unionid >= 0) unionids.add(unionid);
        if (unionids.size % rowsInStep === 0) yield;
      }
      return { kind: 'persons', positions: Uint32Array.from(unionids) };
    }
    case 'twoBeginnings':
    case 'meetsNobody': {
      const { knowledge, ofPersons, platformOf, beginnings } = people.joined;
      const index = knowledge.accounts.findIndex(({ appId }) => appId === finding.appId);
      // Of the beginnings of an account the largest is where it belongs: the others are what does not add up.
      const wanted =
        finding.kind === 'meetsNobody'
          ? [...beginnings.values()]
          : finding.beginnings.slice(1).flatMap(({ beginning }) => beginnings.get(beginning) ?? []);
      const unionids: number[] = [];
      for (let unionid = 0; unionid < knowledge.unionids.size; unionid++) {
        if (unionid % rowsInStep === 0) yield;
        if (ofPersons[index]?.first.at(unionid) && wanted.includes(platformOf.at(unionid) - 1))
          unionids.push(unionid);
      }
      return { kind: 'persons', positions: Uint32Array.from(unionids) };
    }
  }
}
