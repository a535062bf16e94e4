import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { eventually } from '../checks/eventually';

/** VS Code's quick input: the palette, input boxes, quick picks and simple file dialogs. */
export class QuickInput {
  readonly box: Locator;
  readonly field: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.box = page.locator('.quick-input-widget:not([style*="display: none"])');
    this.field = this.box.locator('.quick-input-filter input');
  }

  /** Types a whole value and accepts it once `title` is shown, so that it cannot land in the step before. */
  async enter(title: string | RegExp, value: string): Promise<void> {
    await this.fill(title, value);
    await this.accept();
  }

  async fill(title: string | RegExp, value: string): Promise<void> {
    await this.expectTitle(title);
    await this.field.fill(value);
  }

  async accept(): Promise<void> {
    await this.#page.keyboard.press('Enter');
  }

  /** Chooses the row that holds this text. */
  async pick(text: string | RegExp, timeout?: { readonly timeout: number }): Promise<void> {
    const row = this.row(text);
    await row.waitFor(timeout);
    // A resting pointer brings up the row's tooltip, which would take the click.
    await this.#page.mouse.move(0, 0);
    await row.click({ position: { x: 12, y: 8 }, ...timeout });
  }

  row(text: string | RegExp): Locator {
    return this.box.locator('.monaco-list-row').filter({ hasText: text }).first();
  }

  async rows(): Promise<string[]> {
    return this.box.locator('.monaco-list-row').allInnerTexts();
  }

  /** The title with its step, e.g. `Add Official Account (2/3)`. */
  async expectTitle(title: string | RegExp): Promise<void> {
    await eventually(async () => match(await this.box.locator('.quick-input-title').innerText(), title));
  }

  /** The prompt, or what validation says about the value. */
  async expectMessage(message: string | RegExp): Promise<void> {
    await eventually(async () => match(await this.box.locator('.quick-input-message').innerText(), message));
  }

  /** What stands in the empty field. */
  async expectPlaceholder(text: RegExp): Promise<void> {
    await eventually(async () => match((await this.field.getAttribute('placeholder')) ?? '', text));
  }

  async isMasked(): Promise<boolean> {
    return (await this.field.getAttribute('type')) === 'password';
  }

  async back(): Promise<void> {
    await this.box.locator('.quick-input-left-action-bar a.action-label').first().click();
  }

  async cancel(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.box.waitFor({ state: 'hidden' });
  }

  /** VS Code's own open and save dialogs: replaces the path they begin with and accepts. */
  async choosePath(path: string): Promise<void> {
    await eventually(async () => assert.match(await this.field.inputValue(), /^\//));
    await this.row('').waitFor();
    // The dialog writes its own path once more when it has listed the folder.
    await eventually(async () => {
      if ((await this.field.inputValue()) !== path) await this.field.fill(path);
      await this.#page.waitForTimeout(200);
      assert.equal(await this.field.inputValue(), path);
    });
    await this.accept();
  }
}

function match(actual: string, expected: string | RegExp): void {
  if (typeof expected === 'string') assert.ok(actual.includes(expected), `“${actual}” lacks “${expected}”`);
  else assert.match(actual, expected);
}
