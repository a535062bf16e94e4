import assert from 'node:assert/strict';
import { type WeChatClient, type WeChatClientOptions } from '../../../src/wechat';
import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../../wechat';
import { followerOf, newClient, paths } from './newClient';
import { failureOf, rejection } from './rejection';

describe('the token of a WeChat client', () => {
  let weChat: SimulatedWeChat;
  let account: SimulatedAccount;
  const start = Date.UTC(2026, 0, 1);
  let now = start;

  before(async () => {
    weChat = await startWeChat({ now: () => now });
    account = weChat.accounts[0];
  });

  beforeEach(() => {
    now = start;
    weChat.faults.clear();
    weChat.forgetRequests();
  });

  after(() => weChat.close());

  function freshClient(options?: Partial<WeChatClientOptions>): WeChatClient {
    return newClient(weChat, account, { now: () => now, ...options });
  }

  describe('holds one token', () => {
    it('that fifty look-ups at once ask for once', async () => {
      const openids = account.openids({}, 50);
      const client = freshClient();
      const profiles = await Promise.all(openids.map(openid => client.userInfo(openid)));
      assert.deepEqual(
        profiles.map(profile => profile.openid),
        openids,
      );
      assert.equal(weChat.calls(paths.stableToken), 1);
    });

    for (const [death, end] of [
      ['expires (42001)', () => weChat.expireTokens()],
      ['is replaced elsewhere (40001)', () => weChat.revokeTokens()],
    ] as const) {
      it(`that ${death} under fifty look-ups in flight, and is renewed once`, async () => {
        const openids = account.openids({}, 50);
        const client = freshClient();
        await client.tags();
        const gate = weChat.hold(paths.userInfo);
        const lookups = Promise.all(openids.map(openid => client.userInfo(openid)));
        await gate.arrived(50);
        end();
        gate.open();
        assert.deepEqual(
          (await lookups).map(profile => profile.openid),
          openids,
        );
        assert.equal(weChat.calls(paths.stableToken), 2);
        assert.equal(weChat.calls(paths.userInfo), 100);
      });
    }

    it('in normal mode, sent as JSON', async () => {
      await freshClient().tags();
      const [request] = weChat.requests;
      assert.deepEqual(JSON.parse(request?.body ?? ''), {
        grant_type: 'client_credential',
        appid: account.appId,
        secret: account.secret,
      });
      assert.equal(request?.headers['content-type'], 'application/json');
      assert.equal(weChat.calls('/cgi-bin/token'), 0);
    });

    it('until shortly before its end', async () => {
      const client = freshClient();
      await client.tags();
      now += 7_100_000;
      await client.tags();
      assert.equal(weChat.calls(paths.stableToken), 1);
      now += 60_000;
      await client.tags();
      assert.equal(weChat.calls(paths.stableToken), 2);
    });

    it('whose renewal is tried once only when WeChat refuses the new one, too', async () => {
      weChat.faults.add({ kind: 'errcode', errcode: 40001 }, { path: paths.userInfo });
      const failure = await failureOf(freshClient().userInfo(followerOf(account)));
      assert.equal(failure.kind, 'token');
      assert.equal(weChat.calls(paths.userInfo), 2);
      assert.equal(weChat.calls(paths.stableToken), 2);
    });

    it('that a check asks for anew, so that it proves the secret of today', async () => {
      let { secret } = account;
      const client = freshClient({ secret: () => Promise.resolve(secret) });
      await client.tags();
      secret = 'f'.repeat(32);
      const failure = await failureOf(client.checkCredentials());
      assert.equal(failure.kind, 'config');
    });

    it('that a forced refresh replaces', async () => {
      const client = freshClient();
      await client.tags();
      now += 60_000;
      assert.deepEqual(await client.forceRefresh(), { lifeSeconds: 7_200 });
      const bodies = weChat.requests.filter(({ path }) => path === paths.stableToken).map(({ body }) => body);
      assert.match(bodies[1] ?? '', /"force_refresh":true/);
      await client.tags();
      assert.equal(weChat.calls(paths.stableToken), 2);
    });
  });

  describe('when aborted', () => {
    const reason = new Error('enough');

    it('rejects with the reason of the signal while it waits for the token', async () => {
      const gate = weChat.hold(paths.stableToken);
      const controller = new AbortController();
      const lookup = rejection(freshClient().userInfo(followerOf(account), { signal: controller.signal }));
      await gate.arrived(1);
      controller.abort(reason);
      assert.equal(await lookup, reason);
      gate.open();
    });

    it('lets the others who wait for the same token have it', async () => {
      const gate = weChat.hold(paths.stableToken);
      const client = freshClient();
      const controller = new AbortController();
      const aborted = rejection(client.userInfo(followerOf(account), { signal: controller.signal }));
      const kept = client.userInfo(followerOf(account));
      await gate.arrived(1);
      controller.abort(reason);
      assert.equal(await aborted, reason);
      gate.open();
      assert.equal((await kept).openid, followerOf(account));
      assert.equal(weChat.calls(paths.stableToken), 1);
    });

    it('asks for a token anew when all had left', async () => {
      const gate = weChat.hold(paths.stableToken);
      const client = freshClient();
      const controller = new AbortController();
      const both = [1, 2].map(() => rejection(client.tags({ signal: controller.signal })));
      await gate.arrived(1);
      controller.abort(reason);
      assert.deepEqual(await Promise.all(both), [reason, reason]);
      gate.open();
      await client.tags();
      assert.equal(weChat.calls(paths.stableToken), 2);
    });
  });
});
