import { l10n } from 'vscode';

import { type OpenidAlone, type PersonInAccount } from '../../people';
import { type Reporter } from '../../panels/report/reportPanels';
import { bounds } from '../../protocol/bounds';
import { imported, personOutcomeLabel } from '../../protocol/personOutcome';
import { type ReportAction, type ReportView } from '../../protocol/views/reportView';
import { timeText } from '../../ui/texts/formats';
import { personNotes } from '../../ui/texts/personNotes';
import { plainText } from '../../ui/texts/plainText';
import { performReportAction } from '../reports/reportActions';
import { type FoundPeople } from './personFinder';

/** Persons with their accounts, as they are known on this machine. */
export class PersonReporter implements Reporter {
  readonly title = l10n.t('Person');
  private readonly report: ReportView;

  constructor(found: FoundPeople, nameOf: (appId: string) => string) {
    const { persons, alone } = found;
    const inAccounts = [
      ...persons.flatMap(({ unionid, accounts }) => accounts.map(account => ({ unionid, account }))),
      ...alone.map(account => ({ unionid: '', account })),
    ];
    const rows = inAccounts.map(({ unionid, account }) => ({
      state: account.outcome === 'following' ? ('pass' as const) : ('skipped' as const),
      cells: cellsOf(unionid, account, found, nameOf).map(cell => cell.slice(0, bounds.cellText)),
    }));
    const findings = [
      ...persons.flatMap(person => personNotes(person, nameOf)),
      ...alone.map(each => causeText(each, nameOf)),
    ];
    this.report = {
      title: this.title,
      origin: [timeText(Date.now())],
      busy: false,
      steps: findings.slice(0, bounds.fields).map(title => ({
        title: title.slice(0, bounds.cellText),
        state: 'warn',
        stateLabel: l10n.t('Finding'),
        detail: '',
        buttons: [],
      })),
      facts: persons
        .slice(0, bounds.fields)
        .map(({ unionid }) => ({ label: l10n.t('UnionID'), value: unionid })),
      table: {
        columns: [
          { label: l10n.t('Account') },
          { label: l10n.t('OpenID'), isCode: true },
          { label: l10n.t('UnionID'), isCode: true },
          { label: l10n.t('Outcome') },
          { label: l10n.t('Followed') },
          { label: l10n.t('Asked WeChat') },
          { label: l10n.t('Business keys') },
        ],
        rows: rows.slice(0, bounds.reportRows),
        note: l10n.t(
          'WeChat offers no way from a unionid to an openid: this is what batches, recent lookups and imports on this machine tell. The person may be in other accounts, too.',
        ),
      },
      blocks: [],
      buttons: [{ action: 'copyMarkdown', label: l10n.t('Copy as Markdown') }],
    };
  }

  make(show: (report: ReportView) => void): Promise<void> {
    show(this.report);
    return Promise.resolve();
  }

  act(action: ReportAction): Promise<unknown> {
    return performReportAction(action, { report: this.report });
  }
}

function cellsOf(
  unionid: string,
  { appId, openid, outcome, since, askedAt }: PersonInAccount,
  { rows }: FoundPeople,
  nameOf: (appId: string) => string,
): string[] {
  const own = rows.filter(row => row.openids.some(each => each.appId === appId && each.openid === openid));
  const keys = own.flatMap(row =>
    row.keys.map(({ name, value }) => `${plainText(name)}: ${plainText(value)}`),
  );
  return [
    nameOf(appId),
    openid,
    unionid,
    personOutcomeLabel(outcome ?? imported),
    since === undefined ? '' : timeText(since * 1000),
    askedAt === undefined ? '' : timeText(askedAt),
    [...new Set(keys)].join(' · '),
  ];
}

function causeText({ appId, openid, cause }: OpenidAlone, nameOf: (appId: string) => string): string {
  const name = nameOf(appId);
  switch (cause) {
    case 'notBound':
      return l10n.t('{0} has no unionid: {1} seems to be bound to no Open Platform account.', openid, name);
    case 'leftOutByWeChat':
      return l10n.t('{0} has no unionid: WeChat left it out of this answer. Look it up again.', openid);
    case 'notFollowing':
      return l10n.t('{0} has no unionid: WeChat gives none for those who do not follow {1}.', openid, name);
    case 'invalid':
      return l10n.t('{0} has no unionid: WeChat says that it is no openid of {1}.', openid, name);
    case 'neverAnswered':
      return l10n.t('{0} has no unionid: WeChat has given no usable answer. Look it up again.', openid);
    case 'neverFetched':
      return l10n.t(
        '{0} has no unionid: it stands in a follower list of {1}, and its profile was not fetched since. Look it up.',
        openid,
        name,
      );
    case 'importWithout':
      return l10n.t('{0} has no unionid: it was imported without one.', openid);
  }
}
