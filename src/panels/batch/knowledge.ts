import {
  type ChangeSource,
  type PanelLog,
  type ShownBatch,
  type Subscription,
  type TagNameSource,
} from '../sources';
import { Throttle } from '../throttle';
import { type BatchTable } from './table/batchTable';

export interface KnowledgeSources {
  readonly tagNames: TagNameSource;
  readonly changes?: ChangeSource;
  readonly log: PanelLog;
}

/** Many people are changed in quick succession, and all changes are read anew for each of them. */
const layMs = 250;

/** What a table shows that stands in no answer: names of tags, and what was changed from here since. */
export class Knowledge implements Subscription {
  private readonly reading = new Throttle(layMs, () => void this.read());
  private readonly subscription: Subscription | undefined;
  private isOver = false;

  constructor(
    private readonly batch: Pick<ShownBatch, 'appId'>,
    private readonly table: BatchTable,
    private readonly sources: KnowledgeSources,
    /** Told where the table shows something else from now on. */
    private readonly changed: () => void,
  ) {
    this.subscription = sources.changes?.onDidChange(appId => {
      if (appId === batch.appId) this.reading.call();
    });
  }

  async read(): Promise<void> {
    const { tagNames, changes } = this.sources;
    const { appId } = this.batch;
    await Promise.all([
      this.orLog('changes laid over a batch', async () => {
        if (this.table.lay(await changes?.overlay(appId))) this.changed();
      }),
      this.orLog('tag names of a batch', async () => {
        const names = await tagNames(appId);
        if (!names || names === this.table.tagNames) return;
        this.table.tagNames = names;
        this.changed();
      }),
    ]);
  }

  dispose(): void {
    this.isOver = true;
    this.reading.dispose();
    this.subscription?.dispose();
  }

  private async orLog(what: string, act: () => Promise<void>): Promise<void> {
    await act().catch((error: unknown) => {
      if (!this.isOver) this.sources.log.error(what, error);
    });
  }
}
