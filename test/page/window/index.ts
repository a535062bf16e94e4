import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import * as v from 'valibot';
import { config } from '@vscode/l10n';
import { Uri } from 'vscode';

import { closeBrowser, launchBrowser } from '../../vscode/running/browser';
import { outputFolder, projectFolder } from '../../vscode/folders';
import { BrowserScreen } from './browserScreen';
import { builtExtension } from './builtExtension';
import { Panel } from './panel';
import { PageServer } from './server';
import { themes, type ThemeName } from './themes';
import { done, env, l10n } from './vscode';

export { eventually } from './panel';
export { type Panel } from './panel';

/** A window of one test file: panels whose pages are shown in a real Chromium. */
export class PageWindow {
  private browser?: Browser;
  private screen?: BrowserScreen;
  private readonly server = new PageServer();
  readonly extensionUri = Uri.file(builtExtension);

  async open(): Promise<void> {
    await this.server.listen();
    this.browser = await launchBrowser();
    await this.newContext('dark');
  }

  /** Everything from here on in this theme, in windows of this size. */
  async newContext(theme: ThemeName, viewport = { width: 1200, height: 800 }): Promise<void> {
    await this.browser?.contexts()[0]?.close();
    const context = await this.opened().newContext({ viewport });
    this.screen = new BrowserScreen(context, this.server, themes[theme]);
  }

  /** The display language until the test ends, of what the host says and of pages that are shown from here on. */
  async speak(language: 'en' | 'zh-cn'): Promise<void> {
    env.language = language;
    const bundle = path.join(projectFolder, 'l10n', `bundle.l10n.${language}.json`);
    l10n.bundle = language === 'en' ? undefined : parsedBundle(await readFile(bundle, 'utf8'));
    // As the extension does when it is activated.
    config({ contents: l10n.bundle ?? {} });
  }

  newPanel(viewType = 'wechatOpenid.batch', title = 'followers.csv'): Panel {
    return new Panel(viewType, title, this.server.origin, this.shown());
  }

  /** Shows the panel's page and gives it. */
  async show(panel: Panel): Promise<Page> {
    await panel.show();
    return this.pageOf(panel);
  }

  pageOf(panel: Panel): Page {
    return this.shown().pages.get(panel) ?? assert.fail('the panel is not shown');
  }

  get done(): typeof done {
    return done;
  }

  /** For people to look at: `out/screenshots/page-NAME.png`. */
  async screenshot(page: Page, name: string): Promise<void> {
    const folder = path.join(outputFolder, 'screenshots');
    await mkdir(folder, { recursive: true });
    await page.screenshot({ path: path.join(folder, `page-${name}.png`) });
  }

  assertCalm(): void {
    assert.deepEqual(this.screen?.complaints ?? [], [], 'the browser complained');
  }

  async close(): Promise<void> {
    if (this.browser) await closeBrowser(this.browser);
    await this.server.close();
  }

  private opened(): Browser {
    return this.browser ?? assert.fail('the window is not open');
  }

  private shown(): BrowserScreen {
    return this.screen ?? assert.fail('the window is not open');
  }
}

/** Opens a window before the tests of a `describe`, and closes it after them. */
export function usePageWindow(): PageWindow {
  const window = new PageWindow();
  before(async function () {
    this.timeout(60_000);
    await window.open();
  });
  afterEach(async () => {
    await window.speak('en');
    done.copied.length = done.commands.length = done.opened.length = 0;
  });
  after(() => window.close());
  return window;
}

function parsedBundle(text: string): Record<string, string> {
  return v.parse(v.record(v.string(), v.string()), JSON.parse(text));
}

/** Role and name of what has the keyboard, through the shadow roots. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate<string>(`(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    if (element === document.body) return 'body';
    const name = element?.ariaLabel ?? element?.closest('label')?.textContent ?? element?.textContent ?? '';
    return [element?.role ?? element?.tagName, name.replace(/\\s+/g, ' ').trim()].join(' ');
  })()`);
}
