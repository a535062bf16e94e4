import type { Page } from 'playwright-core';

/** The address of the workbench with a folder open. */
export function workbenchUrl(port: number, folder: string, parameters: Record<string, string> = {}): string {
  return `http://127.0.0.1:${port}/?${new URLSearchParams({ folder, ...parameters }).toString()}`;
}

/** Loads VS Code's workbench and waits until it can be used. */
export async function loadWorkbench(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await workbenchReady(page);
}

export async function workbenchReady(page: Page): Promise<void> {
  await page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor();
}
