import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { env, l10n, Uri, type WebviewPanel } from 'vscode';

import { envelope, type Envelope, type PageState, readyMessage, type StartMessage } from '../protocol/start';
import { pageHtml } from './page';
import { type PanelLog } from './sources';

/** Who answers for the page. */
interface PageHost<In> {
  /** The page is there, for the first time or again after it was hidden, and knows nothing. */
  onReady(): void;
  onMessage(message: In): Promise<void>;
}

interface Page<In> extends PageHost<In> {
  /** The bundle below `dist/webview`, without its ending. */
  readonly script: 'profile' | 'batch' | 'report' | 'comparison' | 'people';
  /** What the panel shows; comes back through the serializer after a window reload. */
  readonly state: PageState;
  readonly schema: v.GenericSchema<unknown, In>;
}

/**
 * Fills a panel with its page and talks to it. VS Code ends a page that is hidden and builds another one when it is
 * shown: each is a generation, messages to or from an earlier one are dropped, and while there is no page that
 * listens none is posted, since VS Code would keep them all. A message that is not in the protocol is ignored
 * and logged.
 */
export class PageChannel<In, Out> {
  private generation = 0;
  private isReady = false;
  private host: PageHost<In>;

  constructor(
    private readonly panel: WebviewPanel,
    private readonly page: Page<In>,
    extensionUri: Uri,
    private readonly log: PanelLog,
  ) {
    this.host = page;
    const { webview } = panel;
    const folder = Uri.joinPath(extensionUri, 'dist', 'webview');
    const address = (file: string) => webview.asWebviewUri(Uri.joinPath(folder, file)).toString();
    const icon = (theme: string) => Uri.joinPath(extensionUri, 'media', `tab-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    webview.options = { enableScripts: true, localResourceRoots: [folder] };
    webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    panel.onDidChangeViewState(() => {
      if (!panel.visible) this.isReady = false;
    });
    // From then on VS Code refuses even to say whether it is visible.
    panel.onDidDispose(() => (this.isReady = false));
    webview.html = pageHtml({
      cspSource: webview.cspSource,
      script: address(`${page.script}.js`),
      icons: address('codicon.css'),
      nonce: randomBytes(16).toString('base64'),
      title: panel.title,
    });
  }

  /** Whether there is a page to draw for; one that comes later is told everything when it is ready. */
  get isListening(): boolean {
    return this.isReady && this.panel.visible;
  }

  post(message: Out): void {
    if (!this.isListening) return;
    void this.panel.webview.postMessage({ generation: this.generation, message } satisfies Envelope);
  }

  /** Somebody else answers for the page from now on, and finds it as if it had just come. */
  takeOver(host: PageHost<In>): void {
    this.host = host;
    if (this.isListening) host.onReady();
  }

  private receive(message: unknown): void {
    if (v.is(readyMessage, message)) {
      this.begin();
      return;
    }
    const sent = v.safeParse(envelope, message);
    if (sent.success && sent.output.generation !== this.generation) return;
    const parsed = v.safeParse(this.page.schema, sent.success ? sent.output.message : undefined);
    if (!parsed.success) {
      this.log.warn(`${this.page.script} panel: ignored a message that is not in the protocol`);
      return;
    }
    // It was hidden and shown so quickly that its page stayed.
    if (!this.isReady && this.panel.visible) {
      this.isReady = true;
      this.host.onReady();
    }
    this.host
      .onMessage(parsed.output)
      .catch((error: unknown) => this.log.error(`${this.page.script} panel`, error));
  }

  private begin(): void {
    this.generation++;
    this.isReady = true;
    void this.panel.webview.postMessage({
      type: 'start',
      generation: this.generation,
      state: this.page.state,
      locale: env.language,
      ...(l10n.bundle && { l10n: l10n.bundle }),
    } satisfies StartMessage);
    this.host.onReady();
  }
}
