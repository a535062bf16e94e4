import { readFile, writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { FrameLocator, Frame, Locator, Page } from 'playwright-core';
import { outputFolder } from '../../vscode/folders';
import { loadWorkbench, workbenchReady } from '../../vscode/running/page';
import { appears } from './checks/appears';
import { Editor } from './parts/editor';
import { eventually } from './checks/eventually';
import { extensionHosts } from './extensionHost';
import { displayLanguage, displayLanguageScript, type Locale, type Theme, themes } from './looks';
import { Notifications } from './parts/notifications';
import { QuickInput } from './parts/quickInput';
import { Sidebar } from './parts/sidebar';
import type { Problems } from './checks/problems';
import type { RunningVSCode } from '../../vscode/running/startVSCode';

/** What the windows of one user have in common. */
export interface Session {
  readonly vscode: RunningVSCode;
  readonly problems: Problems;
}

/** One VS Code window, driven as a user would. */
export class VSCodeWindow {
  readonly page: Page;
  readonly quickInput: QuickInput;
  readonly notifications: Notifications;
  readonly sidebar: Sidebar;
  readonly editor: Editor;
  readonly #session: Session;

  constructor(page: Page, session: Session) {
    this.page = page;
    this.#session = session;
    this.quickInput = new QuickInput(page);
    this.notifications = new Notifications(page);
    this.sidebar = new Sidebar(page);
    this.editor = new Editor(page, this.quickInput);
    session.problems.watchPage(page);
  }

  /** Runs a command from the palette by its whole name there, e.g. `WeChat: Add Official Account…`. */
  async run(command: string): Promise<void> {
    const name = this.#paletteNames.getByText(command, { exact: true }).first();
    // An open palette does not learn of commands, and a fresh window has none of an extension for a moment.
    await eventually(async patience => {
      await this.#openPalette(command, patience);
      // Its list may be made anew under the pointer, and the palette closes where a panel takes the focus.
      if ((await appears(name, patience / 1000)) && (await isClicked(name))) return;
      await this.quickInput.cancel();
      throw new Error(`The palette has no “${command}”.`);
    });
  }

  /**
   * Runs a command and chooses from its lists, one after the other. They close where a page takes the focus, as one does
   * late that was in front before the palette, or that a reload brings back: then it is run anew.
   */
  async runAndPick(command: string, ...rows: readonly (string | RegExp)[]): Promise<void> {
    await eventually(async patience => {
      await this.run(command);
      for (const row of rows) await this.quickInput.pick(row, { timeout: 2 * patience });
    });
  }

  /** Moves the editor in front into a window of its own. */
  async moveEditorOut(): Promise<VSCodeWindow> {
    const page = this.page.context().waitForEvent('page');
    await this.run('View: Move Editor into New Window');
    return new VSCodeWindow(await page, this.#session);
  }

  /** The names that the palette offers for what is typed. */
  async palette(typed: string): Promise<string[]> {
    await this.#openPalette(typed);
    await this.quickInput.row('').waitFor();
    const names = await this.#paletteNames.allInnerTexts();
    await this.quickInput.cancel();
    return names;
  }

  get #paletteNames(): Locator {
    return this.quickInput.box.locator('.monaco-list-row .label-name');
  }

  /** A busy window may lose the key: the caller presses it again. */
  async #openPalette(typed: string, timeout = 20_000): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.quickInput.field.fill(`>${typed}`, { timeout });
  }

  /** The document of the webview in front; goes on working when that is replaced. */
  get webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready:visible').frameLocator('#active-frame');
  }

  /** The same document as a frame, to run scripts in. */
  async webviewFrame(): Promise<Frame> {
    return eventually(async () => {
      const outer = this.page.frameLocator('iframe.webview.ready:visible');
      const inner = await (await outer.locator('#active-frame').elementHandle())?.contentFrame();
      if (inner === null || inner === undefined) throw new Error('No webview is in front.');
      return inner;
    });
  }

  /** The hover card in sight: a tooltip, or what a language feature says. */
  get hover(): Locator {
    return this.page.locator('.workbench-hover:visible, .monaco-hover:visible').first();
  }

  async clipboard(): Promise<string> {
    return this.page.evaluate<string>('navigator.clipboard.readText()');
  }

  /** Saves a picture below out/screenshots; returns its path. */
  async screenshot(name: string): Promise<string> {
    const file = path.join(outputFolder, 'screenshots', `${name}.png`);
    await this.page.screenshot({ path: file });
    return file;
  }

  /**
   * Reloads the window: a new extension host, and VS Code's secret storage is empty here. By the command, which
   * waits until VS Code has written which editors are open; the browser's own reload does not.
   */
  async reload(): Promise<void> {
    this.#session.problems.expectClosedPages();
    const loads = new Loads(this.page);
    const name = this.#paletteNames.getByText('Developer: Reload Window', { exact: true }).first();
    await eventually(async patience => {
      if (loads.some) return;
      await this.#openPalette('Developer: Reload Window', patience);
      await name.waitFor({ timeout: patience });
      // On a busy machine the page goes before it has said that it was clicked. A second click would reload once
      // more, before VS Code has opened its editors again, and they would be forgotten.
      if (!(await isClicked(name)) && !loads.some) await loads.first(2 * patience);
    });
    await loads.first(45_000);
    await workbenchReady(this.page);
  }

  /** Begins anew, whatever is open: VS Code may forget what happened last. */
  async restart(): Promise<void> {
    this.#session.problems.expectClosedPages();
    await this.page.reload();
    await workbenchReady(this.page);
  }

  /**
   * Shows another theme and display language, by a reload: settings written from outside are read at page load only. A
   * window that looks so already is left as it is.
   */
  async look({ theme, locale }: { theme: Theme; locale: Locale }): Promise<void> {
    const file = path.join(this.#session.vscode.dataFolder, 'data/User/settings.json');
    const settings: unknown = JSON.parse(await readFile(file, 'utf8'));
    const changed = Object.assign({}, settings, { 'workbench.colorTheme': themes[theme] });
    const shown = await this.page.evaluate<Locale | undefined>(displayLanguage);
    if (isDeepStrictEqual(settings, changed) && locale === (shown ?? 'en')) return;
    await writeFile(file, JSON.stringify(changed, undefined, 2));
    await this.page.addInitScript(displayLanguageScript(locale));
    await this.reload();
  }

  /** Waits until the webview in front is drawn in a theme: after a reload VS Code begins with the one before. */
  async webviewLooks(theme: Theme): Promise<void> {
    await this.webview
      .locator(`body[data-vscode-theme-id="${themes[theme]}"]`)
      .waitFor({ state: 'attached' });
  }

  /**
   * Kills the extension host in the middle of whatever it does and waits for the next one. VS Code restarts it
   * by itself at most twice in five minutes.
   */
  async killExtensionHost(): Promise<void> {
    const { pid } = this.#session.vscode.server;
    const killed = extensionHosts(pid);
    if (killed.length === 0) throw new Error('No extension host is running.');
    for (const host of killed) process.kill(host, 'SIGKILL');
    // VS Code first tries to reach the old one again, after five seconds, and five, and ten.
    await eventually(() => {
      if (!extensionHosts(pid).some(host => !killed.includes(host)))
        throw new Error('No new extension host.');
    }, 40);
  }

  /** Makes VS Code think that the user went to another window, or came back. */
  async setFocused(focused: boolean): Promise<void> {
    await this.page.evaluate(
      `document.hasFocus = () => ${focused}; window.dispatchEvent(new Event('${focused ? 'focus' : 'blur'}'))`,
    );
  }

  /** Another window of the same user, on the same folder. */
  async openAnother(): Promise<VSCodeWindow> {
    const window = new VSCodeWindow(await this.page.context().newPage(), this.#session);
    await loadWorkbench(window.page, this.page.url());
    return window;
  }
}

/** Whether a page was loaded since. */
class Loads {
  readonly #first: Promise<void>;
  some = false;

  constructor(page: Page) {
    this.#first = new Promise(resolve =>
      page.once('domcontentloaded', () => {
        this.some = true;
        resolve();
      }),
    );
  }

  /** @throws after so many milliseconds without one */
  async first(timeout: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('The window was not loaded again.')), timeout);
    });
    await Promise.race([this.#first, late]).finally(() => clearTimeout(timer));
  }
}

async function isClicked(target: Locator): Promise<boolean> {
  return target.click({ timeout: 4000 }).then(
    () => true,
    () => false,
  );
}
