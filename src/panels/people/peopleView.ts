import { findFindings, type Finding } from '../../people';
import { bounds } from '../../protocol/bounds';
import {
  type CombinationBar,
  type FindingView,
  type PeopleHead,
  type PeopleScope,
} from '../../protocol/views/peopleView';
import { bounded } from '../profile/profileView';
import { type Steps } from '../steps';
import { findingView } from './findingTexts';
import { peopleHead } from './peopleHead';
import { type KnownPeople } from './peopleSources';
import { type Bars, followBars, inBars, withoutBars } from './picture/combinationBars';
import { Membership } from './picture/membership';
import { type KeySource, type NamedAccount, openidColumns, personColumns } from './table/columnSources';
import { type PeopleRows, personsOf, rowsOfFinding, withoutUnionid } from './table/peopleRows';
import { PersonTable } from './table/personTable';

/** What is shown of the people: one group of accounts, or those of it that are compared. */
export class PeopleView {
  readonly accounts: readonly NamedAccount[];
  private readonly membership: Membership;
  private readonly bars: Bars;
  /** Those of a comparison. */
  private further: readonly CombinationBar[] = [];

  constructor(
    readonly known: KnownPeople,
    readonly beginning: string,
    private readonly compared: readonly string[] | undefined,
  ) {
    const { people } = known;
    const ofPlatform = people.platforms().find(each => each.beginning === beginning)?.appIds ?? [];
    const appIds = compared ? compared.filter(appId => ofPlatform.includes(appId)) : ofPlatform;
    this.accounts = this.named(appIds);
    this.membership = new Membership(
      people,
      this.accounts.map(({ appId }) => appId),
    );
    this.bars = inBars(people, beginning, this.membership, this.accounts);
  }

  get isComparison(): boolean {
    return this.compared !== undefined;
  }

  head(): PeopleHead {
    const { beginning, accounts, compared, bars, further } = this;
    const all = { bars: [...bars.bars, ...further].slice(0, bounds.peopleBars), more: bars.more };
    return peopleHead(this.known, { beginning, accounts, compared, bars: all });
  }

  /** Bars of those who are in two accounts or more. */
  get several(): string[] {
    return this.bars.bars.filter(({ members }) => members.length > 1).map(({ id }) => id);
  }

  /** Who follows what, and of whom no unionid is known: of accounts that are compared it is what is asked. */
  *countFurther(persons: PeopleRows): Steps<void> {
    const without = yield* withoutBars(this.known.people, this.named(this.compared ?? []), this.accounts);
    const follows = yield* followBars(persons.positions, this.membership, this.accounts);
    this.further = [...without, ...follows.bars];
  }

  *tableOf(scope: PeopleScope, findings: ReadonlyMap<string, Finding>, keys: KeySource): Steps<PersonTable> {
    const { people } = this.known;
    const rows = yield* this.rowsOf(scope, findings);
    const sources =
      rows.appId === undefined
        ? personColumns(people, this.accounts, keys)
        : openidColumns(people, { appId: rows.appId, name: this.known.nameOf(rows.appId) });
    return new PersonTable(rows, sources.slice(0, bounds.peopleColumns), this.membership);
  }

  private *rowsOf(scope: PeopleScope, findings: ReadonlyMap<string, Finding>): Steps<PeopleRows> {
    const { people } = this.known;
    if (scope.kind === 'without') {
      const { appId } = scope;
      return { kind: 'openids', appId, positions: yield* withoutUnionid(people, appId) };
    }
    const finding = scope.kind === 'finding' ? findings.get(scope.finding) : undefined;
    return finding
      ? yield* rowsOfFinding(people, finding)
      : yield* personsOf(people, this.beginning, this.membership);
  }

  private named(appIds: readonly string[]): NamedAccount[] {
    return appIds
      .slice(0, bounds.peopleAccounts)
      .map(appId => ({ appId, name: bounded(this.known.nameOf(appId), bounds.cellText) }));
  }

  /** Told by what they are, so that the same one has the same name after a refresh. */
  async findings(signal: AbortSignal): Promise<{ readonly view: FindingView; readonly finding: Finding }[]> {
    const { people } = this.known;
    const found = await findFindings(people, signal);
    const own = found.filter(({ appId }) => !this.compared || this.compared.includes(appId));
    return own.slice(0, bounds.peopleBars).map(finding => {
      const id = idOf(finding);
      return { finding, view: findingView(id, finding, this.known) };
    });
  }
}

function idOf(finding: Finding): string {
  const parts = [finding.kind, finding.appId];
  if (finding.kind === 'withoutUnionid') parts.push(finding.cause);
  if (finding.kind === 'twoUnionids') parts.push(finding.from, finding.to);
  return parts.join(' ');
}
