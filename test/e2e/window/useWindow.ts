import { type OpenedWindow, openWindow, type WindowOptions } from './openWindow';

/**
 * Opens a window before the tests of the surrounding `describe` and closes it after them. A failed test leaves a
 * picture below out/screenshots/failures. At the end no secret of the simulated WeChat may stand anywhere, and a
 * webview that broke its policy or threw fails, too.
 * Options may depend on what an earlier `before` has started.
 */
export function useWindow(options: () => WindowOptions = () => ({})): () => OpenedWindow {
  let opened: OpenedWindow | undefined;
  const current = (): OpenedWindow => {
    if (opened === undefined) throw new Error('The window is open only while tests run.');
    return opened;
  };

  before('open a VS Code window', async () => {
    opened = await openWindow(options());
  });

  afterEach(async function () {
    const test = this.currentTest;
    if (test?.state === 'failed') {
      await opened?.window.screenshot(`failures/${test.fullTitle().replace(/[^\p{L}\p{N}]+/gu, '-')}`);
      // What it left open must not fail the tests after it.
      await opened?.window.restart();
    }
  });

  after('close the VS Code window', async () => {
    try {
      await opened?.assertNoSecretLeaked();
    } finally {
      await opened?.close();
    }
    opened?.problems.assertNone();
  });
  return current;
}
