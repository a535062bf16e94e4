import { setTimeout as sleep } from 'node:timers/promises';
import { EventEmitter, Uri, ViewColumn, type Webview, type WebviewPanel } from 'vscode';

/** What shows a panel's page. */
export interface Screen {
  load(panel: Panel): Promise<void>;
  unload(panel: Panel): Promise<void>;
  deliver(panel: Panel, message: unknown): Promise<void>;
}

/** A webview panel whose page stands in a browser. VS Code builds a page anew each time that it is shown. */
export class Panel implements WebviewPanel {
  readonly options = {};
  viewColumn = ViewColumn.One;
  active = true;
  visible = true;
  iconPath: WebviewPanel['iconPath'];
  isDisposed = false;
  /** Whatever the host has posted. */
  readonly posted: unknown[] = [];
  readonly webview: Webview;
  private readonly received = new EventEmitter<unknown>();
  private readonly disposed = new EventEmitter<void>();
  private readonly changed = new EventEmitter<{ webviewPanel: WebviewPanel }>();
  readonly onDidDispose = this.disposed.event;
  readonly onDidChangeViewState = this.changed.event;

  constructor(
    readonly viewType: string,
    public title: string,
    origin: string,
    private readonly screen: Screen,
  ) {
    this.webview = {
      options: {},
      html: '',
      cspSource: origin,
      onDidReceiveMessage: this.received.event,
      asWebviewUri: uri => Uri.parse(`${origin}${uri.path}`),
      postMessage: async message => {
        // Through JSON, as in VS Code: what the host holds must not be shared with the page.
        const copy: unknown = JSON.parse(JSON.stringify(message));
        this.posted.push(copy);
        await this.screen.deliver(this, copy);
        return this.visible;
      },
    };
  }

  /** How many messages of a type were posted. */
  count(type: string): number {
    return this.posted.filter(message => typeOf(message) === type).length;
  }

  receive(message: unknown): void {
    this.received.fire(message);
  }

  async hide(): Promise<void> {
    this.visible = this.active = false;
    this.changed.fire({ webviewPanel: this });
    await this.screen.unload(this);
  }

  async show(): Promise<void> {
    this.visible = this.active = true;
    this.changed.fire({ webviewPanel: this });
    await this.screen.load(this);
  }

  reveal(): void {
    this.active = true;
  }

  dispose(): void {
    if (this.isDisposed) return;
    this.isDisposed = true;
    this.disposed.fire();
  }
}

/** Messages travel in an envelope; `typeOf` looks into it. */
export function typeOf(message: unknown): string | undefined {
  const inner = isRecord(message) && 'message' in message ? message['message'] : message;
  return isRecord(inner) && typeof inner['type'] === 'string' ? inner['type'] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Tries until it passes, for some seconds; then the last failure is thrown. */
export async function eventually<T>(check: () => Promise<T> | T): Promise<T> {
  const end = Date.now() + 5000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(20);
    }
  }
}
