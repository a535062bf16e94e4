import assert from 'node:assert/strict';
import {
  type RequestEntry,
  type WeChatClient,
  type WeChatClientOptions,
  WeChatError,
} from '../../../src/wechat';
import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../../wechat';
import { followerOf, newClient, paths } from './newClient';
import { failureOf, rejection } from './rejection';

describe('the WeChat client', () => {
  let weChat: SimulatedWeChat;
  let account: SimulatedAccount;

  before(async () => {
    weChat = await startWeChat({
      accounts: [
        { name: 'IP refused', condition: 'ipRefused' },
        { name: 'unverified', condition: 'unverified' },
        { name: 'frozen', condition: 'secretFrozen' },
        { name: 'no quota', condition: 'quotaUsedUp' },
      ],
    });
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

  describe('reads', () => {
    it('one profile', async () => {
      const profile = await freshClient().userInfo(followerOf(account), { lang: 'zh_TW' });
      assert.equal(profile.openid, followerOf(account));
      assert.equal(profile.subscribe, 1);
      const [request] = weChat.requests.filter(({ path }) => path === paths.userInfo);
      assert.deepEqual([request?.query.openid, request?.query.lang], [followerOf(account), 'zh_TW']);
    });

    it('a hundred profiles in one call', async () => {
      const openids = account.openids({}, 100);
      const rows = await freshClient().batchGet(openids);
      assert.deepEqual(new Set(rows.map(row => row.openid)), new Set(openids));
      assert.equal(weChat.calls(paths.batchGet), 1);
    });

    it('no more than a hundred at once, and no empty list', async () => {
      const openids = account.openids({}, 101);
      assert.ok((await rejection(freshClient().batchGet(openids))) instanceof RangeError);
      assert.ok((await rejection(freshClient().batchGet([]))) instanceof RangeError);
      assert.equal(weChat.requests.length, 0);
    });

    it('rows that come twice, out of order or not at all as they come', async () => {
      weChat.faults.add({ kind: 'rows', how: 'dropped', where: openid => openid === followerOf(account) });
      const rows = await freshClient().batchGet(account.openids({}, 10));
      assert.equal(rows.length, 9);
    });

    it('tags, quota and pages of followers', async () => {
      const client = freshClient();
      const tags = await client.tags();
      assert.ok(tags.some(tag => tag.id === 2 && tag.name === '星标组' && tag.count > 0));

      const { dailyLimit, used, remain } = await client.quota(paths.userInfo);
      assert.equal(used + remain, dailyLimit);

      const page = await client.followers('');
      assert.equal(page.openids.length, account.openids({}).length);
      const last = page.openids.at(-1) ?? '';
      assert.deepEqual((await client.followers(last)).openids, [], 'a page without `data`');
    });
  });

  describe('refuses', () => {
    for (const errcode of [40125, 40001] as const) {
      it(`a wrong secret after one try (${errcode})`, async () => {
        account.wrongSecretErrcode = errcode;
        const client = newClient(weChat, { appId: account.appId, secret: '0'.repeat(32) });
        const failures = await Promise.all(
          [1, 2, 3].map(() => failureOf(client.userInfo(followerOf(account)))),
        );
        account.wrongSecretErrcode = 40125;
        assert.ok(failures.every(({ kind }) => kind === 'config'));
        assert.equal(weChat.requests.length, 1);
      });
    }

    for (const [name, errcode, kind] of [
      ['IP refused', 40164, 'network'],
      ['unverified', 48001, 'config'],
      ['frozen', 40243, 'config'],
      ['no quota', 45009, 'quota'],
    ] as const) {
      it(`an account in the state "${name}" (${errcode})`, async () => {
        const refused = weChat.accounts.find(each => each.name === name) ?? assert.fail(name);
        const failure = await failureOf(newClient(weChat, refused).checkCredentials());
        assert.ok(failure instanceof WeChatError);
        assert.deepEqual([failure.fault.errcode, failure.kind], [errcode, kind]);
        assert.match(failure.rid ?? '', /^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
      });
    }

    it('an IP address that only the APIs do not let in (61004), and names it', async () => {
      const client = freshClient();
      await client.tags();
      account.become('ipRefused');
      const failure = await failureOf(client.userInfo(followerOf(account))).finally(() =>
        account.become('healthy'),
      );
      assert.ok(failure instanceof WeChatError);
      assert.deepEqual([failure.fault.errcode, failure.kind, failure.ip], [61004, 'network', '127.0.0.1']);
    });

    it('an openid of nobody (40003)', async () => {
      const [malformed = ''] = account.openids({ state: 'malformed' }, 1);
      const failure = await failureOf(freshClient().userInfo(malformed));
      assert.deepEqual(
        [failure.kind, 'endpoint' in failure.fault && failure.fault.endpoint],
        ['data', paths.userInfo],
      );
    });

    it('with whatever the secret could not be read for', async () => {
      const locked = new Error('the keychain is locked');
      const client = freshClient({ secret: () => Promise.reject(locked) });
      assert.equal(await rejection(client.tags()), locked);
      assert.equal(weChat.requests.length, 0);
    });
  });

  describe('reports each exchange', () => {
    async function entriesOf(work: (client: WeChatClient) => Promise<unknown>): Promise<RequestEntry[]> {
      const entries: RequestEntry[] = [];
      await work(freshClient({ onRequest: entry => entries.push(entry) })).catch(() => {});
      return entries;
    }

    it('with path, errcode, rid and attempt', async () => {
      weChat.faults.add({ kind: 'errcode', errcode: 42001 }, { path: paths.userInfo, times: 1 });
      const entries = await entriesOf(client => client.userInfo(followerOf(account)));
      assert.deepEqual(
        entries.map(({ method, path, errcode, attempt }) => ({ method, path, errcode, attempt })),
        [
          { method: 'POST', path: paths.stableToken, errcode: undefined, attempt: 1 },
          { method: 'GET', path: paths.userInfo, errcode: 42001, attempt: 1 },
          { method: 'POST', path: paths.stableToken, errcode: undefined, attempt: 1 },
          { method: 'GET', path: paths.userInfo, errcode: undefined, attempt: 2 },
        ],
      );
      assert.match(entries[1]?.rid ?? '', /^[0-9a-f-]{26}$/);
    });

    it('with the attempts of a caller that repeats by itself, and one more for a renewed token', async () => {
      weChat.faults.add({ kind: 'errcode', errcode: 42001 }, { path: paths.userInfo, times: 1 });
      const entries = await entriesOf(client => client.userInfo(followerOf(account), { attempt: 3 }));
      assert.deepEqual(
        entries.filter(({ path }) => path === paths.userInfo).map(({ attempt }) => attempt),
        [3, 4],
      );
    });

    it('with the reason where no answer came', async () => {
      weChat.faults.add({ kind: 'status', status: 500 });
      const [entry] = await entriesOf(client => client.tags());
      assert.deepEqual([entry?.reason, entry?.status], ['status', 500]);
    });

    it('and never with a secret or a token, nor does an error hold one', async () => {
      const faults = [
        { kind: 'html' },
        { kind: 'cut' },
        { kind: 'reset' },
        { kind: 'errcode', errcode: 40164 },
      ] as const;
      const seen: unknown[] = [];
      for (const path of [paths.stableToken, paths.userInfo]) {
        for (const fault of faults) {
          const client = freshClient({ onRequest: entry => seen.push(entry) });
          const stop = weChat.faults.add(fault, { path });
          const failure = await failureOf(client.userInfo(followerOf(account)));
          seen.push(failure.fault, failure.message, failure.stack);
          stop();
        }
      }
      const text = JSON.stringify(seen);
      const secrets = weChat.secrets();
      assert.ok(secrets.length > 2);
      assert.deepEqual(
        secrets.filter(secret => text.includes(secret)),
        [],
      );
    });
  });
});
