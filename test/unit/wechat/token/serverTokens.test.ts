import assert from 'node:assert/strict';
import { mock } from 'node:test';
import {
  explainError,
  type RequestEntry,
  serverTokens,
  TransportError,
  WeChatClient,
  WeChatError,
} from '../../../../src/wechat';
import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../../../wechat';
import { startTokenServer, type TokenServer } from '../../../wechat/credentials/tokenServer';
import { type LocalServer, serveHttp } from '../localServer';
import { failureOf, transportFault } from '../rejection';

const header = { name: 'Authorization', value: 'Bearer team-key-of-the-test' };

describe('tokens from a token server', () => {
  let weChat: SimulatedWeChat;
  let account: SimulatedAccount;
  let server: TokenServer;
  let entries: RequestEntry[];

  before(async () => {
    weChat = await startWeChat({ followers: 60 });
    account = weChat.accounts[0];
  });
  beforeEach(async () => {
    server = await startTokenServer(account, { header });
    weChat.forgetRequests();
    entries = [];
  });
  afterEach(() => server.close());
  after(() => weChat.close());

  function issuer(address = server.url, value = header.value, timeoutMs = 5_000) {
    return serverTokens({
      ...{ appId: account.appId, address, timeoutMs },
      header: () => Promise.resolve({ ...header, value }),
      onRequest: entry => entries.push(entry),
    });
  }

  function ask(address?: string, value?: string, timeoutMs?: number) {
    const { signal } = new AbortController();
    return issuer(
      address,
      value,
      timeoutMs,
    )({
      ...{ force: false, refused: undefined, unattended: false },
      signal,
    });
  }

  function client(): WeChatClient {
    return new WeChatClient({
      baseUrl: weChat.url,
      appId: account.appId,
      timeoutMs: 5_000,
      issueToken: issuer(),
    });
  }

  it('are asked for once by fifty look-ups at once, with the header and no AppSecret', async () => {
    const openids = account.openids({}, 50);
    const asked = client();
    const profiles = await Promise.all(openids.map(openid => asked.userInfo(openid)));
    assert.deepEqual(
      profiles.map(({ openid }) => openid),
      openids,
    );
    assert.equal(server.requests.length, 1);
    assert.equal(server.requests[0]?.authorization, header.value);
    assert.equal(weChat.calls('/cgi-bin/stable_token'), 0);
  });

  for (const [how, end] of [
    ['42001', () => weChat.expireTokens()],
    ['40001', () => weChat.revokeTokens()],
  ] as const) {
    it(`are asked for again, once, after ${how}`, async () => {
      const asked = client();
      await asked.tags();
      end();
      server.renew();
      await asked.tags();
      assert.equal(server.requests.length, 2);
      await asked.tags();
      assert.equal(server.requests.length, 2);
    });
  }

  it('are none where the server still hands out what WeChat refused: WeChat is not asked with it again', async () => {
    const asked = client();
    await asked.tags();
    weChat.expireTokens();
    weChat.forgetRequests();
    assert.equal((await transportFault(asked.tags())).reason, 'staleToken');
    assert.equal(weChat.calls('/cgi-bin/tags/get'), 1);
    server.renew();
    await asked.tags();
  });

  it('are never told to be renewed, however much the user insists', async () => {
    await client().forceRefresh();
    assert.equal(server.requests.length, 1);
  });

  it('are logged without address, header, token, and time of the server', async () => {
    const { value } = await ask();
    const text = JSON.stringify(entries);
    assert.equal(entries.length, 1);
    assert.equal(entries[0]?.path, 'token server');
    assert.equal(entries[0]?.hostTime, undefined);
    for (const secret of [value, header.value, server.url]) assert.ok(!text.includes(secret));
  });

  describe('do not come from a server that answers', () => {
    const token = `76_${'x'.repeat(80)}`;
    let elsewhere: LocalServer;
    let visits: number;

    beforeEach(async () => {
      visits = 0;
      elsewhere = await serveHttp((_, response) => {
        visits++;
        response.end(token);
      });
    });
    afterEach(() => elsewhere.close());

    for (const [what, reason, cause, misbehave] of [
      [
        'an HTML page',
        'unreadable',
        /holds no access token/,
        response => response.setHeader('content-type', 'text/html').end(`<html>${token}</html>`),
      ],
      ['an empty object', 'unreadable', /holds no access token/, response => response.end('{}')],
      ['nothing at all', 'unreadable', /holds no access token/, response => response.end()],
      ['401', 'status', /HTTP status 401/, response => response.writeHead(401).end('no')],
      ['500', 'status', /HTTP status 500/, response => response.writeHead(500).end('oops')],
      [
        'a redirect to another host',
        'redirect',
        /points to another host/,
        response => response.writeHead(302, { location: elsewhere.url }).end(),
      ],
      [
        '30 MB',
        'tooLarge',
        /larger than 64 KB/,
        response => response.end(Buffer.alloc(30 * 1024 * 1024, 'a')),
      ],
      [
        'half of it',
        'reset',
        /broke before/,
        response => response.writeHead(200, { 'content-length': 99 }).write('{') && response.destroy(),
      ],
    ] satisfies [string, string, RegExp, NonNullable<TokenServer['misbehaves']>][]) {
      it(`${what}: a sentence and a next step say so`, async () => {
        server.misbehaves = misbehave;
        const fault = await transportFault(ask());
        assert.equal(fault.reason, reason);
        assert.ok(!JSON.stringify(fault).includes(token));
        for (const language of ['en', 'zh-cn', 'zh-tw'] as const) {
          const { cause: said, nextStep } = explainError(fault, language);
          if (language === 'en') assert.match(said, cause);
          assert.ok(said.length > 8 && nextStep.length > 8);
        }
        assert.equal(visits, 0, 'the header went to no other host');
      });
    }

    it('what WeChat told it, as WeChat’s own error', async () => {
      server.misbehaves = response => response.end('{"errcode":40164,"errmsg":"invalid ip 1.2.3.4"}');
      const error = await failureOf(ask());
      assert.ok(error instanceof WeChatError);
      assert.equal(error.kind, 'network');
      assert.equal(error.fault.endpoint, '/cgi-bin/stable_token');
    });

    it('a redirect within itself: it is followed', async () => {
      let first = true;
      server.misbehaves = response => {
        if (first) response.writeHead(302, { location: '/moved' }).end();
        else response.end(token);
        first = false;
      };
      assert.equal((await ask()).value, token);
      assert.equal(server.requests[1]?.authorization, header.value);
    });
  });

  it('a header that the server does not take is a 401, and without one it is asked all the same', async () => {
    assert.equal((await transportFault(ask(server.url, 'Bearer wrong'))).status, 401);
  });

  it('nothing for a minute ends with the time limit', async () => {
    const arrived = new Promise<void>(resolve => (server.misbehaves = () => resolve()));
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const answer = transportFault(ask(server.url, header.value, 60_000));
      await arrived;
      mock.timers.tick(60_000);
      assert.equal((await answer).reason, 'timeout');
    } finally {
      mock.timers.reset();
    }
  });

  it('a server that is away is told apart from WeChat', async () => {
    await server.close();
    const fault = await transportFault(ask());
    assert.equal(fault.reason, 'refused');
    assert.match(explainError(fault, 'en').cause, /token server/);
  });

  for (const address of [
    'http://tokens.example.com/token',
    'https://user:password@tokens.example.com/token',
    'ftp://tokens.example.com/token',
    'nowhere',
  ]) {
    it(`${address} is not asked`, async () => {
      const fault = await transportFault(ask(address));
      assert.equal(fault.reason, 'address');
      assert.ok(!new TransportError(fault).message.includes('password'));
    });
  }
});
