import assert from 'node:assert/strict';
import { TransportError, type WeChatClient, type WeChatClientOptions } from '../../../src/wechat';
import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../../wechat';
import { followerOf, newClient, paths } from './newClient';
import { failureOf, transportFault } from './rejection';

describe('the WeChat client in trouble', () => {
  let weChat: SimulatedWeChat;
  let account: SimulatedAccount;

  before(async () => {
    weChat = await startWeChat();
    account = weChat.accounts[0];
  });

  beforeEach(() => {
    weChat.faults.clear();
    weChat.forgetRequests();
  });

  after(() => weChat.close());

  function freshClient(options?: Partial<WeChatClientOptions>): WeChatClient {
    return newClient(weChat, account, options);
  }

  describe('survives', () => {
    for (const how of ['rawControls', 'trailingComma', 'missingComma', 'bom', 'escapedSlashes'] as const) {
      it(`an answer with ${how}`, async () => {
        weChat.faults.add({ kind: 'json', how }, { path: paths.batchGet });
        const openids = account.openids({}, 100);
        const rows = await freshClient().batchGet(openids);
        assert.deepEqual(new Set(rows.map(row => row.openid)), new Set(openids));
      });
    }

    it('an answer with strayBackslash', async () => {
      account.change(followerOf(account), { remark: 'C:\\data' });
      weChat.faults.add({ kind: 'json', how: 'strayBackslash' }, { path: paths.userInfo });
      assert.equal((await freshClient().userInfo(followerOf(account))).openid, followerOf(account));
      account.change(followerOf(account), { remark: '' });
    });

    for (const [what, fault, reason] of [
      ['a page of HTML', { kind: 'html' }, 'unreadable'],
      ['a cut answer', { kind: 'cut' }, 'reset'],
      ['a broken connection', { kind: 'reset' }, 'reset'],
      ['an endless answer', { kind: 'huge' }, 'tooLarge'],
      ['an answer larger than it said', { kind: 'huge', contentLength: 'lying' }, 'unreadable'],
      ['a redirect elsewhere', { kind: 'redirect', to: 'http://127.0.0.2/' }, 'redirect'],
      ['a status of 503', { kind: 'status', status: 503 }, 'status'],
      ['no answer at all', { kind: 'never' }, 'timeout'],
      ['an answer that trickles', { kind: 'slow', bytes: 1, everyMs: 50 }, 'timeout'],
    ] as const) {
      it(`${what}, and goes on afterwards`, async () => {
        const client = freshClient({ timeoutMs: reason === 'timeout' ? 100 : 5_000 });
        await client.tags();
        weChat.faults.add(fault, { path: paths.userInfo, times: 1 });
        const found = await transportFault(client.userInfo(followerOf(account)));
        assert.equal(found.endpoint, paths.userInfo);
        assert.equal(found.reason, reason);
        assert.equal((await client.userInfo(followerOf(account))).openid, followerOf(account));
      });
    }

    it('JSON that is none of this call, as an unreadable answer', async () => {
      weChat.faults.add({ kind: 'status', status: 200, body: '{"tags":"none"}' }, { path: paths.tags });
      const failure = await failureOf(freshClient().tags());
      assert.ok(failure instanceof TransportError);
      assert.equal(failure.fault.reason, 'unreadable');
    });
  });
});
