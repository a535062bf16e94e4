import { randomUUID } from 'node:crypto';
import * as v from 'valibot';

import { isDead, thisProcess, windowProcess } from '../batch';
import { type StateFiles } from './stateFiles';

const panel = v.object({ viewType: v.string(), id: v.string(), title: v.string(), openedAt: v.number() });
const record = v.object({ process: windowProcess, panels: v.array(panel) });

type RememberedPanel = v.InferOutput<typeof panel>;

/** What a tab keeps when all else about it is lost. */
export type TabName = Pick<RememberedPanel, 'viewType' | 'title'>;

/**
 * Which panels are open and what they show. A tab keeps its title when the state of its page is lost, which VS
 * Code in a browser writes late, or its extension host. Each host writes a file of its own: windows that write
 * into one lose each other's entries.
 */
export class RememberedPanels {
  private readonly name = randomUUID();
  /** Of this window, the newest first. */
  private panels: readonly RememberedPanel[] = [];
  /** One write after the other. */
  private written: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly files: StateFiles,
    private readonly failed: (error: unknown) => void,
    private readonly now: () => number = Date.now,
  ) {}

  add({ viewType, title }: TabName, id: string): void {
    this.panels = [{ viewType, id, title, openedAt: this.now() }, ...this.without(viewType, id)];
    this.write();
  }

  delete({ viewType }: TabName, id: string): void {
    this.panels = this.without(viewType, id);
    this.write();
  }

  /** The panel of this name that was opened last in any window, of those that `isFree` lets pass. */
  latest(tab: TabName, isFree: (id: string) => boolean): Promise<string | undefined> {
    return this.find(tab, isFree, () => true);
  }

  /** The same among the panels of extension hosts that have come to an end. */
  latestOfDead(tab: TabName, isFree: (id: string) => boolean): Promise<string | undefined> {
    return this.find(tab, isFree, isDead);
  }

  private async find(
    { viewType, title }: TabName,
    isFree: (id: string) => boolean,
    fits: (process: v.InferOutput<typeof windowProcess>) => boolean,
  ): Promise<string | undefined> {
    await this.written;
    const records = (await this.files.readAll(record)).filter(({ process }) => fits(process));
    return records
      .flatMap(({ panels }) => panels)
      .filter(other => other.viewType === viewType && other.title === title && isFree(other.id))
      .sort((a, b) => b.openedAt - a.openedAt)[0]?.id;
  }

  private without(viewType: string, id: string): RememberedPanel[] {
    return this.panels.filter(other => other.viewType !== viewType || other.id !== id);
  }

  private write(): void {
    const { panels } = this;
    this.written = this.written
      .then(() =>
        panels.length > 0
          ? this.files.write(this.name, { process: thisProcess(), panels })
          : this.files.remove(this.name),
      )
      .catch(this.failed);
  }
}
