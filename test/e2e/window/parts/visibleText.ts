import type { Locator } from 'playwright-core';

/**
 * The text of an element as it is read: VS Code's Markdown turns many spaces into non-breaking ones.
 * What may go away again, as a hover does, is waited for only `timeout` milliseconds.
 */
export async function visibleText(element: Locator, timeout?: number): Promise<string> {
  return (await element.innerText({ timeout })).replaceAll('\u00a0', ' ');
}
