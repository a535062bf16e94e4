import assert from 'node:assert/strict';
import type { BrowserContext, Page } from 'playwright-core';

/** What went wrong inside the webviews of a window, collected from its start. */
export class Problems {
  /** What the Content Security Policy forbade. */
  readonly violations: string[] = [];
  /** Uncaught errors and `console.error` of webview pages; VS Code's own are not ours. */
  readonly errors: string[] = [];

  #reloaded = false;

  /**
   * From now on a page may be closed while it loads: of the panels that VS Code restores some are replaced at once,
   * and their style sheets are not found any more.
   */
  expectClosedPages(): void {
    this.#reloaded = true;
  }

  /** Begins to collect; to be called before the first page is loaded. */
  async watch(context: BrowserContext): Promise<void> {
    await context.exposeFunction('reportPolicyViolation', (violation: string) => {
      this.violations.push(violation);
    });
    await context.addInitScript(`addEventListener('securitypolicyviolation', event =>
      reportPolicyViolation(event.violatedDirective + ' ' + event.blockedURI + ' in ' + event.documentURI));`);
  }

  /** The listener in a page misses what is blocked while the page loads, which only the console tells. */
  watchPage(page: Page): void {
    page.on('console', message => {
      const { url } = message.location();
      if (message.text().includes('Content Security Policy')) this.violations.push(message.text());
      else if (message.type() === 'error' && isWebview(url) && !this.#isOfClosedPage(message.text()))
        this.errors.push(`${message.text()} (${url})`);
    });
    page.on('pageerror', error => {
      if (isWebview(error.stack ?? '')) this.errors.push(error.stack ?? error.message);
    });
  }

  #isOfClosedPage(text: string): boolean {
    return this.#reloaded && text.startsWith('Failed to load resource');
  }

  assertNone(): void {
    assert.deepEqual({ violations: this.violations, errors: this.errors }, { violations: [], errors: [] });
  }
}

function isWebview(place: string): boolean {
  return place.includes('vscode-resource') || place.includes('vscode-webview');
}
