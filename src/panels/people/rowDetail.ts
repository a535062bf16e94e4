import { type PersonInAccount } from '../../people';
import { type PersonDetail } from '../../protocol/views/peopleView';
import { type PanelLog, type Subscription } from '../sources';
import { type KnownPeople, type PeopleActs, type ProfileFacts } from './peopleSources';
import { accountsOf, personDetail, type RowSubject, subjectAt } from './personDetail';
import { type PersonTable } from './table/personTable';

/** Files are read for it: not for each row that an arrow key passes. */
const restMs = 250;
/** Of somebody with more accounts only the first are looked up. */
const mostLookedUp = 20;

/** The person beside the table: at once as the index knows them, and again with their profiles. */
export class RowDetail implements Subscription {
  private rest: NodeJS.Timeout | undefined;
  private turn = 0;

  constructor(
    private readonly acts: Pick<PeopleActs, 'factsOf'>,
    private readonly log: PanelLog,
    private readonly post: (row: number, detail: PersonDetail) => void,
  ) {}

  send(table: PersonTable, known: KnownPeople): void {
    const row = table.activeRow;
    const subject =
      row === undefined ? undefined : subjectAt(known.people, table.rows, table.positionAt(row));
    if (row === undefined || !subject) return;
    this.dispose();
    const turn = this.turn;
    const keys = table.sources.flatMap(source => {
      const { column } = source;
      const value = column.id.startsWith('key:') ? source.text(table.positionAt(row)) : '';
      return value === '' ? [] : [{ label: column.label, value }];
    });
    this.post(
      row,
      personDetail(subject, known, keys, () => undefined),
    );
    this.rest = setTimeout(() => {
      void this.lookUp(subject)
        .then(factsOf => {
          if (turn === this.turn) this.post(row, personDetail(subject, known, keys, factsOf));
        })
        .catch((error: unknown) => this.log.error('profiles of a person', error));
    }, restMs);
  }

  dispose(): void {
    this.turn++;
    clearTimeout(this.rest);
  }

  private async lookUp(subject: RowSubject): Promise<(account: PersonInAccount) => ProfileFacts | undefined> {
    const facts = new Map<PersonInAccount, ProfileFacts>();
    for (const account of accountsOf(subject).slice(0, mostLookedUp))
      facts.set(account, await this.acts.factsOf(account.appId, account.openid));
    return account => facts.get(account);
  }
}
