import { commands as vscodeCommands, env, Uri, type WebviewPanel } from 'vscode';

import { commands } from '../../manifest';
import { type BatchCommand, type FromBatch } from '../../protocol/messages/batchMessages';
import { wholeList } from '../../protocol/views/batchView';
import { blockAt, bounds } from '../../protocol/bounds';
import { byHand } from '../../ui/asking/byHand';
import { whitelistPage } from '../../ui/whitelistPage';
import { displayLanguage } from '../../wechat';
import { type ProfileActions } from '../profile/profileActions';
import { Redraws } from '../redraws';
import { type RelationSource, type ShownBatch, type Subscription } from '../sources';
import { type Steps } from '../steps';
import { Throttle } from '../throttle';
import { type BatchChannel } from './batchChannel';
import { type BatchViews } from './batchViews';
import { copyCell, copyRows } from './copyRows';
import { Knowledge, type KnowledgeSources } from './knowledge';
import { overviewOf } from './overview';
import { RowDetail } from './rowDetail';
import { BatchTable } from './table/batchTable';
import { isValueColumn, type ValueColumn } from './table/columnText';
import { TableQuestions } from './tableQuestions';

export interface BatchContext extends KnowledgeSources {
  readonly views: BatchViews;
  readonly relations?: RelationSource;
  readonly actions: ProfileActions;
  /** Why something cannot be shown, in a sentence for people. */
  readonly explain: (error: unknown) => Promise<string>;
}

/** What an export may be limited to. */
export interface ShownRows {
  readonly filtered: readonly string[];
  readonly picked: readonly string[];
}

const commandIds: Readonly<Record<BatchCommand, string>> = {
  cancel: commands.cancelBatch,
  resume: commands.resumeBatch,
  retryFailed: commands.retryFailed,
  recheckNotFollowing: commands.recheckNotFollowing,
  export: commands.exportBatch,
};

const saveMs = 500;
/** The head is counts only: it keeps its pace however long a list is. */
const headMs = 250;

/** The table of one batch. */
export class BatchPanel {
  private readonly language = displayLanguage(env.language);
  private readonly table: BatchTable;
  private readonly redraws = new Redraws(() => this.draw());
  private readonly head = new Throttle(headMs, () => this.sendOverview());
  private readonly save = new Throttle(saveMs, () => void this.context.views.save(this.batch.id, this.table));
  private readonly detail: RowDetail;
  private readonly knowledge: Knowledge;
  private readonly subscriptions: readonly Subscription[];
  private readonly restored: Promise<void>;
  private readonly closed = new AbortController();
  private namedInState?: ShownBatch['state'];
  /** What is drawn is not what is known. */
  private isStale = true;
  /** A row must be seen, whatever the filters say. */
  private isRevealing = false;
  private readonly questions: TableQuestions;

  constructor(
    readonly panel: WebviewPanel,
    private readonly batch: ShownBatch,
    private readonly channel: BatchChannel,
    private readonly context: BatchContext,
  ) {
    const { relations, log, views } = context;
    this.table = new BatchTable(batch, this.language);
    this.knowledge = new Knowledge(batch, this.table, context, () => this.drawSoon());
    this.restored = views.restore(batch.id, this.table);
    this.questions = new TableQuestions(this.table, channel, this.closed.signal);
    this.detail = new RowDetail({
      batch,
      language: this.language,
      ...(relations && { relations }),
      log,
      post: (row, profile) => this.channel.post({ type: 'detail', row, profile }),
    });
    this.subscriptions = [
      batch.onDidRecord(openids => this.table.changed(openids)),
      batch.onDidChange(() => this.drawSoon()),
      views.onDidChange(by => by !== this && this.sendColumns()),
      this.knowledge,
      this.detail,
    ];
    channel.takeOver({
      onReady: () => void this.restored.then(() => this.sendAll()),
      onMessage: message => this.receive(message),
    });
  }

  /** The openids that its reader sees, and has picked, where that is not simply all of them. */
  get shownRows(): ShownRows {
    return { filtered: this.table.openids('filtered'), picked: this.table.openids('picked') };
  }

  /** Brings a row to the keyboard and shows its profile, without the filters where they hide it. */
  reveal(openid: string): void {
    const row = this.batch.indexOf(openid);
    if (row === undefined) return;
    // How the table was left must not come over it.
    void this.restored.then(() => {
      this.table.activeRow = row;
      this.table.topRow = row;
      this.isRevealing = true;
      this.isStale = true;
      this.redraws.now();
    });
  }

  dispose(): void {
    this.closed.abort();
    this.redraws.cancel();
    this.head.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
    this.save.flush();
  }

  /** The page is there, for the first time or anew; its count of turns begins again. */
  private sendAll(): void {
    if (this.closed.signal.aborted) return;
    this.table.turn = 0;
    this.sendColumns();
    this.channel.post({ type: 'pane', open: this.table.paneOpen });
    this.sendOverview();
    if (this.table.isReady && !this.isRevealing) this.sendTable();
    this.sendDetail();
    if (this.isStale) this.redraws.now();
  }

  /** Nothing is drawn for nobody: a page that comes to be shown is drawn then. */
  private drawSoon(): void {
    this.isStale = true;
    if (!this.channel.isListening) return;
    this.head.call();
    this.redraws.soon();
  }

  private *draw(): Steps<void> {
    const { table, batch } = this;
    if (!this.channel.isListening) return;
    this.sendOverview();
    // An account that could not be asked when the panel opened has been used when a run has begun or ended.
    if (batch.state !== this.namedInState) void this.knowledge.read();
    this.namedInState = batch.state;
    yield* table.draw();
    if (this.isRevealing && table.found().activeAt === -1) {
      table.query = { ...wholeList, sort: table.query.sort };
      yield* table.draw();
    }
    this.isRevealing = this.isStale = false;
    this.sendTable();
    this.sendDetail();
    // They change all the time while a batch runs, and help nobody then.
    if (batch.state === 'running') return;
    yield;
    const spreads = yield* table.spreads(this.spreadColumns());
    this.channel.post({ type: 'spreads', spreads });
  }

  private spreadColumns(): ValueColumn[] {
    const { order, hidden } = this.context.views.columns;
    return order.filter(column => !hidden.includes(column)).filter(isValueColumn);
  }

  private sendColumns(): void {
    this.channel.post({ type: 'columns', layout: this.context.views.columns });
  }

  private sendOverview(): void {
    this.channel.post({ type: 'overview', overview: overviewOf(this.batch, this.language) });
  }

  private sendTable(): void {
    const found = this.table.found();
    const offset = blockAt(found.topAt) * bounds.blockRows;
    const top = { offset, rows: this.table.slice(offset, bounds.blockRows) };
    this.channel.post({ type: 'found', found, top });
  }

  private sendFound(): void {
    this.channel.post({ type: 'found', found: this.table.found() });
  }

  private sendDetail(): void {
    this.detail.send(this.table.activeRow, this.table.tagNames, this.table.changes);
  }

  /** The address that WeChat refused, for the account's whitelist. */
  private async copyIp(): Promise<void> {
    const { problem } = overviewOf(this.batch, this.language);
    if (problem?.ip !== undefined) await env.clipboard.writeText(problem.ip);
  }

  private async changePeople(act: 'tag' | 'untag'): Promise<void> {
    const { appId, id: batchId } = this.batch;
    const openids = this.table.openids('picked');
    const command = act === 'tag' ? commands.tagPeople : commands.untagPeople;
    if (openids.length > 0) await vscodeCommands.executeCommand(command, byHand({ appId, batchId, openids }));
  }

  private async receive(message: FromBatch): Promise<void> {
    const { table, channel } = this;
    switch (message.type) {
      case 'query':
        table.turn = message.turn;
        table.query = message.query;
        table.topRow = undefined;
        // A filter is seldom changed, and missed after a reload; a place is told at every turn of the wheel.
        this.save.now();
        this.isStale = true;
        this.redraws.now();
        break;
      case 'slice': {
        const { offset, length, version } = message;
        // The page asks again when it hears of the version that this one made way for.
        if (version !== table.version) break;
        channel.post({ type: 'rows', version, offset, rows: table.slice(offset, length) });
        break;
      }
      case 'place':
        table.turn = message.turn;
        // At the very top the reader stays there, whatever comes to stand in it.
        table.topRow = message.position === 0 ? undefined : table.rowAt(message);
        this.save.call();
        break;
      case 'activate':
        table.turn = message.turn;
        table.activeRow = table.rowAt(message);
        this.save.call();
        // The table has changed while the message was on its way: the row stands elsewhere now.
        if (table.rowAt({ position: message.position }) !== table.activeRow) this.sendFound();
        this.sendDetail();
        break;
      case 'pane':
        table.paneOpen = message.open;
        this.save.call();
        break;
      case 'select':
        table.select(message.change);
        this.save.call();
        this.sendFound();
        break;
      case 'copy':
        await copyRows(table, message, this.context.views.columns, this.closed.signal);
        break;
      case 'copyCell':
        await copyCell(table, message);
        break;
      case 'values':
      case 'find':
        await this.questions.answer(message);
        break;
      case 'people':
        await this.changePeople(message.act);
        break;
      case 'columns':
        await this.context.views.saveColumns(message.layout, this);
        break;
      case 'copyIp':
        await this.copyIp();
        break;
      case 'openConsole':
        await env.openExternal(Uri.parse(whitelistPage));
        break;
      case 'command':
        await vscodeCommands.executeCommand(commandIds[message.command], byHand({ batchId: this.batch.id }));
        break;
      case 'action': {
        const outcome = this.batch.outcomeAt(message.row);
        if (outcome)
          await this.context.actions.run(
            message.action,
            { outcome, appId: this.batch.appId },
            { kind: 'batch', id: this.batch.id },
          );
      }
    }
  }
}
