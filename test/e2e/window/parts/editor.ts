import type { Locator, Page } from 'playwright-core';
import { eventually } from '../checks/eventually';
import { chooseFromMenu, menuItems, pointAtInMenu } from './menu';
import type { QuickInput } from './quickInput';

/** The text editor in front. */
export class Editor {
  readonly #page: Page;
  readonly #quickInput: QuickInput;
  readonly #lines: Locator;
  /** Where a right-click lands: outside the selection it would clear that. */
  #target: Locator;

  constructor(page: Page, quickInput: QuickInput) {
    this.#page = page;
    this.#quickInput = quickInput;
    this.#lines = page.locator('.editor-group-container.active .monaco-editor .view-lines');
    this.#target = this.#token('');
  }

  /** Opens a file of the workspace by its name. */
  async open(file: string): Promise<void> {
    // A busy window loses the key, and the box closes where a page that is drawn takes the focus.
    await eventually(async timeout => {
      await this.#page.keyboard.press('ControlOrMeta+P');
      await this.#quickInput.field.fill(file, { timeout });
      await this.#quickInput.row(file).waitFor({ timeout });
      await this.#quickInput.accept();
      await this.tab(file).waitFor({ timeout });
    });
    await this.#lines.waitFor();
  }

  tab(name: string | RegExp): Locator {
    return this.#page.locator('.tabs-container .tab').filter({ hasText: name }).first();
  }

  async selectAll(): Promise<void> {
    this.#target = this.#token('');
    await this.#target.click();
    await this.#page.keyboard.press('ControlOrMeta+A');
  }

  /** Double-clicks the first token that holds `text`. */
  async selectWord(text: string): Promise<void> {
    this.#target = this.#token(text);
    await this.#target.dblclick();
  }

  /** Puts the cursor into the first token that holds `text`, selecting nothing. */
  async placeCursor(text: string): Promise<void> {
    this.#target = this.#token(text);
    await this.#target.click();
  }

  /** Chooses from the editor's context menu, opened on what was last selected or clicked. */
  async choose(...names: string[]): Promise<void> {
    await chooseFromMenu(this.#page, this.#target, ...names);
  }

  /** Opens that menu and rests on an item. */
  async pointAt(name: string): Promise<void> {
    await pointAtInMenu(this.#page, this.#target, name);
  }

  /** The names in that menu. */
  async menu(): Promise<string[]> {
    return menuItems(this.#page, this.#target);
  }

  #token(text: string): Locator {
    return this.#lines.locator('.view-line span span').filter({ hasText: text }).first();
  }
}
