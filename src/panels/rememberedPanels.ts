import * as v from 'valibot';

import { type StateFiles } from './stateFiles';

const panel = v.object({ viewType: v.string(), id: v.string(), title: v.string() });
const record = v.object({ panels: v.array(panel) });

/** What a panel shows, by the title that its tab has. */
export type RememberedPanel = v.InferOutput<typeof panel>;

const fileName = 'open panels';
const mostPanels = 200;

/**
 * Which panels were open and what they showed, of all windows, the newest first. A tab keeps its title when all
 * else about it is lost: the page's own state, which VS Code in a browser writes late, or the extension host.
 */
export class RememberedPanels {
  /** One change after the other. */
  private written: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly files: StateFiles,
    private readonly failed: (error: unknown) => void,
  ) {}

  add(added: RememberedPanel): void {
    this.change(panels => [added, ...panels.filter(other => !isSame(other, added))].slice(0, mostPanels));
  }

  delete(closed: RememberedPanel): void {
    this.change(panels => panels.filter(other => !isSame(other, closed)));
  }

  /** What the panel with this title showed that was opened last, of those that `isFree` lets pass. */
  async idOf(
    viewType: string,
    title: string,
    isFree: (id: string) => boolean = () => true,
  ): Promise<string | undefined> {
    await this.written;
    const panels = await this.read();
    return panels.find(other => other.viewType === viewType && other.title === title && isFree(other.id))?.id;
  }

  private async read(): Promise<readonly RememberedPanel[]> {
    return (await this.files.read(fileName, record))?.panels ?? [];
  }

  private change(edit: (panels: readonly RememberedPanel[]) => readonly RememberedPanel[]): void {
    this.written = this.written
      .then(async () => this.files.write(fileName, { panels: edit(await this.read()) }))
      .catch(this.failed);
  }
}

function isSame(one: RememberedPanel, other: RememberedPanel): boolean {
  return one.viewType === other.viewType && one.id === other.id;
}
