import { l10n } from 'vscode';

import { type Finding } from '../../people';
import { bounds } from '../../protocol/bounds';
import { type FindingView } from '../../protocol/views/peopleView';
import { countText } from '../../ui/texts/formats';
import { bounded } from '../profile/profileView';
import { type KnownPeople } from './peopleSources';

interface Texts {
  readonly title: string;
  readonly advice: string;
  readonly help?: FindingView['help'];
}

/** A finding as the page tells it, with what its rows are called and what to do about it. */
export function findingView(
  id: string,
  finding: Finding,
  { nameOf, usesApi }: Pick<KnownPeople, 'nameOf' | 'usesApi'>,
): FindingView {
  const { title, advice, help } = textsOf(finding, nameOf);
  const isOffered = help && (help.command !== 'retry' || usesApi(finding.appId));
  return {
    id,
    title: bounded(title, bounds.fieldText),
    advice: bounded(advice, bounds.fieldText),
    show: l10n.t('Show Rows'),
    ...(isOffered && { help }),
  };
}

const importAgain = () => ({ command: 'importPairs', label: l10n.t('Import UnionID Pairs…') }) as const;

function textsOf(finding: Finding, nameOf: (appId: string) => string): Texts {
  const name = nameOf(finding.appId);
  switch (finding.kind) {
    case 'twoOpenids':
      return {
        title: l10n.t('{0}: {1} persons have two openids or more.', name, countText(finding.unionids.length)),
        advice: l10n.t(
          'One person has one openid in an account. A row of an import has shifted, or openids of two accounts stand in one column: check the file that they came with and import it again.',
        ),
        help: importAgain(),
      };
    case 'twoUnionids':
      return {
        title: l10n.t(
          '{0}: {1} openids had another unionid before ({2}… became {3}…).',
          name,
          countText(finding.openids.length),
          finding.from,
          finding.to,
        ),
        advice:
          finding.likelier === 'platformChanged'
            ? l10n.t(
                'Nearly all changed at once, and {0} kept theirs: the account seems to have been bound to another Open Platform account. Take over the new unionids in your own database.',
                countText(finding.kept),
              )
            : l10n.t(
                'Most others, {0}, kept theirs: rows of an answer or of an import seem to have shifted. Ask WeChat again for these people, and check the import.',
                countText(finding.kept),
              ),
        help:
          finding.likelier === 'platformChanged'
            ? undefined
            : { command: 'retry', label: l10n.t('Ask WeChat Again') },
      };
    case 'twoBeginnings':
      return {
        title: l10n.t(
          '{0}: unionids begin in {1} ways: {2}.',
          name,
          countText(finding.beginnings.length),
          finding.beginnings
            .map(({ beginning, persons }) => l10n.t('{0}… ({1} persons)', beginning, countText(persons)))
            .join(l10n.t({ message: ', ', comment: ['Between the items of an enumeration'] })),
        ),
        advice: l10n.t(
          'An account is bound to one Open Platform account. The fewer ones are of before it was bound anew, or of an import of another platform: fetch the profiles again, or remove that import.',
        ),
        help: importAgain(),
      };
    case 'meetsNobody':
      return {
        title: l10n.t(
          '{0}: none of its {1} persons is in another account.',
          name,
          countText(finding.persons),
        ),
        advice:
          finding.beginAlike.length > 0
            ? l10n.t(
                'Its unionids begin like those of {0}, so that they may share an Open Platform account: fetch or import more people of each.',
                nameOf(finding.beginAlike[0] ?? ''),
              )
            : l10n.t(
                'Its unionids begin like those of no other account: it is bound to another Open Platform account. Where that should not be so, look at the bindings on open.weixin.qq.com.',
              ),
        help: { command: 'compare', label: l10n.t('Compare Accounts…') },
      };
    case 'withoutUnionid':
      return withoutUnionid(finding, name);
  }
}

function withoutUnionid(finding: Extract<Finding, { kind: 'withoutUnionid' }>, name: string): Texts {
  const count = countText(finding.openids.length);
  const retry = { command: 'retry', label: l10n.t('Ask WeChat Again') } as const;
  switch (finding.cause) {
    case 'notBound':
      return {
        title: l10n.t('{0}: {1} followers have no unionid, nor has anybody else there.', name, count),
        advice: l10n.t(
          'The account is bound to no Open Platform account. Bind it on open.weixin.qq.com, then fetch the profiles again.',
        ),
      };
    case 'leftOutByWeChat':
      return {
        title: l10n.t('{0}: {1} followers came without a unionid, others have one.', name, count),
        advice: l10n.t('WeChat left it out of these answers, which happens. Ask again for them.'),
        help: retry,
      };
    case 'notFollowing':
      return {
        title: l10n.t('{0}: {1} openids have no unionid, since they do not follow.', name, count),
        advice: l10n.t(
          'WeChat gives a unionid of followers only. Import it from your own database where you have kept it.',
        ),
        help: importAgain(),
      };
    case 'invalid':
      return {
        title: l10n.t('{0}: {1} openids are none of this account.', name, count),
        advice: l10n.t('They are of another account, or cut off. Look where the list came from.'),
      };
    case 'neverAnswered':
      return {
        title: l10n.t('{0}: {1} openids have not been answered.', name, count),
        advice: l10n.t('Ask WeChat again for them.'),
        help: retry,
      };
    case 'neverFetched':
      return {
        title: l10n.t('{0}: {1} openids stand in a list, and their profiles were not fetched.', name, count),
        advice: l10n.t('Fetch their profiles, which bring their unionids.'),
        help: retry,
      };
    case 'importWithout':
      return {
        title: l10n.t('{0}: {1} openids were imported without a unionid.', name, count),
        advice: l10n.t('Fetch their profiles, or import the file again with a column of unionids.'),
        help: retry,
      };
  }
}
