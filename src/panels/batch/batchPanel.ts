import { setImmediate } from 'node:timers/promises';
import { commands as vscodeCommands, env, Uri, type WebviewPanel } from 'vscode';

import { commands } from '../../manifest';
import { type BatchCommand, type FromBatch, fromBatch, type ToBatch } from '../../protocol/batchMessages';
import { wholeList } from '../../protocol/batchView';
import { blockAt, bounds } from '../../protocol/bounds';
import { whitelistPage } from '../../ui/problems';
import { displayLanguage } from '../../wechat';
import { BatchTable } from './table/batchTable';
import { type BatchViews } from './batchViews';
import { PageChannel } from '../channel';
import { copySelection } from './copySelection';
import { overviewOf } from './overview';
import { type ProfileActions } from '../profile/profileActions';
import { RowDetail } from './rowDetail';
import {
  type PanelLog,
  type RelationSource,
  type ShownBatch,
  type Subscription,
  type TagNameSource,
} from '../sources';
import { Throttle } from '../throttle';

export interface BatchContext {
  readonly tagNames: TagNameSource;
  readonly views: BatchViews;
  readonly relations?: RelationSource;
  readonly actions: ProfileActions;
  readonly log: PanelLog;
}

const commandIds: Readonly<Record<BatchCommand, string>> = {
  cancel: commands.cancelBatch,
  resume: commands.resumeBatch,
  retryFailed: commands.retryFailed,
  recheckNotFollowing: commands.recheckNotFollowing,
  export: commands.exportBatch,
};

/** Rows decoded between two breaths: a few milliseconds, so that the host stays responsive. */
const decodedAtOnce = 1000;
const redrawMs = 250;
const saveMs = 500;

/** The table of one batch. */
export class BatchPanel {
  private readonly language = displayLanguage(env.language);
  private readonly table: BatchTable;
  private readonly channel: PageChannel<FromBatch, ToBatch>;
  private readonly redraw = new Throttle(redrawMs, () => this.update());
  private readonly save = new Throttle(saveMs, () => void this.context.views.save(this.batch.id, this.table));
  private readonly detail: RowDetail;
  private readonly changes: Subscription;
  private readonly restored: Promise<void>;
  /** Until every row is decoded there are no charts, and only the whole list can be shown. */
  private prepared = false;
  private readonly closed = new AbortController();
  private namedInState?: ShownBatch['state'];

  constructor(
    readonly panel: WebviewPanel,
    private readonly batch: ShownBatch,
    extensionUri: Uri,
    private readonly context: BatchContext,
  ) {
    this.table = new BatchTable(batch, this.language);
    this.restored = context.views.restore(batch.id, this.table);
    this.channel = new PageChannel(
      panel,
      {
        script: 'batch',
        id: batch.id,
        schema: fromBatch,
        onReady: () => void this.restored.then(() => this.sendAll()),
        onMessage: message => this.receive(message),
      },
      extensionUri,
      context.log,
    );
    const { relations, log } = context;
    this.detail = new RowDetail({
      batch,
      language: this.language,
      ...(relations && { relations }),
      log,
      post: (row, profile) => this.channel.post({ type: 'detail', row, profile }),
    });
    this.changes = batch.onDidChange(() => this.redraw.call());
    void this.prepare();
  }

  /** Brings a row to the keyboard and shows its profile, without the filters where they hide it. */
  reveal(openid: string): void {
    const row = this.batch.indexOf(openid);
    if (row === undefined) return;
    // How the table was left must not come over it.
    void this.restored.then(() => {
      this.table.activeRow = row;
      this.table.topRow = row;
      if (this.table.found().activeAt === -1) this.table.query = wholeList;
      this.update();
    });
  }

  dispose(): void {
    this.closed.abort();
    this.changes.dispose();
    this.detail.dispose();
    this.redraw.dispose();
    this.save.flush();
  }

  private async prepare(): Promise<void> {
    await this.restored;
    for (let from = 0; from < this.table.length && !this.closed.signal.aborted; from += decodedAtOnce) {
      this.table.read(from, Math.min(from + decodedAtOnce, this.table.length));
      await setImmediate();
    }
    this.prepared = true;
    this.update();
  }

  private async nameTags(): Promise<void> {
    const { tagNames, log } = this.context;
    try {
      const names = await tagNames(this.batch.appId);
      if (!names || names === this.table.tagNames) return;
      this.table.tagNames = names;
      this.update();
    } catch (error) {
      if (!this.closed.signal.aborted) log.error('tag names of a batch', error);
    }
  }

  /** The page is there, for the first time or anew; its count of turns begins again. */
  private sendAll(): void {
    this.table.turn = 0;
    this.channel.post({ type: 'columns', layout: this.context.views.columns });
    this.channel.post({ type: 'pane', open: this.table.paneOpen });
    this.channel.post({ type: 'overview', overview: overviewOf(this.batch, this.language) });
    this.sendTable();
    this.sendDetail();
  }

  private update(): void {
    if (this.closed.signal.aborted) return;
    this.channel.post({ type: 'overview', overview: overviewOf(this.batch, this.language) });
    if (!this.prepared) return;
    // An account that could not be asked when the panel opened has been used when a run has begun or ended.
    if (this.batch.state !== this.namedInState) void this.nameTags();
    this.namedInState = this.batch.state;
    this.find();
    this.sendDetail();
  }

  private find(): void {
    this.table.read(0, this.table.length);
    this.table.find();
    this.sendTable();
  }

  private sendTable(): void {
    if (!this.prepared && this.table.query !== wholeList) return;
    const found = this.table.found();
    const offset = blockAt(found.topAt) * bounds.blockRows;
    const top = { offset, rows: this.table.slice(offset, bounds.blockRows) };
    this.channel.post({ type: 'found', found, top });
  }

  private sendDetail(): void {
    this.detail.send(this.table.activeRow, this.table.tagNames);
  }

  /** The address that WeChat refused, for the account's whitelist. */
  private async copyIp(): Promise<void> {
    const { problem } = overviewOf(this.batch, this.language);
    if (problem?.ip !== undefined) await env.clipboard.writeText(problem.ip);
  }

  private async receive(message: FromBatch): Promise<void> {
    const { table } = this;
    switch (message.type) {
      case 'query':
        table.turn = message.turn;
        table.query = message.query;
        table.topRow = undefined;
        // A filter is seldom changed, and missed after a reload; a place is told at every turn of the wheel.
        this.save.now();
        if (this.prepared) this.find();
        break;
      case 'slice': {
        const { offset, length, version } = message;
        // The page asks again when it hears of the version that this one made way for.
        if (version !== table.version) break;
        this.channel.post({ type: 'rows', version, offset, rows: table.slice(offset, length) });
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
        if (table.rowAt({ position: message.position }) !== table.activeRow)
          this.channel.post({ type: 'found', found: table.found() });
        this.sendDetail();
        break;
      case 'pane':
        table.paneOpen = message.open;
        this.save.call();
        break;
      case 'select':
        table.select(message.change);
        this.save.call();
        this.channel.post({ type: 'found', found: table.found() });
        break;
      case 'copySelection':
        await copySelection(table, message.as, this.context.views.columns);
        break;
      case 'columns':
        await this.context.views.saveColumns(message.layout);
        break;
      case 'copyIp':
        await this.copyIp();
        break;
      case 'openConsole':
        await env.openExternal(Uri.parse(whitelistPage));
        break;
      case 'command':
        await vscodeCommands.executeCommand(commandIds[message.command], { batchId: this.batch.id });
        break;
      case 'action': {
        const outcome = this.batch.outcomeAt(message.row);
        if (outcome)
          await this.context.actions.run(message.action, outcome, { kind: 'batch', id: this.batch.id });
      }
    }
  }
}
