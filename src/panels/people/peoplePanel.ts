import { env, type WebviewPanel } from 'vscode';

import { type Finding } from '../../people';
import { type FromPeople } from '../../protocol/messages/peopleMessages';
import { blockAt, bounds } from '../../protocol/bounds';
import {
  everybody,
  type FindingView,
  type PeopleLayout,
  type PeopleScope,
} from '../../protocol/views/peopleView';
import { Redraws } from '../redraws';
import { type PanelLog } from '../sources';
import { inSlices, type Steps } from '../steps';
import { helpWith } from './findingHelp';
import { mappingRequest } from './mappingRequest';
import { type PeopleChannel } from './peopleChannel';
import { type PeopleLayouts } from './peopleLayouts';
import { type KnownPeople, type PeoplePage, type PeoplePlace } from './peopleSources';
import { PeopleView } from './peopleView';
import { withoutLabel } from './picture/combinationBars';
import { RowDetail } from './rowDetail';
import { ShownKeys } from './shownKeys';
import { TableAnswers } from './tableAnswers';
import { type PersonTable } from './table/personTable';

const persons: PeopleScope = { kind: 'persons' };

/** A page of people: what is shown is made from the index, row by row as it is asked for. */
export class PeoplePanel {
  private view: PeopleView;
  private scope: PeopleScope = persons;
  private table: PersonTable | undefined;
  private layout: PeopleLayout | undefined;
  private keys: ShownKeys;
  private findings: ReadonlyMap<string, Finding> | undefined;
  private findingViews: FindingView[] = [];
  private paneOpen = false;
  private place: PeoplePlace | undefined;
  private isStale = true;
  private readonly closed = new AbortController();
  private readonly redraws = new Redraws(() => this.draw());
  private readonly detail: RowDetail;
  private readonly answers: TableAnswers;

  constructor(
    readonly panel: WebviewPanel,
    private page: PeoplePage,
    private readonly channel: PeopleChannel,
    private readonly layouts: PeopleLayouts,
    private readonly log: PanelLog,
  ) {
    this.view = this.viewOf(page.known, undefined);
    this.keys = this.keysOf(page.known);
    this.place = page.place;
    this.detail = new RowDetail(page.acts, log, (row, detail) =>
      channel.post({ type: 'detail', row, detail }),
    );
    this.answers = new TableAnswers(channel, this.closed.signal, {
      drawAgain: () => this.drawAgain(),
      showDetail: () => this.table && this.detail.send(this.table, this.view.known),
    });
    channel.takeOver({
      onReady: () => this.sendAll(),
      onMessage: message => this.receive(message),
    });
  }

  /** The people are known anew; the reader stays where they are as far as that is still there. */
  show(page: PeoplePage): void {
    this.page = page;
    this.place = page.place;
    this.knowAnew(page.known);
  }

  dispose(): void {
    this.closed.abort();
    this.redraws.cancel();
    this.detail.dispose();
  }

  private viewOf(known: KnownPeople, beginning: string | undefined): PeopleView {
    const { compared } = this.page;
    const platforms = known.people.platforms();
    const isKept = platforms.some(each => each.beginning === beginning);
    // Of accounts that are compared, the group that holds most of them.
    const shared = (appIds: readonly string[]) =>
      compared?.filter(appId => appIds.includes(appId)).length ?? 0;
    const [first] = platforms.sort((a, b) => shared(b.appIds) - shared(a.appIds));
    const chosen = isKept && beginning !== undefined ? beginning : (first?.beginning ?? '');
    return new PeopleView(known, chosen, compared);
  }

  private keysOf(known: KnownPeople): ShownKeys {
    return new ShownKeys(known.keys, this.closed.signal, this.log, () => {
      this.table?.changed();
      this.drawAgain();
    });
  }

  private knowAnew(known: KnownPeople): void {
    const query = this.table?.query;
    const accounts = JSON.stringify(this.view.accounts);
    this.view = this.viewOf(known, this.view.beginning);
    this.keys = this.keysOf(known);
    this.findings = undefined;
    this.findingViews = [];
    this.scope = persons;
    this.table = undefined;
    this.kept = query && accounts === JSON.stringify(this.view.accounts) ? query : undefined;
    this.sendHead();
    this.drawAgain();
  }

  /** What the rows were asked for by before they were known anew. */
  private kept: PersonTable['query'] | undefined;

  private drawAgain(): void {
    this.isStale = true;
    this.redraws.now();
  }

  /** The page is there, for the first time or anew; its count of turns begins again. */
  private sendAll(): void {
    if (this.closed.signal.aborted) return;
    if (this.table) this.table.turn = 0;
    this.sendHead();
    this.channel.post({ type: 'findings', findings: this.findingViews });
    this.channel.post({ type: 'pane', open: this.paneOpen });
    if (this.table && this.layout) {
      this.sendTable(this.table, this.layout);
      this.sendFound();
      this.detail.send(this.table, this.view.known);
    }
    if (this.isStale) this.redraws.now();
  }

  private *draw(): Steps<void> {
    if (!this.channel.isListening) return;
    const { view } = this;
    if (!this.table) {
      const table = yield* view.tableOf(this.scope, this.findings ?? new Map(), this.keys);
      table.query = this.kept ?? everybody;
      this.kept = undefined;
      if (this.place?.kind === 'several') table.query = { ...table.query, bars: view.several };
      this.table = table;
      void this.begin(table);
    }
    yield* this.table.draw();
    this.isStale = false;
    if (this.layout) this.sendFound();
  }

  /** The columns as they were left, then all that may take its time. */
  private async begin(table: PersonTable): Promise<void> {
    const { view, scope } = this;
    const group = table.rows.appId === undefined ? view.beginning : 'openids';
    const layout = await this.layouts.of(group, table.sources);
    if (this.table !== table || this.closed.signal.aborted) return;
    this.layout = layout;
    this.sendTable(table, layout);
    if (table.version > 0) this.sendFound();
    if (this.place)
      this.channel.post({ type: 'goTo', place: this.place.kind === 'findings' ? 'findings' : 'table' });
    this.place = undefined;
    this.keys.read();
    if (scope.kind === 'persons' && this.page.compared)
      if (
        await inSlices(view.countFurther(table.rows), () => this.view === view && !this.closed.signal.aborted)
      )
        this.sendHead();
    await this.lookForFindings(view);
  }

  private async lookForFindings(view: PeopleView): Promise<void> {
    if (this.findings) return;
    const found = await view.findings(this.closed.signal).catch((error: unknown) => {
      if (!this.closed.signal.aborted) this.log.error('findings of people', error);
    });
    if (!found || this.view !== view) return;
    this.findings = new Map(found.map(({ view: { id }, finding }) => [id, finding]));
    this.findingViews = found.map(each => each.view);
    this.channel.post({ type: 'findings', findings: this.findingViews });
  }

  private sendHead(): void {
    this.channel.post({ type: 'head', head: this.view.head() });
  }

  private sendTable(table: PersonTable, layout: PeopleLayout): void {
    const label = this.scopeLabel();
    this.channel.post({
      type: 'table',
      table: {
        scope: this.scope,
        ...(label !== undefined && { label }),
        total: table.length,
        columns: table.sources.map(({ column }) => column),
        layout,
      },
    });
  }

  /** What the rows are, where they are not simply everybody. */
  private scopeLabel(): string | undefined {
    const { scope } = this;
    switch (scope.kind) {
      case 'persons':
        return undefined;
      case 'finding':
        return this.findingViews.find(({ id }) => id === scope.finding)?.title;
      case 'without':
        return withoutLabel(this.view.known.nameOf(scope.appId));
    }
  }

  private sendFound(): void {
    const { table } = this;
    if (!table) return;
    const found = table.found();
    const offset = blockAt(found.topAt) * bounds.blockRows;
    const top = { offset, rows: table.slice(offset, bounds.blockRows) };
    this.channel.post({ type: 'found', found, top });
  }

  private changeScope(scope: PeopleScope): void {
    this.scope = scope;
    this.table = undefined;
    this.layout = undefined;
    this.drawAgain();
  }

  private async receive(message: FromPeople): Promise<void> {
    const { table } = this;
    switch (message.type) {
      case 'platform':
        this.view = new PeopleView(this.view.known, message.beginning, this.page.compared);
        this.sendHead();
        this.changeScope(persons);
        return;
      case 'scope':
        if (message.bar !== undefined) this.kept = { ...everybody, bars: [message.bar] };
        this.changeScope(message.scope);
        return;
      case 'columns':
        this.layout = message.layout;
        this.layouts.save(table?.rows.appId === undefined ? this.view.beginning : 'openids', message.layout);
        return;
      case 'pane':
        this.paneOpen = message.open;
        return;
      case 'open':
        await this.page.acts.open(message.appId, message.openid);
        return;
      case 'copyText':
        await env.clipboard.writeText(message.text);
        return;
      case 'command':
        await this.command(message.command);
        return;
      case 'help':
        await helpWith(
          this.findings?.get(message.finding),
          this.helpOf(message.finding),
          this.view.known,
          this.page.acts,
        );
        return;
      default:
        if (table) await this.answers.answer(message, table, this.layout);
    }
  }

  private helpOf(finding: string): FindingView['help'] {
    return this.findingViews.find(each => each.id === finding)?.help;
  }

  private async command(command: (FromPeople & { type: 'command' })['command']): Promise<void> {
    const { acts } = this.page;
    switch (command) {
      case 'refresh': {
        const known = await acts.again();
        if (known && !this.closed.signal.aborted) this.knowAnew(known);
        return;
      }
      case 'compare':
        await acts.compare();
        return;
      case 'import':
        await acts.importPairs();
        return;
      case 'export':
        await acts.exportMapping(mappingRequest(this.view, this.table));
    }
  }
}
