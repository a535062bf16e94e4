import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { type SimulatedAccount } from '../account/account';

/** A team's own server (中控服务器) that hands out the access tokens of one account. */
export interface TokenServer {
  /** `http://127.0.0.1:<port>/wechat/token` */
  readonly url: string;
  /** The headers of every request so far. */
  readonly requests: readonly IncomingHttpHeaders[];
  /** What is sent instead of a token; undefined for the server's usual answer. */
  misbehaves: ((response: ServerResponse) => void) | undefined;
  /** Has WeChat issue a new token, which ends the one before it five minutes later. */
  renew(): void;
  close(): Promise<void>;
}

interface TokenServerOptions {
  /** What a caller has to send; anybody is answered where it is left out. */
  readonly header?: { readonly name: string; readonly value: string };
}

/** The server keeps one token of the account until it is told to renew it, as such servers do. */
export async function startTokenServer(
  account: SimulatedAccount,
  { header }: TokenServerOptions = {},
): Promise<TokenServer> {
  const requests: IncomingHttpHeaders[] = [];
  let issued = account.tokens.issuePlain();
  const http = createServer((request, response) => {
    requests.push(request.headers);
    if (tokenServer.misbehaves) tokenServer.misbehaves(response);
    else if (header && request.headers[header.name.toLowerCase()] !== header.value) {
      response.writeHead(401).end('{"message":"unauthorized"}');
    } else {
      const { accessToken, expiresIn } = issued;
      const data = { access_token: accessToken, expires_in: expiresIn };
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ code: 0, data }));
    }
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('The token server has no port.');
  const tokenServer: TokenServer = {
    url: `http://127.0.0.1:${address.port}/wechat/token`,
    requests,
    misbehaves: undefined,
    renew: () => void (issued = account.tokens.issuePlain()),
    close: async () => {
      if (!http.listening) return;
      const closed = once(http, 'close');
      http.close();
      http.closeAllConnections();
      await closed;
    },
  };
  return tokenServer;
}
