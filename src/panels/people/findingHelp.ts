import { type Finding } from '../../people';
import { type FindingView } from '../../protocol/views/peopleView';
import { type KnownPeople, type PeopleActs } from './peopleSources';

/** Does what the page offers to do about a finding. */
export async function helpWith(
  finding: Finding | undefined,
  help: FindingView['help'],
  { people }: Pick<KnownPeople, 'people'>,
  acts: Pick<PeopleActs, 'importPairs' | 'compare' | 'askAgain'>,
): Promise<void> {
  switch (help?.command) {
    case undefined:
      return;
    case 'importPairs':
      await acts.importPairs();
      return;
    case 'compare':
      await acts.compare();
      return;
    case 'retry': {
      if (!finding || !('openids' in finding)) return;
      const { accounts } = people.joined.knowledge;
      const account = accounts.find(({ appId }) => appId === finding.appId);
      const openids = Array.from(finding.openids, at => account?.openids.at(at) ?? '');
      await acts.askAgain(finding.appId, openids);
    }
  }
}
