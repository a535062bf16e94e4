import { type BrowserContext, type Page } from 'playwright-core';

import { type Panel, type Screen } from './panel';
import { type PageServer } from './server';
import { type Theme } from './themes';

/** Shows each panel in a page of one browser, with what VS Code brings into a webview. */
export class BrowserScreen implements Screen {
  readonly pages = new Map<Panel, Page>();
  private readonly addresses = new Map<Panel, string>();
  private readonly asleep = new WeakSet<Panel>();
  /** What the browser complained of, whatever the page. */
  readonly complaints: string[] = [];
  theme: Theme;

  constructor(
    private readonly context: BrowserContext,
    private readonly server: PageServer,
    theme: Theme,
  ) {
    this.theme = theme;
  }

  async load(panel: Panel): Promise<void> {
    const page = this.pages.get(panel) ?? (await this.newPage(panel));
    const address = this.addresses.get(panel) ?? this.server.add(() => panel.webview.html);
    this.addresses.set(panel, address);
    this.asleep.delete(panel);
    await page.goto(address);
  }

  async unload(panel: Panel): Promise<void> {
    this.asleep.add(panel);
    await this.pages.get(panel)?.goto('about:blank');
  }

  async deliver(panel: Panel, message: unknown): Promise<void> {
    const page = this.pages.get(panel);
    if (!page || this.asleep.has(panel) || page.isClosed()) return;
    // A page that is just being left takes nothing.
    await page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`).catch(() => undefined);
  }

  private async newPage(panel: Panel): Promise<Page> {
    const page = await this.context.newPage();
    this.pages.set(panel, page);
    page.on('pageerror', error => this.complaints.push(String(error)));
    page.on('console', message => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    await page.exposeFunction('hostPost', (message: unknown) => panel.receive(message));
    await page.addInitScript(`
      globalThis.acquireVsCodeApi = () => ({ postMessage: message => void hostPost(message), setState() {} });
      addEventListener('DOMContentLoaded', () => {
        const { className, colours } = ${JSON.stringify(this.theme)};
        document.body.className = className;
        for (const [name, value] of Object.entries(colours))
          document.documentElement.style.setProperty('--vscode-' + name, value);
      });
    `);
    return page;
  }
}
