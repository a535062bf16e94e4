import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import * as path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

/** As far as the simulated WeChat is asked about what must appear nowhere. */
export interface SecretHolder {
  readonly requests: readonly { readonly path: string }[];
  secrets(): string[];
}

/** Everything that was sent to a webview, or by it, in all windows of a user. */
export class WebviewTraffic {
  readonly #messages: string[] = [];

  /** Begins to listen; to be called before the first page is loaded. */
  async watch(context: BrowserContext): Promise<void> {
    await context.exposeFunction('noteWebviewMessage', (message: string) => {
      this.#messages.push(message);
    });
    // VS Code and the frame around a page talk through message ports, in both directions.
    await context.addInitScript(`{
      const { postMessage } = MessagePort.prototype;
      MessagePort.prototype.postMessage = function (data, ...rest) {
        try {
          if (data?.channel !== undefined) noteWebviewMessage(JSON.stringify(data));
        } catch {}
        return postMessage.call(this, data, ...rest);
      };
    }`);
  }

  get text(): string {
    return this.#messages.join('\n');
  }
}

/**
 * Nothing that WeChat holds for a secret, and no token that it gave or was sent, stands in any file of the user (settings,
 * logs, global storage), in what the browser keeps, in a message to or from a webview, or in what a webview shows.
 */
export async function assertNoSecretLeaked(
  wechat: SecretHolder,
  found: { readonly dataFolder: string; readonly pages: readonly Page[]; readonly traffic: WebviewTraffic },
): Promise<void> {
  const secrets = wechat.secrets();
  assert.ok(secrets.length > 0, 'there are secrets to look for');
  const places = [
    ...(await filesBelow(found.dataFolder)),
    { place: 'messages of webviews', text: found.traffic.text },
  ];
  for (const page of found.pages) {
    places.push({ place: 'storage of the browser', text: await page.evaluate<string>(readStorage) });
    for (const frame of page.frames().filter(each => each.url().includes('webview')))
      places.push({ place: 'a webview', text: await frame.content().catch(() => '') });
  }
  const log = places.find(({ place }) => /WeChat OpenID Lens\.log$/.test(place));
  if (wechat.requests.length > 0) {
    // What is looked for in the wrong place is never found.
    assert.match(log?.text ?? 'no log', /(GET|POST) \/cgi-bin\/[\w/]+ .* ms/);
  }
  for (const secret of secrets) {
    const leaks = places.filter(({ text }) => text.includes(secret)).map(({ place }) => place);
    assert.deepEqual(leaks, [], 'a secret or a token leaked');
  }
}

async function filesBelow(folder: string): Promise<{ place: string; text: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter(entry => entry.isFile())
      .map(async entry => {
        const file = path.join(entry.parentPath, entry.name);
        // A file may go while the folder is read: VS Code rotates its own.
        return { place: file, text: await readFile(file, 'latin1').catch(() => '') };
      }),
  );
}

/** Local storage and every object store, as text; VS Code keeps its state there. */
const readStorage = `(async () => {
  const kept = [JSON.stringify({ ...localStorage })];
  for (const { name } of await indexedDB.databases()) {
    const database = await new Promise((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    for (const store of database.objectStoreNames) {
      const values = await new Promise((resolve, reject) => {
        const reading = database.transaction(store).objectStore(store).getAll();
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error);
      });
      kept.push(JSON.stringify(values));
    }
    database.close();
  }
  return kept.join('\\n');
})()`;
