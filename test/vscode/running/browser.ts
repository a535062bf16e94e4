import { existsSync } from 'node:fs';
import * as path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Chrome, Chromium or Edge of this machine, else the Chromium that Playwright may have downloaded. */
export function findBrowser(): string | undefined {
  return [...usualPlaces(), chromium.executablePath()].find(existsSync);
}

/** Starts a headless browser; it ends with this process. Close its pages first: see {@link closeBrowser}. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No Chromium, Chrome or Edge was found on this machine.');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    ignoreDefaultArgs: ['--hide-scrollbars'],
  });
}

/**
 * Closes pages before the browser. After an abrupt end VS Code keeps the extension host for a reconnection,
 * with whatever it was doing and the locks it holds.
 */
export async function closeBrowser(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) for (const page of context.pages()) await page.close();
  await browser.close();
}

function usualPlaces(): string[] {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
        name => `/Applications/${name}.app/Contents/MacOS/${name}`,
      );
    case 'win32':
      return [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']]
        .filter(folder => folder !== undefined)
        .flatMap(folder => [
          path.join(folder, 'Google/Chrome/Application/chrome.exe'),
          path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
        ]);
    default:
      return (process.env['PATH'] ?? '')
        .split(path.delimiter)
        .flatMap(folder =>
          ['chromium', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map(name =>
            path.join(folder, name),
          ),
        );
  }
}
