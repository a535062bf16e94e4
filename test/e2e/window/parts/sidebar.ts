import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../checks/eventually';
import { chooseFromMenu, menuItems } from './menu';
import { visibleText } from './visibleText';

/** The trees in the side bar: the views of an extension, or the Explorer. */
export class Sidebar {
  readonly #page: Page;
  readonly #part: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#part = page.locator('.part.sidebar');
  }

  /** Shows the views of an activity-bar entry by its name. */
  async open(name: string): Promise<void> {
    const entry = this.#page.locator(`.activitybar .action-item:has(a[aria-label^="${name}"])`);
    const title = this.#part.locator('.composite.title').filter({ hasText: name });
    // A window that is still loading loses a click, and a second click on the same entry hides the side bar.
    await eventually(async patience => {
      if (await title.isVisible()) return;
      await entry.click();
      await title.waitFor({ timeout: patience });
    });
  }

  /** The rows that can be seen, top to bottom, each with its label and description. */
  async rows(): Promise<string[]> {
    const texts = await this.#part.locator('.monaco-list-row').allInnerTexts();
    return texts.map(text => text.replace(/\s+/g, ' ').trim());
  }

  async expectRows(expected: readonly string[]): Promise<void> {
    await eventually(async () => assert.deepEqual(await this.rows(), expected));
  }

  /** The first row that holds this text. */
  row(text: string | RegExp): Locator {
    return this.#part.locator('.monaco-list-row').filter({ hasText: text }).first();
  }

  async expand(text: string | RegExp): Promise<void> {
    // A row may have nothing below it yet.
    const row = this.#part.locator('.monaco-list-row[aria-expanded]').filter({ hasText: text }).first();
    if ((await row.getAttribute('aria-expanded')) === 'false')
      await row.locator('.monaco-tl-twistie').click();
    await this.#part
      .locator('.monaco-list-row[aria-expanded="true"]')
      .filter({ hasText: text })
      .first()
      .waitFor();
  }

  async click(text: string | RegExp): Promise<void> {
    await this.row(text).click();
  }

  /** Chooses from the context menu of a row. */
  async choose(text: string | RegExp, ...names: string[]): Promise<void> {
    await chooseFromMenu(this.#page, this.row(text), ...names);
  }

  async menu(text: string | RegExp): Promise<string[]> {
    return menuItems(this.#page, this.row(text));
  }

  /** Clicks an icon that shows while the pointer is over a row. */
  async clickInline(text: string | RegExp, action: string): Promise<void> {
    const row = this.row(text);
    await row.hover();
    await row.locator(`a.action-label[aria-label^="${action}"]`).click();
  }

  async tooltip(text: string | RegExp): Promise<string> {
    const hover = this.#page.locator('.workbench-hover:visible, .monaco-hover:visible').first();
    // A tree that is drawn anew while the pointer rests on it shows no tooltip until the pointer comes back.
    return eventually(async patience => {
      await this.#page.mouse.move(0, 0);
      await this.row(text).hover({ timeout: patience });
      return visibleText(hover, patience);
    });
  }

  /** What the first view says where it is empty, and its buttons. */
  get welcome(): Locator {
    return this.#part.locator('.welcome-view-content').first();
  }
}
