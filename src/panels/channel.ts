import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { env, l10n, Uri, type WebviewPanel } from 'vscode';

import { readyMessage, type StartMessage } from '../protocol/start';
import { pageHtml } from './page';
import { type PanelLog } from './sources';

interface Page<In> {
  /** The bundle below `dist/webview`, without its ending. */
  readonly script: 'profile' | 'batch' | 'report';
  /** What the panel shows; comes back through the serializer after a window reload. */
  readonly id: string;
  readonly schema: v.GenericSchema<unknown, In>;
  /** The page is there, for the first time or again after it was hidden, and knows nothing. */
  onReady(): void;
  onMessage(message: In): Promise<void>;
}

/** Fills a panel with its page and talks to it. A message that is not in the protocol is ignored and logged. */
export class PageChannel<In, Out> {
  constructor(
    private readonly panel: WebviewPanel,
    private readonly page: Page<In>,
    extensionUri: Uri,
    private readonly log: PanelLog,
  ) {
    const { webview } = panel;
    const folder = Uri.joinPath(extensionUri, 'dist', 'webview');
    const address = (file: string) => webview.asWebviewUri(Uri.joinPath(folder, file)).toString();
    const icon = (theme: string) => Uri.joinPath(extensionUri, 'media', `tab-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    webview.options = { enableScripts: true, localResourceRoots: [folder] };
    webview.onDidReceiveMessage((message: unknown) => this.receive(message));
    webview.html = pageHtml({
      cspSource: webview.cspSource,
      script: address(`${page.script}.js`),
      icons: address('codicon.css'),
      nonce: randomBytes(16).toString('base64'),
      title: panel.title,
    });
  }

  /** A page that is hidden gets nothing; it is told everything when it is ready again. */
  post(message: Out): void {
    void this.panel.webview.postMessage(message);
  }

  private receive(message: unknown): void {
    if (v.is(readyMessage, message)) {
      void this.panel.webview.postMessage({
        type: 'start',
        id: this.page.id,
        locale: env.language,
        ...(l10n.bundle && { l10n: l10n.bundle }),
      } satisfies StartMessage);
      this.page.onReady();
      return;
    }
    const parsed = v.safeParse(this.page.schema, message);
    if (parsed.success)
      this.page
        .onMessage(parsed.output)
        .catch((error: unknown) => this.log.error(`${this.page.script} panel`, error));
    else this.log.warn(`${this.page.script} panel: ignored a message that is not in the protocol`);
  }
}
