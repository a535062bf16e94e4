import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, request as send } from 'node:http';

/** A relay of a team to WeChat's API, whose IP address is whitelisted: it lets nobody through without its header. */
export interface Relay {
  /** `http://127.0.0.1:<port>/relay` */
  readonly url: string;
  /** The headers of every request so far, and whether it was let through. */
  readonly requests: readonly { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  /** How many of them were refused. */
  refused(): number;
  close(): Promise<void>;
}

const prefix = '/relay';

export async function startRelay(
  target: { readonly url: string },
  header: { readonly name: string; readonly value: string },
): Promise<Relay> {
  const requests: { readonly path: string; readonly headers: IncomingHttpHeaders }[] = [];
  let refused = 0;
  const http = createServer((incoming, response) => {
    const path = incoming.url ?? '/';
    requests.push({ path, headers: incoming.headers });
    if (!path.startsWith(prefix) || incoming.headers[header.name.toLowerCase()] !== header.value) {
      refused++;
      response
        .writeHead(403, { 'content-type': 'text/plain', date: new Date().toUTCString() })
        .end('no entry');
      return;
    }
    const own = [header.name.toLowerCase(), 'host'];
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).filter(([name]) => !own.includes(name)),
    );
    const onward = send(
      new URL(path.slice(prefix.length), target.url),
      { method: incoming.method, headers },
      answer => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('The relay has no port.');
  return {
    url: `http://127.0.0.1:${address.port}${prefix}`,
    requests,
    refused: () => refused,
    close: async () => {
      if (!http.listening) return;
      const closed = once(http, 'close');
      http.close();
      http.closeAllConnections();
      await closed;
    },
  };
}
