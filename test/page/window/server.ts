import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import path from 'node:path';

import { builtExtension } from './builtExtension';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.ttf': 'font/ttf',
};

/** Serves the pages of panels, and the files of `dist/webview` to them, on loopback. */
export class PageServer {
  private readonly pages = new Map<string, () => string>();
  private server?: Server;

  get origin(): string {
    const address = this.server?.address();
    return `http://127.0.0.1:${(address as AddressInfo).port}`;
  }

  async listen(): Promise<void> {
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
      const html = this.pages.get(pathname);
      if (html) {
        response.setHeader('content-type', 'text/html; charset=utf-8').end(html());
        return;
      }
      const file = path.resolve(path.normalize(pathname));
      if (!file.startsWith(builtExtension)) {
        response.writeHead(403).end();
        return;
      }
      readFile(file).then(
        content => response.setHeader('content-type', types[path.extname(file)] ?? 'text/plain').end(content),
        () => response.writeHead(404).end(),
      );
    });
    this.server = server;
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  }

  /** The address at which a page is served from now on. */
  add(html: () => string): string {
    const name = `/page/${this.pages.size + 1}`;
    this.pages.set(name, html);
    return this.origin + name;
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise(resolve => this.server?.close(resolve));
  }
}
