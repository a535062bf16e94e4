import type * as vscode from 'vscode';
import { EventEmitter } from './events';

/** A tab with a page in it, whose messages a test sends and reads in the page's place. */
export class WebviewPanel {
  active = true;
  viewColumn = 1;
  isDisposed = false;
  /** How often it was brought to the front. */
  revealed = 0;
  iconPath: unknown;
  /** What the host told the page. */
  readonly told: unknown[] = [];

  private readonly received = new EventEmitter<unknown>();
  private readonly disposed = new EventEmitter<void>();
  private readonly viewChanged = new EventEmitter<void>();
  readonly onDidDispose = this.disposed.event;
  readonly onDidChangeViewState = this.viewChanged.event;

  readonly webview = {
    html: '',
    options: {},
    cspSource: 'https://*.vscode-cdn.net',
    asWebviewUri: (uri: vscode.Uri) => uri,
    onDidReceiveMessage: this.received.event,
    postMessage: (message: unknown) => {
      if (!this.isDisposed) this.told.push(message);
      return Promise.resolve(!this.isDisposed);
    },
  };

  constructor(
    readonly viewType: string,
    public title: string,
  ) {}

  /** The page says something to the host. */
  says(message: unknown): void {
    this.received.fire(message);
  }

  get visible(): boolean {
    this.assertOpen();
    return true;
  }

  reveal(): void {
    this.assertOpen();
    this.revealed++;
  }

  /** As VS Code refuses whatever is done with a tab that was closed. */
  private assertOpen(): void {
    if (this.isDisposed) throw new Error('Webview is disposed');
  }

  dispose(): void {
    if (this.isDisposed) return;
    this.isDisposed = true;
    this.disposed.fire();
  }
}
