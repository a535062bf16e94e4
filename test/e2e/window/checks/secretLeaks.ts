import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import * as path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

/** As far as the simulated WeChat is asked about what must appear nowhere. */
export interface SecretHolder {
  readonly requests: readonly {
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
    readonly headers: object;
    readonly body: string;
    readonly openids: readonly string[];
  }[];
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

/** An AppSecret goes into the body of this one, and nowhere else; a token into `access_token` of the others. */
const tokenPath = '/cgi-bin/stable_token';
/** As long as one that nobody has by chance. */
const openidLength = 28;

/**
 * Nothing that WeChat holds for a secret, and no token that it gave or was sent, stands in any file of the user (settings,
 * logs, global storage), in what the browser keeps, in a message to or from a webview, in what a window or a webview shows,
 * in the clipboard, in the arguments of a process, or in a request where it does not belong. The log names no person.
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
    { place: 'arguments of processes', text: argumentsOfProcesses() },
    ...wechat.requests.map(request => ({
      place: `a request to ${request.path}`,
      text: besideCredential(request),
    })),
  ];
  for (const page of found.pages) {
    places.push({ place: 'storage of the browser', text: await page.evaluate<string>(readStorage) });
    places.push({ place: 'a window', text: await page.evaluate<string>('document.body.innerText') });
    const clipboard = page.evaluate<string>('navigator.clipboard.readText()');
    places.push({ place: 'the clipboard', text: await clipboard.catch(() => '') });
    for (const frame of page.frames().filter(each => each.url().includes('webview')))
      places.push({ place: 'a webview', text: await frame.content().catch(() => '') });
  }
  const log = places.find(({ place }) => /WeChat OpenID Lens\.log$/.test(place));
  if (wechat.requests.length > 0) {
    // What is looked for in the wrong place is never found.
    assert.match(log?.text ?? 'no log', /(GET|POST) \/cgi-bin\/[\w/]+ .* ms/);
  }
  const people = new Set(wechat.requests.flatMap(({ openids }) => openids));
  const named = [...people].filter(openid => openid.length === openidLength && log?.text.includes(openid));
  assert.deepEqual(named, [], 'the log names people');
  for (const secret of secrets) {
    const leaks = places.filter(({ text }) => text.includes(secret)).map(({ place }) => place);
    assert.deepEqual(leaks, [], 'a secret or a token leaked');
  }
}

function argumentsOfProcesses(): string {
  if (process.platform === 'win32') return '';
  return execFileSync('ps', ['-A', '-o', 'args='], { encoding: 'utf8', maxBuffer: 50_000_000 });
}

/** A request without what it may carry: the token in its query, and the AppSecret where a token is asked for. */
function besideCredential({ path: to, query, headers, body }: SecretHolder['requests'][number]): string {
  const rest = { ...query, access_token: '' };
  return JSON.stringify([to, rest, headers, to === tokenPath ? '' : body]);
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
