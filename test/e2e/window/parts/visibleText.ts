import type { Locator } from 'playwright-core';

/** The text of an element as it is read: VS Code's Markdown turns many spaces into non-breaking ones. */
export async function visibleText(element: Locator): Promise<string> {
  return (await element.innerText()).replaceAll('\u00a0', ' ');
}
