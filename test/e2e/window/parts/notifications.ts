import type { Locator, Page } from 'playwright-core';
import { appears, goes } from '../checks/appears';
import { eventually } from '../checks/eventually';
import { visibleText } from './visibleText';

const toastSeconds = 10;

/** Toasts at the lower right, and modal dialogs. */
export class Notifications {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The toast that holds this text. */
  toast(text: string | RegExp): Locator {
    return this.#page.locator('.notification-toast').filter({ hasText: text }).first();
  }

  /** Waits for a notification and returns its whole message. */
  async message(text: string | RegExp): Promise<string> {
    return this.#with(text, (item, timeout) =>
      visibleText(item.locator('.notification-list-item-message'), timeout),
    );
  }

  /** Clicks a button of the notification that holds `text`. */
  async choose(text: string | RegExp, button: string): Promise<void> {
    await this.#with(text, async (item, timeout) => {
      const action = item.getByRole('button', { name: button, exact: true });
      await action.click({ timeout });
      // While a toast moves into its place a click may do nothing; one that did something closes it.
      await eventually(async patience => {
        if (await goes(action, patience / 1000)) return;
        await action.click({ timeout: patience });
        throw new Error(`“${button}” does nothing.`);
      });
    });
  }

  /** The names of a toast's buttons, those that close or expand it left out. */
  async buttons(text: string | RegExp): Promise<string[]> {
    return this.toast(text)
      .locator('.notification-list-item-buttons-container .monaco-button')
      .allInnerTexts();
  }

  async close(text: string | RegExp): Promise<void> {
    const toast = this.toast(text);
    // Toasts go by themselves too, perhaps under the pointer.
    await eventually(async () => {
      if (!(await toast.isVisible())) return;
      await toast.hover({ timeout: 1000 });
      await toast.locator('a.action-label.codicon-notifications-clear').click({ timeout: 1000 });
      await toast.waitFor({ state: 'hidden', timeout: 1000 });
    });
  }

  /**
   * A toast goes after a while, perhaps in the moment it is used, and may not come at all where several do at once:
   * what has gone is behind the bell.
   */
  async #with<T>(text: string | RegExp, act: (item: Locator, timeout?: number) => Promise<T>): Promise<T> {
    const toast = this.toast(text);
    if (await appears(toast, toastSeconds)) {
      try {
        return await act(toast, toastSeconds * 1000);
      } catch (error) {
        if (await toast.isVisible()) throw error;
      }
    }
    await this.#page.locator('[id="status.notifications"]').click();
    const center = this.#page.locator('.notifications-center.visible');
    const result = await act(center.locator('.monaco-list-row').filter({ hasText: text }).first());
    // While it is open no toast is shown.
    const hide = center.locator('a.codicon-notifications-hide');
    if (await hide.isVisible()) await hide.click();
    return result;
  }

  /** The modal dialog that holds this text. */
  dialog(text: string | RegExp): Locator {
    return this.#page.locator('.monaco-dialog-box').filter({ hasText: text });
  }

  /** Answers a modal dialog. */
  async answer(text: string | RegExp, button: string): Promise<void> {
    const dialog = this.dialog(text);
    await dialog.locator('.dialog-buttons').getByRole('button', { name: button, exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}
