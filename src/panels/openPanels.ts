import * as v from 'valibot';
import { env, type Tab, TabInputWebview, type WebviewPanel, window } from 'vscode';

import { type StateFiles } from './stateFiles';

const record = v.object({ open: v.array(v.object({ viewType: v.string(), id: v.string() })) });
type OpenPanel = v.InferOutput<typeof record>['open'][number];

/**
 * Remembers which panels are open. When the extension host is killed, VS Code starts another one in the same
 * window, but leaves the old host's panels standing: visible, deaf, and not given to a serializer, as it does
 * after a reload of the window. `env.sessionId` changes with a reload only, and so tells the two apart.
 */
export class OpenPanels {
  private readonly name = `window ${env.sessionId}`;
  private readonly open = new Map<WebviewPanel, OpenPanel>();
  private readonly left: Promise<readonly OpenPanel[]>;
  private written: Promise<unknown>;

  constructor(
    private readonly files: StateFiles,
    private readonly failed: (error: unknown) => void,
  ) {
    this.left = files.read(this.name, record).then(kept => kept?.open ?? []);
    this.written = this.left;
  }

  add(panel: WebviewPanel, viewType: string, id: string): void {
    this.open.set(panel, { viewType, id });
    this.write();
  }

  delete(panel: WebviewPanel): void {
    this.open.delete(panel);
    this.write();
  }

  /** Closes the panels that a killed host left in this window, and tells what they showed. */
  async closeDead(viewTypes: readonly string[]): Promise<readonly OpenPanel[]> {
    const left = await this.left;
    if (left.length === 0) return [];
    const ours = ({ input }: Tab) =>
      input instanceof TabInputWebview && viewTypes.some(type => input.viewType.endsWith(`-${type}`));
    // A tab does not tell its panel; one that this host has opened in the meantime has the panel's title.
    const living = new Set([...this.open.keys()].map(panel => panel.title));
    const tabs = window.tabGroups.all.flatMap(group => group.tabs);
    await window.tabGroups.close(
      tabs.filter(tab => ours(tab) && !living.has(tab.label)),
      true,
    );
    return left;
  }

  private write(): void {
    const open = [...this.open.values()];
    this.written = this.written.then(() => this.files.write(this.name, { open })).catch(this.failed);
  }
}
