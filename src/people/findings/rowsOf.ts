import { type People } from '../persons/people';
import { type Person, type PersonInAccount } from '../persons/person';
import { type Finding } from './finding';

/** What a finding leads to: persons, or openids with what is known of each. */
export type FindingRow =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'openid'; readonly unionid: string | undefined; readonly inAccount: PersonInAccount };

/** The rows that a finding is about; one of whole accounts leads to none of its own. */
export function* rowsOf(people: People, finding: Finding): Generator<FindingRow> {
  switch (finding.kind) {
    case 'twoOpenids':
      for (const unionid of finding.unionids) yield { kind: 'person', person: people.personAt(unionid) };
      return;
    case 'twoUnionids':
    case 'withoutUnionid': {
      const { accounts, unionids } = people.joined.knowledge;
      const account = accounts.find(({ appId }) => appId === finding.appId);
      if (!account) return;
      for (const openid of finding.openids) {
        const unionid = unionids.at(account.unionidOf(openid));
        yield { kind: 'openid', unionid, inAccount: people.inAccount(account, openid) };
      }
      return;
    }
    case 'twoBeginnings':
    case 'meetsNobody':
      return;
  }
}
