import { l10n } from 'vscode';

import { type OpenidAlone, type People, type Person, type PersonInAccount } from '../../people';
import { bounds } from '../../protocol/bounds';
import { imported, personOutcomeLabel } from '../../protocol/personOutcome';
import { type PersonDetail } from '../../protocol/views/peopleView';
import { timeText } from '../../ui/texts/formats';
import { personNotes } from '../../ui/texts/personNotes';
import { bounded } from '../profile/profileView';
import { type KnownPeople, type ProfileFacts } from './peopleSources';
import { causeLabel } from './table/columnSources';
import { type PeopleRows } from './table/peopleRows';

/** Whom a row is of. */
export type RowSubject =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'openid'; readonly alone: OpenidAlone };

export function subjectAt(people: People, rows: PeopleRows, position: number): RowSubject | undefined {
  if (rows.kind === 'persons') return { kind: 'person', person: people.personAt(position) };
  const account = people.joined.knowledge.accounts.find(({ appId }) => appId === rows.appId);
  if (!account) return undefined;
  const cause = people.missingCause(account, position);
  return { kind: 'openid', alone: { ...people.inAccount(account, position), cause } };
}

export function accountsOf(subject: RowSubject): readonly PersonInAccount[] {
  return subject.kind === 'person' ? subject.person.accounts : [subject.alone];
}

/** Everything about a person that is known, beside the table. */
export function personDetail(
  subject: RowSubject,
  { nameOf }: Pick<KnownPeople, 'nameOf'>,
  keys: readonly { readonly label: string; readonly value: string }[],
  factsOf: (account: PersonInAccount) => ProfileFacts | undefined,
): PersonDetail {
  return {
    ...(subject.kind === 'person' && { unionid: bounded(subject.person.unionid, bounds.cellText) }),
    accounts: accountsOf(subject)
      .slice(0, bounds.fields)
      .map(account => {
        const more = factsOf(account);
        return {
          appId: account.appId,
          name: bounded(nameOf(account.appId), bounds.cellText),
          openid: bounded(account.openid, bounds.cellText),
          facts: [...knownFacts(account), ...(more?.facts ?? [])].slice(0, 20).map(boundedFact),
          hasProfile: more?.hasProfile ?? false,
        };
      }),
    keys: keys.slice(0, bounds.fields).map(boundedFact),
    notes: notesOn(subject, nameOf).slice(0, bounds.fields),
  };
}

function knownFacts({ outcome, since, askedAt }: PersonInAccount) {
  return [
    {
      label: l10n.t('Outcome'),
      value: personOutcomeLabel(outcome ?? imported),
    },
    ...(since === undefined ? [] : [{ label: l10n.t('Followed'), value: timeText(since * 1000) }]),
    ...(askedAt === undefined ? [] : [{ label: l10n.t('Asked WeChat'), value: timeText(askedAt) }]),
  ];
}

function notesOn(subject: RowSubject, nameOf: (appId: string) => string): string[] {
  if (subject.kind === 'openid') return [l10n.t('Why no unionid: {0}', causeLabel(subject.alone.cause))];
  return personNotes(subject.person, nameOf);
}

function boundedFact({ label, value }: { readonly label: string; readonly value: string }) {
  return { label: bounded(label, bounds.cellText), value: bounded(value, bounds.fieldText) };
}
