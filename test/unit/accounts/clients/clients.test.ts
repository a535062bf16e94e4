import assert from 'node:assert/strict';

import {
  AccountRegistry,
  Clients,
  type EnteredCredential,
  SecretStoreFailure,
  Vault,
} from '../../../../src/accounts';
import { MemoryFiles } from '../../../../src/files';
import { isAbort, type RequestEntry } from '../../../../src/wechat';
import { startTokenServer, type TokenServer } from '../../../wechat/credentials/tokenServer';
import { type SimulatedWeChat, startWeChat } from '../../../wechat';
import { appSecret } from '../entered';
import { SecretsInMemory } from '../secretsInMemory';

const tokenPath = '/cgi-bin/stable_token';
const unwatched = () => ({ dispose: () => undefined });
const header = { name: 'Authorization', value: 'of the token server' };

describe('the clients of accounts', () => {
  let weChat: SimulatedWeChat;
  let server: TokenServer;
  let appId: string;
  let disk: MemoryFiles;
  let keychain: SecretsInMemory;
  let registry: AccountRegistry;
  let clients: Clients;
  let baseUrl: string;
  let entries: RequestEntry[];
  let asked: string[];
  let answers: (() => Promise<string>)[];

  before(async () => {
    weChat = await startWeChat();
    ({ appId } = weChat.accounts[0]);
    server = await startTokenServer(weChat.accounts[0], { header });
  });
  after(() => Promise.all([weChat.close(), server.close()]));

  beforeEach(() => {
    weChat.forgetRequests();
    server.renew();
    baseUrl = weChat.url;
    disk = new MemoryFiles();
    keychain = new SecretsInMemory('keychain');
    [entries, asked, answers] = [[], [], []];
    registry = openRegistry();
    const answer = (question: string) => {
      asked.push(question);
      return answers.shift()?.() ?? Promise.reject(new DOMException('closed', 'AbortError'));
    };
    clients = new Clients(
      registry,
      openVault(),
      () => ({ baseUrl, timeoutMs: 5_000 }),
      {
        secret: (_, { kind }) => answer(`secret ${kind}`),
        token: (_, trouble) => answer(`token ${trouble}`),
        host: origin => answer(`host ${origin}`).then(() => undefined),
      },
      entry => entries.push(entry),
    );
  });

  describe('of a registered account', () => {
    it('hold one token for all calls, and begin anew with other settings', async () => {
      await add(appSecret(weChat.accounts[0].secret));
      assert.equal(clients.inUse(appId), undefined);
      await Promise.all([tags(), tags()]);
      assert.equal(clients.for(appId), clients.for(appId));
      assert.equal(clients.inUse(appId), clients.for(appId).unattended());
      assert.equal(weChat.calls(tokenPath), 1);
      const before = clients.for(appId);
      baseUrl = `${weChat.url}/`;
      assert.notEqual(clients.for(appId), before);
      assert.ok(entries.every(entry => entry.appId === appId));
    });

    it('ask for a lost AppSecret once, whatever number of calls wait', async () => {
      await add(appSecret('lost'));
      keychain.entries.clear();
      answers.push(async () => (await turns(), 'entered anew'));
      const both = await Promise.all([clients.secretOf(appId), clients.secretOf(appId)]);
      assert.deepEqual(both, ['entered anew', 'entered anew']);
      assert.deepEqual(asked, ['secret gone']);
      keychain.get = () => Promise.reject(new SecretStoreFailure('keychain', 'silent', 'why'));
      await assert.rejects(clients.secretOf(appId), isAbort);
      assert.equal(asked.at(-1), 'secret unreadable');
      keychain.get = () => Promise.reject(new Error('broken'));
      await assert.rejects(clients.secretOf(appId), /broken/);
    });

    it('ask nobody where nobody may be asked', async () => {
      await add(appSecret('lost'));
      keychain.entries.clear();
      await assert.rejects(clients.unattended(appId).tags(), { name: 'CredentialNeeded', appId });
      await registry.replaceCredential({ appId }, { kind: 'accessToken', token: 'x' });
      await assert.rejects(clients.unattended(appId).tags(), { name: 'CredentialNeeded', appId });
      assert.deepEqual(asked, []);
    });

    it('ask all the same where another call that may not is under way', async () => {
      await add({ kind: 'accessToken', token: '' });
      answers.push(() => Promise.resolve(newToken()));
      const [quiet, loud] = await Promise.allSettled([clients.unattended(appId).tags(), tags()]);
      assert.deepEqual([quiet.status, loud.status], ['rejected', 'fulfilled']);
      assert.deepEqual(asked, ['token absent']);
      await clients.unattended(appId).tags();
    });

    it('ask for a pasted token when WeChat refuses it, keep the new one, and know it was refused', async () => {
      await add({ kind: 'accessToken', token: '' });
      clients.renew(appId, { kind: 'accessToken', token: newToken() });
      assert.ok(clients.holdsPastedToken(appId));
      await tags();
      weChat.expireTokens();
      await assert.rejects(clients.unattended(appId).tags(), { name: 'CredentialNeeded' });
      assert.ok(!clients.holdsPastedToken(appId));
      await assert.rejects(tags(), isAbort);
      answers.push(() => Promise.resolve(newToken()));
      await tags();
      assert.deepEqual(asked, ['token refused', 'token refused']);
      clients.forget(appId);
      await assert.rejects(tags(), isAbort);
      assert.equal(asked.at(-1), 'token absent');
    });

    it('reject where the account is gone, or does not use the API', async () => {
      await assert.rejects(tags(), { name: 'AccountGone', appId });
      await assert.rejects(clients.secretOf(appId), { name: 'AccountGone', appId });
      await add({ kind: 'none' });
      await assert.rejects(tags(), { name: 'AccountWithoutApi', appId });
      await assert.rejects(clients.trial(appId, { kind: 'none' }).tags(), { name: 'AccountWithoutApi' });
    });

    it('send the query and the header of a token server as they were entered, and say what is gone', async () => {
      await add({ kind: 'tokenServer', address: `${server.url}?key=1`, header });
      await tags();
      assert.equal(server.requests.at(-1)?.authorization, header.value);
      for (const lost of ['?key=1', header.value]) {
        const there = new Map(keychain.entries);
        for (const [name, value] of there) if (value === lost) keychain.entries.delete(name);
        clients.forget(appId);
        await assert.rejects(tags(), { name: 'HeaderGone', of: 'tokenServer', appId });
        for (const [name, value] of there) keychain.entries.set(name, value);
      }
    });
  });

  describe('let go of a token', () => {
    const changes: Record<string, (other: AccountRegistry) => Promise<unknown>> = {
      'whose credential was changed in another window': other =>
        other.replaceCredential({ appId }, { kind: 'accessToken', token: 'x' }),
      'whose account was removed in another window': other => other.remove({ appId }),
    };
    for (const [what, change] of Object.entries(changes)) {
      it(what, async () => {
        await add(appSecret(weChat.accounts[0].secret));
        await tags();
        await change(openRegistry());
        registry.refresh();
        await turns();
        assert.equal(clients.inUse(appId), undefined);
        await assert.rejects(tags(), error => isAbort(error) || (error as Error).name === 'AccountGone');
      });
    }

    it('that was pasted, once another credential has taken its place', async () => {
      await add({ kind: 'accessToken', token: '' });
      clients.renew(appId, { kind: 'accessToken', token: newToken() });
      await tags();
      registry.refresh();
      await turns();
      assert.ok(clients.holdsPastedToken(appId));
      await openRegistry().replaceCredential({ appId }, appSecret(weChat.accounts[0].secret));
      registry.refresh();
      await turns();
      assert.ok(!clients.holdsPastedToken(appId));
      await tags();
      assert.equal(weChat.calls(tokenPath), 1);
    });

    it('in no other case: what is renamed keeps it, and what cannot be read now', async () => {
      await add(appSecret(weChat.accounts[0].secret));
      await tags();
      await openRegistry().rename({ appId }, 'B');
      registry.refresh();
      await turns();
      const readdir = disk.readdir.bind(disk);
      disk.readdir = () => Promise.reject(new Error('EIO'));
      registry.refresh();
      await turns();
      disk.readdir = readdir;
      await tags();
      assert.equal(weChat.calls(tokenPath), 1);
    });
  });

  describe('for what is not kept yet', () => {
    const cases: Record<string, () => EnteredCredential> = {
      'an AppSecret': () => appSecret(weChat.accounts[0].secret),
      'a token server': () => ({ kind: 'tokenServer', address: server.url, header }),
      'a token': () => ({ kind: 'accessToken', token: newToken() }),
    };
    for (const [what, entered] of Object.entries(cases)) {
      it(`call with ${what} as it was entered, of an AppID that nobody has registered`, async () => {
        await clients.trial(appId, entered()).checkCredentials();
        assert.deepEqual([clients.inUse(appId), keychain.entries.size], [undefined, 0]);
      });
    }
  });

  describe('through a relay', () => {
    const relay = () => ({ origin: weChat.url, name: 'X-Key', value: 'of the relay' });
    const seen = () => weChat.requests.map(({ headers }) => headers['x-key']);

    it('show it its header at every exchange, and read that once', async () => {
      await registry.add({ appId, name: 'A', relay: relay() }, appSecret(weChat.accounts[0].secret));
      let reads = 0;
      const get = keychain.get.bind(keychain);
      keychain.get = key => {
        if (key.endsWith('-relay')) reads++;
        return get(key);
      };
      await tags();
      await tags();
      assert.deepEqual([seen(), reads], [Array(3).fill('of the relay'), 1]);
      assert.deepEqual(await clients.relayHeaderOf(appId)(), { name: 'X-Key', value: 'of the relay' });
      await registry.replaceRelay({ appId }, { ...relay(), value: 'of another' });
      await tags();
      assert.equal(seen().at(-1), 'of another');
    });

    it('show it to no other host', async () => {
      const elsewhere = { ...relay(), origin: 'https://relay.example.com' };
      await registry.add({ appId, name: 'A', relay: elsewhere }, appSecret(weChat.accounts[0].secret));
      await tags();
      await clients.trial(appId, appSecret(weChat.accounts[0].secret), elsewhere).tags();
      assert.ok(seen().every(value => value === undefined));
      for (const host of ['api.weixin.qq.com', 'sh.api.weixin.qq.com', 'weixin.qq.com']) {
        baseUrl = `https://${host}`;
        await registry.replaceRelay({ appId }, { ...relay(), origin: baseUrl });
        assert.equal(await clients.relayHeaderOf(appId)(), undefined, host);
      }
      for (const host of ['weixin.qq.com.example.com', 'notweixin.qq.com', 'localhost:8']) {
        baseUrl = `https://${host}/prefix`;
        await registry.replaceRelay({ appId }, { ...relay(), origin: `https://${host}` });
        assert.equal((await clients.relayHeaderOf(appId)())?.value, 'of the relay', host);
      }
      baseUrl = 'no address';
      assert.equal(await clients.relayHeaderOf(appId)(), undefined);
    });

    it('say that it is gone, and read it again after a reading that failed', async () => {
      await registry.add({ appId, name: 'A', relay: relay() }, appSecret(weChat.accounts[0].secret));
      const [name = ''] = [...keychain.entries.keys()].filter(key => key.endsWith('-relay'));
      keychain.entries.delete(name);
      await assert.rejects(tags(), { name: 'HeaderGone', of: 'relay', appId });
      keychain.entries.set(name, 'of the relay');
      await tags();
      assert.equal(seen().at(-1), 'of the relay');
    });

    it('try a header before it is kept, or none, and ask nobody meanwhile', async () => {
      await add(appSecret(weChat.accounts[0].secret));
      await clients.relayTrial(appId, relay()).checkCredentials();
      assert.deepEqual(seen(), ['of the relay', 'of the relay']);
      await clients.relayTrial(appId, undefined).tags();
      assert.equal(seen().at(-1), undefined);
      await clients.trial(appId, appSecret(weChat.accounts[0].secret), relay()).tags();
      assert.equal(seen().at(-1), 'of the relay');
      keychain.entries.clear();
      await assert.rejects(clients.relayTrial(appId, relay()).tags(), { name: 'CredentialNeeded' });
    });
  });

  function openVault(): Vault {
    return new Vault({ keychain, vscode: new SecretsInMemory('vscode') }, () => 'auto');
  }

  const openRegistry = () => new AccountRegistry('/accounts', openVault(), unwatched, Date.now, disk);

  function add(entered: EnteredCredential): Promise<unknown> {
    return registry.add({ appId, name: 'A' }, entered);
  }

  function tags(): Promise<unknown> {
    return clients.for(appId).tags();
  }

  function newToken(): string {
    return weChat.accounts[0].tokens.issuePlain().accessToken;
  }
});

async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
}
