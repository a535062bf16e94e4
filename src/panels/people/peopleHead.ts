import { l10n } from 'vscode';

import { type People, type SamePlatform } from '../../people';
import { bounds } from '../../protocol/bounds';
import { type PeopleHead } from '../../protocol/views/peopleView';
import { countText, timeText } from '../../ui/texts/formats';
import { bounded } from '../profile/profileView';
import { type Bars } from './picture/combinationBars';
import { type KnownPeople } from './peopleSources';
import { type NamedAccount } from './table/columnSources';

const enumeration = () => l10n.t({ message: ', ', comment: ['Between the items of an enumeration'] });

interface HeadParts {
  readonly beginning: string;
  readonly accounts: readonly NamedAccount[];
  readonly compared: readonly string[] | undefined;
  readonly bars: Bars;
}

/** Everything of the page but its rows, told without looking at any of them. */
export function peopleHead(
  { people, at, nameOf }: KnownPeople,
  { beginning, accounts, compared, bars }: HeadParts,
): PeopleHead {
  const platforms = people.platforms();
  const combinations = people.combinations(beginning);
  const sizeOf = (appId: string) =>
    combinations.filter(each => each.appIds.includes(appId)).reduce((sum, { persons }) => sum + persons, 0);
  const appIds = accounts.map(({ appId }) => appId);
  const inAny = combinations.filter(each => each.appIds.some(appId => appIds.includes(appId)));
  const total = inAny.reduce((sum, { persons }) => sum + persons, 0);
  const several = inAny
    .filter(each => each.appIds.filter(appId => appIds.includes(appId)).length > 1)
    .reduce((sum, { persons }) => sum + persons, 0);
  const name = (appId: string) => bounded(nameOf(appId), bounds.cellText);
  return {
    title: compared ? l10n.t('Comparison of Accounts') : l10n.t('People'),
    facts: [
      l10n.t('Persons: {0}', countText(total)),
      l10n.t('Accounts: {0}', countText(accounts.length)),
      l10n.t('In several: {0}', countText(several)),
      l10n.t('As known {0}', timeText(at)),
    ],
    platforms: platforms
      .filter(each => !compared || each.appIds.some(appId => compared.includes(appId)))
      .slice(0, bounds.peopleBars)
      .map(each => ({
        beginning: each.beginning,
        label: bounded(
          l10n.t(
            '{0} ({1}…, persons: {2})',
            each.appIds.slice(0, 3).map(nameOf).join(enumeration()),
            each.beginning,
            countText(each.persons),
          ),
          bounds.cellText,
        ),
      })),
    beginning,
    accounts: accounts.map(({ appId }) => ({ appId, name: name(appId), persons: sizeOf(appId) })),
    bars: [...bars.bars],
    moreBars: bars.more,
    answers: compared ? answersOf(people, compared, nameOf) : [],
    apart: apartOf(people, compared, nameOf),
    isComparison: compared !== undefined,
    total,
  };
}

/** Whether each two of the accounts that are compared are of one platform. */
function answersOf(people: People, compared: readonly string[], nameOf: (appId: string) => string): string[] {
  const pairs = compared.flatMap((one, at) => compared.slice(at + 1).map(other => [one, other] as const));
  return pairs
    .slice(0, bounds.peopleBars)
    .map(([one, other]) => answerOf(people.samePlatform(one, other), nameOf(one), nameOf(other), nameOf));
}

export function answerOf(
  answer: SamePlatform,
  one: string,
  other: string,
  nameOf: (appId: string) => string,
): string {
  switch (answer.kind) {
    case 'yes':
      return l10n.t(
        '{0} and {1} are of the same Open Platform account: persons in both: {2}.',
        one,
        other,
        countText(answer.persons),
      );
    case 'noSign':
      return answer.beginAlike
        ? l10n.t(
            'There is no sign that {0} and {1} are of the same Open Platform account: nobody is in both. Their unionids begin alike, though; a person who follows both would show it.',
            one,
            other,
          )
        : l10n.t(
            'There is no sign that {0} and {1} are of the same Open Platform account: nobody is in both, and their unionids begin differently. Somebody who follows both would show it: look up your own openid in each.',
            one,
            other,
          );
    case 'notBound':
      return l10n.t(
        '{0} is bound to no Open Platform account: none of its followers came with a unionid.',
        answer.appIds.map(nameOf).join(enumeration()),
      );
    case 'notKnown':
      return l10n.t(
        'Of {0} no unionid is known yet: fetch profiles of its followers, or import its pairs.',
        answer.appIds.map(nameOf).join(enumeration()),
      );
  }
}

/** Accounts that nobody can be joined of. */
function apartOf(
  people: People,
  compared: readonly string[] | undefined,
  nameOf: (appId: string) => string,
): PeopleHead['apart'] {
  return (compared ?? people.appIds)
    .flatMap(appId => {
      const standing = people.standing(appId);
      if (standing === 'joined') return [];
      const reason =
        standing === 'notBound'
          ? l10n.t('followers came without a unionid: it is bound to no Open Platform account')
          : l10n.t('no unionid is known yet: fetch profiles of followers, or import pairs');
      return [{ name: bounded(nameOf(appId), bounds.cellText), reason }];
    })
    .slice(0, bounds.peopleBars);
}
