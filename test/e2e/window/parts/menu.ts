import type { Locator, Page } from 'playwright-core';
import { eventually } from '../checks/eventually';

/** Opens the context menu of an element and clicks an item, in a submenu when several names are given. */
export async function chooseFromMenu(page: Page, target: Locator, ...names: string[]): Promise<void> {
  await openMenu(page, target, names[0] ?? '');
  for (const [index, name] of names.entries()) {
    const item = menuItem(page, name);
    await item.waitFor();
    if (index < names.length - 1) await item.hover();
    else await clickUntilClosed(item);
  }
}

/** Opens the context menu of an element and rests on an item. */
export async function pointAtInMenu(page: Page, target: Locator, name: string): Promise<void> {
  await openMenu(page, target, name);
  await menuItem(page, name).hover();
}

/** In a fresh window the menus know of an extension's commands a moment after they can be opened. */
async function openMenu(page: Page, target: Locator, name: string): Promise<void> {
  await eventually(async patience => {
    // Where the pointer rests, a tooltip may lie over the target.
    await page.mouse.move(0, 0);
    await target.click({ button: 'right' });
    try {
      await menuItem(page, name).waitFor({ timeout: patience });
    } catch (error) {
      await page.keyboard.press('Escape');
      throw error;
    }
  });
}

/** The names of the items in an element's context menu, which is closed again. */
export async function menuItems(page: Page, target: Locator): Promise<string[]> {
  await target.click({ button: 'right' });
  const items = menuItem(page);
  await items.first().waitFor();
  const names = await items.allInnerTexts();
  await page.keyboard.press('Escape');
  await items.first().waitFor({ state: 'hidden' });
  return names.map(name => name.trim());
}

/** The menu bar has items of the same role, which are always there. */
function menuItem(page: Page, name?: string): Locator {
  return page.locator('.monaco-menu').getByRole('menuitem', name === undefined ? {} : { name, exact: true });
}

/** VS Code's menus ignore clicks during their first 100 ms. */
async function clickUntilClosed(item: Locator): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    await item.click({ timeout: 1000 }).catch(() => undefined);
    const closed = await item.waitFor({ state: 'hidden', timeout: 150 }).then(
      () => true,
      () => false,
    );
    if (closed) return;
  }
  throw new Error('The menu stayed open.');
}
