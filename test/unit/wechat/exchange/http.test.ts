import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, type RequestListener } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { ApiHost } from '../../../../src/wechat/exchange/http';
import { type HttpRequest } from '../../../../src/wechat/exchange/httpExchange';
import { type LocalServer, serveHttp, serveTcp } from '../localServer';
import { failureOf, rejection, transportFault } from '../rejection';

const path = '/cgi-bin/user/info';
const get: HttpRequest = { method: 'GET', path, query: { access_token: 'TOKEN', openid: 'a b&c' } };
const post: HttpRequest = { method: 'POST', path, query: { access_token: 'TOKEN' }, body: { user_list: [] } };

describe('the API host', () => {
  const servers: LocalServer[] = [];

  async function web(listener: RequestListener): Promise<LocalServer> {
    const server = await serveHttp(listener);
    servers.push(server);
    return server;
  }

  /** A server that reads a request and then sends these very bytes, if any. */
  async function bytes(answer: string | undefined): Promise<LocalServer> {
    const server = await serveTcp(socket => socket.once('data', () => answer && socket.end(answer)));
    servers.push(server);
    return server;
  }

  function host({ url }: { url: string }, timeoutMs = 5_000): ApiHost {
    return new ApiHost({ baseUrl: url, timeoutMs });
  }

  afterEach(async () => {
    await Promise.all(servers.splice(0).map(server => server.close()));
  });

  describe('speaks', () => {
    it('GET with its query', async () => {
      let seen: string | undefined;
      const server = await web((request, response) => {
        seen = request.url;
        response.end('{}');
      });
      await host(server).send(get);
      assert.equal(seen, '/cgi-bin/user/info?access_token=TOKEN&openid=a+b%26c');
    });

    it('POST with a JSON body', async () => {
      const seen: string[] = [];
      const server = await web((request, response) => {
        void textOf(request).then(body => {
          seen.push(request.headers['content-type'] ?? '', body);
          response.end('{}');
        });
      });
      await host(server).send(post);
      assert.deepEqual(seen, ['application/json', '{"user_list":[]}']);
    });

    it('through a relay below its path', async () => {
      let seen: string | undefined;
      const server = await web((request, response) => {
        seen = request.url;
        response.end('{}');
      });
      await host({ url: `${server.url}/relay/wx/` }).send(post);
      assert.equal(seen, '/relay/wx/cgi-bin/user/info?access_token=TOKEN');
    });

    it('UTF-8, whatever the headers say', async () => {
      const server = await web((_, response) => {
        response.setHeader('content-type', 'text/plain; charset=iso-8859-1');
        response.end('{"remark":"老客户🙂"}');
      });
      const { status, body } = await host(server).send(get);
      assert.deepEqual({ status, text: body.toString() }, { status: 200, text: '{"remark":"老客户🙂"}' });
    });

    it('over one connection for calls in a row, asked for in so many words since VS Code’s agent would close it', async () => {
      const asked: (string | undefined)[] = [];
      const server = await web((request, response) => {
        asked.push(request.headers.connection);
        response.end('{}');
      });
      for (let call = 0; call < 5; call++) await host(server).send(get);
      assert.equal(server.connections(), 1);
      assert.deepEqual(new Set(asked), new Set(['keep-alive']));
    });
  });

  describe('follows a redirect', () => {
    it('within the host, repeating the request as it is', async () => {
      const bodies: string[] = [];
      const server = await web((request, response) => {
        void textOf(request).then(body => {
          bodies.push(`${request.method ?? ''} ${request.url ?? ''} ${body}`);
          if (request.url === '/moved') response.end('{"ok":1}');
          else response.writeHead(302, { location: '/moved' }).end();
        });
      });
      assert.equal((await host(server).send(post)).body.toString(), '{"ok":1}');
      assert.equal(bodies[1], 'POST /moved {"user_list":[]}');
    });

    it('to another host never', async () => {
      const other = await web((_, response) => response.end('{}'));
      const server = await web((_, response) => response.writeHead(302, { location: other.url }).end());
      const { reason, detail } = await transportFault(host(server).send(get));
      assert.deepEqual([reason, detail], ['redirect', new URL(other.url).host]);
      assert.equal(other.connections(), 0);
    });

    it('in a circle only a few times', async () => {
      let calls = 0;
      const server = await web((_, response) => {
        calls++;
        response.writeHead(307, { location: path }).end();
      });
      assert.equal((await transportFault(host(server).send(get))).reason, 'redirect');
      assert.equal(calls, 6);
    });

    it('that leads nowhere not at all', async () => {
      const server = await web((_, response) => response.writeHead(301, { location: 'http://[' }).end());
      assert.equal((await transportFault(host(server).send(get))).reason, 'redirect');
    });
  });

  describe('gives up', () => {
    it('when nothing comes in time', async () => {
      const server = await bytes(undefined);
      const failure = await failureOf(host(server, 30).send(get));
      assert.deepEqual([failure.kind, failure.fault], ['retry', { reason: 'timeout', endpoint: path }]);
    });

    it('when the body does not end in time', async () => {
      const server = await web((_, response) => response.write('{"openid":'));
      assert.equal((await transportFault(host(server, 50).send(get))).reason, 'timeout');
    });

    it('when the body is larger than 16 MB, without reading on', async () => {
      let sent = 0;
      const server = await web((request, response) => {
        const chunk = Buffer.alloc(1024 * 1024, ' ');
        const pump = () => {
          while (!response.destroyed && sent < 1024) {
            sent++;
            if (!response.write(chunk)) return void response.once('drain', pump);
          }
        };
        request.resume();
        pump();
      });
      const failure = await failureOf(host(server).send(get));
      assert.deepEqual([failure.kind, failure.fault], ['network', { reason: 'tooLarge', endpoint: path }]);
      assert.ok(sent < 100, `${sent} MB were sent`);
    });

    for (const [how, answer] of [
      ['shorter than announced', 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"openid":'],
      ['cut between chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{"\r\n'],
      ['missing', ''],
    ] as const) {
      it(`when the answer is ${how}`, async () => {
        const server = await serveTcp(socket => socket.once('data', () => socket.end(answer)));
        servers.push(server);
        const failure = await failureOf(host(server).send(get));
        assert.equal(failure.kind, 'retry');
        assert.equal('reason' in failure.fault && failure.fault.reason, 'reset');
      });
    }

    it('when the other side speaks no HTTP', async () => {
      const server = await bytes('SSH-2.0-OpenSSH_9.6\r\n');
      assert.equal((await transportFault(host(server).send(get))).reason, 'unreadable');
    });

    it('when nobody listens', async () => {
      const server = await web(() => {});
      await server.close();
      servers.length = 0;
      const failure = await failureOf(host(server).send(get));
      assert.deepEqual(
        [failure.kind, failure.fault],
        ['network', { reason: 'refused', detail: 'ECONNREFUSED', endpoint: path }],
      );
    });

    it('when the host name leads nowhere', async () => {
      const { reason } = await transportFault(host({ url: 'https://nowhere.invalid' }).send(get));
      assert.equal(reason, 'dns');
    });

    it('when https meets a server without TLS', async () => {
      const server = await web(() => {});
      const { reason } = await transportFault(host({ url: server.url.replace('http:', 'https:') }).send(get));
      assert.equal(reason, 'tls');
    });

    for (const [status, kind] of [
      [404, 'network'],
      [429, 'retry'],
      [500, 'retry'],
      [502, 'retry'],
      [503, 'retry'],
    ] as const) {
      it(`at HTTP status ${status}, to be asked again: ${kind === 'retry' ? 'yes' : 'no'}`, async () => {
        const server = await web((_, response) => response.writeHead(status).end('<html>'));
        const failure = await failureOf(host(server).send(get));
        assert.deepEqual([failure.kind, failure.fault], [kind, { reason: 'status', status, endpoint: path }]);
      });
    }

    for (const [what, answer] of [
      ['asks for a password', 'HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n'],
      ['refuses to connect', 'HTTP/1.1 502 Bad Gateway\r\n\r\n'],
      ['names itself', 'HTTP/1.1 503 No\r\nContent-Type: text/html\r\nX-Squid-Error: ERR_DNS_FAIL 0\r\n\r\n'],
    ] as const) {
      it(`when a proxy ${what}`, async () => {
        const failure = await failureOf(host(await bytes(answer)).send(get));
        assert.equal(failure.kind, 'network');
        assert.equal('reason' in failure.fault && failure.fault.reason, 'proxy');
      });
    }

    it('before a word is said in clear to a strange machine', async () => {
      for (const baseUrl of [
        'http://api.weixin.qq.com',
        'http://127.0.0.1.example.com',
        'ftp://localhost',
        'x',
      ]) {
        const { reason } = await transportFault(new ApiHost({ baseUrl, timeoutMs: 1_000 }).send(get));
        assert.equal(reason, 'address', baseUrl);
      }
    });

    it('with a message that tells neither query nor body', async () => {
      const server = await bytes('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{');
      const failure = await failureOf(host(server).send(post));
      assert.doesNotMatch(`${failure.stack ?? ''} ${JSON.stringify(failure)}`, /TOKEN|user_list/);
      assert.match(failure.message, /\/cgi-bin\/user\/info.*reset/);
    });
  });

  describe('when aborted, ends the exchange with the reason', () => {
    const reason = new Error('enough');

    it('before it began', async () => {
      const server = await web(() => {});
      assert.equal(await rejection(host(server).send(get, AbortSignal.abort(reason))), reason);
      assert.equal(server.connections(), 0);
    });

    it('when it is about to begin, whatever it would have sent', async () => {
      const server = await web(() => {});
      const controller = new AbortController();
      const sending = host(server).send({ ...get, method: 'POST', body: { list: ['o'] } }, controller.signal);
      controller.abort(reason);
      assert.equal(await rejection(sending), reason);
      assert.equal(server.connections(), 0);
    });

    it('while it waits for the answer', async () => {
      const controller = new AbortController();
      let left: Promise<unknown> | undefined;
      const server = await web(request => {
        left = hangsUp(request);
        controller.abort(reason);
      });
      assert.equal(await rejection(host(server).send(get, controller.signal)), reason);
      await left;
    });

    it('in the middle of the body', async () => {
      const controller = new AbortController();
      const server = await web((_, response) => {
        response.write('{"openid":');
        setImmediate(() => controller.abort(reason));
      });
      assert.equal(await rejection(host(server).send(get, controller.signal)), reason);
    });

    it('leaving nothing behind on a signal that serves many', async () => {
      const { signal } = new AbortController();
      const warnings: Error[] = [];
      const note = (warning: Error) => warnings.push(warning);
      process.on('warning', note);
      const server = await web((_, response) => response.end('{}'));
      await Promise.all(Array.from({ length: 40 }, () => host(server).send(get, signal)));
      process.off('warning', note);
      assert.deepEqual(warnings, []);
    });
  });
});

function hangsUp(request: IncomingMessage): Promise<unknown> {
  return once(request.socket, 'close');
}
