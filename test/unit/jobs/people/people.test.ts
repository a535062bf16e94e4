import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { Disposable } from 'vscode';

import {
  AccountRegistry,
  Clients,
  LearnedPrefixes,
  LookupHistory,
  NewestAnswers,
  Vault,
} from '../../../../src/accounts';
import { BatchStore, noAccount } from '../../../../src/batch';
import { LookupJob } from '../../../../src/jobs/people/lookupJob';
import { Profiles } from '../../../../src/jobs/people/profiles';
import { relationsFrom } from '../../../../src/jobs/people/relations';
import { Log } from '../../../../src/ui/log/log';
import { Problems } from '../../../../src/ui/problems/problems';
import { useFakeVSCode } from '../../../fakeVSCode';
import { type SimulatedWeChat, startWeChat } from '../../../wechat';
import { appSecret } from '../../accounts/entered';
import { SecretsInMemory } from '../../accounts/secretsInMemory';

describe('what is known of people', () => {
  let weChat: SimulatedWeChat;
  let folder: string;
  let registry: AccountRegistry;
  let prefixes: LearnedPrefixes;
  let lookups: LookupHistory;
  let batches: BatchStore;
  let job: LookupJob;
  let profiles: Profiles;
  const learned = () => Promise.resolve(prefixes);
  const never = new AbortController().signal;

  afterEach(async () => {
    await weChat.close();
    await rm(folder, { recursive: true });
  });
  const window = useFakeVSCode();

  beforeEach(async () => {
    weChat = await startWeChat();
    folder = await mkdtemp(path.join(tmpdir(), 'lens-people-'));
    const stores = { keychain: new SecretsInMemory('keychain'), vscode: new SecretsInMemory('vscode') };
    const vault = new Vault(stores, () => 'auto');
    const unwatched = () => new Disposable(() => undefined);
    registry = new AccountRegistry(path.join(folder, 'accounts'), vault, unwatched);
    for (const { appId, name, secret } of weChat.accounts)
      await registry.add({ appId, name }, appSecret(secret));
    prefixes = new LearnedPrefixes(path.join(folder, 'prefixes'), assert.ifError);
    lookups = new LookupHistory(path.join(folder, 'lookups'), () => 30, assert.ifError);
    batches = new BatchStore(path.join(folder, 'batches'), { retentionDays: () => 30 });
    const options = () => ({ baseUrl: weChat.url, timeoutMs: 5000 });
    const nobody = () => assert.fail('no secret is asked for');
    const prompts = { secret: nobody, token: nobody, host: nobody };
    const clients = new Clients(registry, vault, options, prompts, () => undefined);
    job = new LookupJob(clients, learned, lookups);
    const newest = new NewestAnswers(lookups, batches);
    profiles = new Profiles(lookups, batches, newest, registry, job, new Problems(new Log()));
  });

  /** Somebody of the first account, and an answer about them. */
  async function lookUp(index = 0, at = 0) {
    const account = weChat.accounts[index] ?? assert.fail();
    const { appId } = account;
    const openid = account.openids({}, at + 1)[at] ?? '';
    const kept = await job.run((await registry.find(appId)) ?? assert.fail(), openid, { signal: never });
    return { kept, openid, appId };
  }

  describe('a look-up', () => {
    it('is kept, and teaches how the account’s openids begin', async () => {
      const { kept, openid, appId } = await lookUp();
      assert.deepEqual(await lookups.open(kept.id), kept);
      assert.equal(kept.outcome.kind, 'following');
      assert.deepEqual(await prefixes.accountsOf(openid), [appId]);
    });

    it('asks in the language of the settings', async () => {
      window.set('wechatOpenid.lang', 'zh_TW');
      await lookUp();
      assert.equal(weChat.requests.at(-1)?.query['lang'], 'zh_TW');
    });
  });

  describe('a profile', () => {
    it('is found by its lookup, by its batch and openid, and by the id of its row', async () => {
      const { kept, openid, appId } = await lookUp();
      const batch = await batches.keep({ source: 's', accountName: 'a', outcomes: [kept.outcome] });
      assert.deepEqual(await profiles.find({ lookupId: kept.id }), kept);
      const row = await profiles.find({ batchId: batch.id, openid });
      assert.deepEqual([row?.id, row?.outcome], [`${batch.id}#0`, kept.outcome]);
      assert.deepEqual(await profiles.open(`${batch.id}#0`), row);
      assert.deepEqual(await profiles.open(kept.id), kept);
      assert.ok(!row?.id.includes(openid) && appId !== '');
    });

    it('of a lookup is that of a batch which has asked since, by its name', async () => {
      const { kept, openid, appId } = await lookUp();
      const batch = await batches.create({
        appId,
        accountName: 'a',
        source: 'list.csv',
        openids: [openid],
        lang: 'zh_CN',
      });
      const left = { kind: 'notFollowing', openid, profile: { subscribe: 0, openid } } as const;
      await batches.amend(batch, left, kept.fetchedAt - 1);
      assert.deepEqual(await profiles.open(kept.id), kept, 'it was asked before');
      await batches.amend(batch, left, kept.fetchedAt + 1);
      const shown = await profiles.open(kept.id);
      assert.deepEqual(
        [shown?.id, shown?.outcome.kind, shown?.fetchedAt, shown?.batchName],
        [kept.id, 'notFollowing', kept.fetchedAt + 1, 'list.csv'],
      );
      assert.deepEqual(await profiles.find({ lookupId: kept.id }), shown);
    });

    it('is not found where it is no longer kept', async () => {
      const missing = [{ lookupId: 'gone' }, { batchId: 'gone', openid: 'o' }, { batchId: 'gone' }, {}];
      for (const target of missing) assert.equal(await profiles.find(target), undefined);
      assert.equal(await profiles.open('gone#0'), undefined);
    });

    it('is asked for again', async () => {
      const { kept, openid } = await lookUp();
      weChat.accounts[0].setFollowing(openid, false);
      assert.equal((await profiles.refresh(kept.id, never))?.outcome.kind, 'notFollowing');
      assert.equal((await lookups.open(kept.id))?.outcome.kind, 'notFollowing');
    });

    it('stands where asking again fails, which is said', async () => {
      const { kept } = await lookUp();
      weChat.accounts[0].become('quotaUsedUp');
      assert.equal(await profiles.refresh(kept.id, never), undefined);
      assert.deepEqual(await lookups.open(kept.id), kept);
      // What a code means is loaded first.
      while (window.messages.length === 0) await turn();
      assert.match(window.messages[0] ?? '', /^45009/);
    });
  });

  describe('relations', () => {
    const relations = () => relationsFrom(registry, learned, lookups, batches);

    it('name the same person among the lookups of the other accounts', async () => {
      const { kept, openid, appId } = await lookUp();
      const same = await lookUp(1);
      await lookUp(1, 1);
      const unionid = 'profile' in kept.outcome ? String(kept.outcome.profile?.['unionid']) : '';
      const { samePerson } = await relations().people(openid, appId, unionid);
      assert.deepEqual(
        samePerson.map(person => [person.openid, person.appId]),
        [[same.openid, same.appId]],
      );
      assert.deepEqual((await relations().people(openid, appId, undefined)).samePerson, []);
    });

    it('name the account that an openid probably belongs to, and tell a unionid', async () => {
      const { kept, openid, appId } = await lookUp();
      const other = weChat.accounts[1].appId;
      const { likelyOwners } = await relations().people(openid, other, undefined);
      assert.deepEqual(
        likelyOwners.map(owner => owner.appId),
        [appId],
      );
      assert.deepEqual((await relations().people(openid, appId, undefined)).likelyOwners, []);
      const unionid = 'profile' in kept.outcome ? String(kept.outcome.profile?.['unionid']) : '';
      assert.equal((await relations().people(unionid, appId, undefined)).looksLikeUnionid, true);
      assert.equal((await relations().people(openid, appId, undefined)).looksLikeUnionid, false);
    });

    it('name the lists that hold somebody', async () => {
      const { openid, appId } = await lookUp();
      const list = { appId, accountName: 'a', source: 'list.json', openids: [openid], lang: 'en' } as const;
      const { id } = await batches.create(list);
      await batches.create({ ...list, openids: ['oSomebodyElse'] });
      assert.deepEqual(
        (await relations().lists(openid, appId)).map(({ batchId }) => batchId),
        [id],
      );
      assert.deepEqual(await relations().lists(openid, noAccount), []);
    });
  });
});
