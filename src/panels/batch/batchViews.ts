import * as v from 'valibot';
import { bounds } from '../../protocol/bounds';
import { type ColumnLayout, columnIds, columnLayout, query } from '../../protocol/views/batchView';
import { rowId } from '../../protocol/messages/tableMessages';
import { type BatchTable } from './table/batchTable';
import { type PanelLog, type Subscription } from '../sources';
import { type StateFiles } from '../stateFiles';

const left = v.object({
  query,
  activeRow: v.optional(rowId),
  topRow: v.optional(rowId),
  paneOpen: v.fallback(v.boolean(), false),
  picks: v.fallback(v.pipe(v.array(rowId), v.maxLength(bounds.keptSelection)), []),
});

const columnsName = 'columns';

/** What a newcomer sees. */
const firstLayout: ColumnLayout = { order: [...columnIds], hidden: ['place', 'qrScene'], widths: {} };

/** How each batch's table was left, and the columns that all of them share. */
export class BatchViews {
  columns = firstLayout;
  private loaded?: Promise<void>;
  private readonly listeners = new Set<(by: object) => void>();
  /** One write after the other: the last one stays. */
  private written: Promise<void> = Promise.resolve();

  constructor(
    private readonly files: StateFiles,
    /** Apart, since columns are nobody's data and stay as long as they are wanted. */
    private readonly columnFiles: StateFiles,
    private readonly log: PanelLog,
  ) {}

  /** Tells the other tables: who is `by` knows already. */
  onDidChange(listener: (by: object) => void): Subscription {
    const entry = (by: object) => listener(by);
    this.listeners.add(entry);
    return { dispose: () => void this.listeners.delete(entry) };
  }

  async saveColumns(columns: ColumnLayout, by: object): Promise<void> {
    this.columns = columns;
    for (const listener of [...this.listeners]) listener(by);
    await this.write(this.columnFiles, columnsName, columns);
  }

  /** Puts the table back as it was left; the columns are known then too. */
  async restore(batchId: string, table: BatchTable): Promise<void> {
    await (this.loaded ??= this.loadColumns());
    const saved = await this.files.read(nameOf(batchId), left);
    if (saved) Object.assign(table, saved);
  }

  save(batchId: string, { query, activeRow, topRow, paneOpen, picks }: BatchTable): Promise<void> {
    return this.write(this.files, nameOf(batchId), { query, activeRow, topRow, paneOpen, picks });
  }

  async forget(batchId: string): Promise<void> {
    await this.written;
    await this.files.remove(nameOf(batchId));
  }

  private async loadColumns(): Promise<void> {
    this.columns = (await this.columnFiles.read(columnsName, columnLayout)) ?? firstLayout;
  }

  private write(files: StateFiles, name: string, state: object): Promise<void> {
    this.written = this.written
      .then(() => files.write(name, state))
      .catch((error: unknown) => this.log.error('state of a panel', error));
    return this.written;
  }
}

function nameOf(batchId: string): string {
  return `batch ${batchId}`;
}
