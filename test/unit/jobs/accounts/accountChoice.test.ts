import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';

import {
  type Account,
  AccountGone,
  AccountRegistry,
  AccountStanding,
  ActiveAccount,
  LearnedPrefixes,
  Vault,
} from '../../../../src/accounts';
import { type Outcome } from '../../../../src/batch';
import { AccountChoice } from '../../../../src/jobs/accounts/accountChoice';
import { EveryAccount } from '../../../../src/jobs/people/everyAccount';
import { CallRefused, Problem } from '../../../../src/ui/problems/problem';
import { Cancelled } from '../../../../src/ui/asking/steps';
import { TransportError, WeChatError } from '../../../../src/wechat';
import { useFakeVSCode } from '../../../fakeVSCode';
import { memento } from '../../../fakeVSCode/context';
import { appSecret } from '../../accounts/entered';
import { SecretsInMemory } from '../../accounts/secretsInMemory';

const ofA = 'oAAAAA6789012345678901234567';
const ofB = 'oBBBBB6789012345678901234567';
const every = '$(search) Ask every account';

describe('AccountChoice', () => {
  const window = useFakeVSCode();
  const { person } = window;
  let folder: string;
  let registry: AccountRegistry;
  let active: ActiveAccount;
  let standing: AccountStanding;
  let prefixes: LearnedPrefixes;
  let choice: AccountChoice;
  /** What each account says about everybody. */
  let words: Record<string, Outcome['kind'] | Error>;
  let asked: string[];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lens-choice-'));
    const stores = { keychain: new SecretsInMemory('keychain'), vscode: new SecretsInMemory('vscode') };
    const unwatched = () => new vscode.Disposable(() => undefined);
    registry = new AccountRegistry(path.join(folder, 'accounts'), new Vault(stores, () => 'auto'), unwatched);
    active = new ActiveAccount(registry, memento());
    standing = new AccountStanding(memento());
    prefixes = new LearnedPrefixes(path.join(folder, 'prefixes'), assert.ifError);
    words = {};
    asked = [];
    const job = {
      ask: ({ appId }: Account, openid: string): Promise<Outcome> => {
        asked.push(appId);
        const word = words[appId] ?? 'invalid';
        return word instanceof Error ? Promise.reject(word) : Promise.resolve(outcome(word, openid));
      },
    };
    choice = new AccountChoice(
      { registry, active, standing },
      prefixes,
      new EveryAccount(job, () => Promise.resolve(true)),
    );
  });

  afterEach(() => rm(folder, { recursive: true }));

  const chosen = async (openid: string) => {
    const { kind, account } = await choice.for(openid);
    return [kind, account.appId];
  };

  it('says how to add an account where there is none', async () => {
    await assert.rejects(choice.for(ofA), Problem);
  });

  it('takes the only account', async () => {
    await add('wxA');
    assert.deepEqual(await chosen(ofA), ['certain', 'wxA']);
  });

  it('takes the account that is named, and says when it is gone', async () => {
    await add('wxA');
    await add('wxB');
    assert.equal((await choice.for(ofA, { appId: 'wxB' })).account.appId, 'wxB');
    await assert.rejects(choice.for(ofA, { appId: 'wxC' }), AccountGone);
  });

  it('tries the active account for an openid that nothing is known about', async () => {
    await add('wxA');
    await active.set(await add('wxB'));
    assert.deepEqual(await chosen(ofA), ['tentative', 'wxB']);
  });

  it('does not try an active account that WeChat refuses', async () => {
    await add('wxA');
    await active.set(await add('wxB'));
    refuse('wxB', 48001);
    person.closes('Which account');
    await assert.rejects(choice.for(ofA), Cancelled);
  });

  it('takes the account whose openids begin like it, whichever is active', async () => {
    await add('wxA');
    await active.set(await add('wxB'));
    await learn('wxA', ofA);
    assert.deepEqual(await chosen(ofA), ['certain', 'wxA']);
    assert.deepEqual(await chosen(ofB), ['tentative', 'wxB']);
  });

  it('tries the account that an earlier version has learned, without a question', async () => {
    await add('wxA');
    await add('wxB');
    const accounts = [{ appId: 'wxA', prefixes: ['oAAAAA'] }];
    await mkdir(path.join(folder, 'prefixes'));
    await writeFile(path.join(folder, 'prefixes', 'wxA.json'), JSON.stringify({ accounts, unionids: [] }));
    assert.deepEqual(await chosen(ofA), ['tentative', 'wxA']);
  });

  describe('where nothing tells', () => {
    const question = `Which account does ${ofA} belong to?`;

    beforeEach(async () => {
      for (const appId of ['wxA', 'wxB', 'wxC']) await add(appId);
    });

    it('asks; every account is the first choice, with what it costs', async () => {
      person.chooses(question, 'wxB');
      assert.deepEqual(await chosen(ofA), ['certain', 'wxB']);
      assert.deepEqual(window.shown[0]?.choices, [every, 'wxA', 'wxB', 'wxC']);
      assert.equal(window.shown[0].items[0]?.description, '3 API calls, one an account');
      assert.deepEqual(asked, []);
    });

    it('is cancelled with the question', async () => {
      person.closes(question);
      await assert.rejects(choice.for(ofA), Cancelled);
    });

    it('opens nothing for a caller who wants nothing opened', async () => {
      await assert.rejects(
        choice.for(ofA, { quiet: true }),
        error => error instanceof CallRefused && error.code === 'ambiguousAccount',
      );
      assert.deepEqual(window.shown, []);
    });

    it('shows the active account first, then those used last, and one that is refused last and says so', async () => {
      await add('wxD');
      await learn('wxD', ofB);
      await active.set((await registry.find('wxD')) ?? assert.fail());
      for (const appId of ['wxA', 'wxC']) standing.note(answer(appId));
      refuse('wxC', 48001);
      person.closes(question);
      await assert.rejects(choice.for(ofA), Cancelled);
      const items = window.shown[0]?.items.slice(1) ?? [];
      assert.deepEqual(
        items.map(({ description }) => description),
        ['wxD · active', 'wxA', 'wxB', 'wxC · refused by WeChat (48001)'],
      );
      assert.ok(items[3]?.detail);
    });

    it('takes whose follower it is, whatever the others say', async () => {
      words = { wxA: 'notFollowing', wxB: 'following', wxC: refusal(48001) };
      person.chooses(question, every);
      assert.deepEqual(await chosen(ofA), ['answered', 'wxB']);
      assert.deepEqual(asked.sort(), ['wxA', 'wxB', 'wxC']);
    });

    it('takes the only account that does not call it invalid', async () => {
      words = { wxC: 'notFollowing' };
      person.chooses(question, every);
      assert.deepEqual(await chosen(ofA), ['answered', 'wxC']);
    });

    it('lets the user pick where several say “not following”', async () => {
      words = { wxA: 'notFollowing', wxC: 'notFollowing' };
      person.chooses(question, every).chooses('Several accounts know', 'wxC');
      assert.deepEqual(await chosen(ofA), ['answered', 'wxC']);
      assert.deepEqual(window.shown[1]?.choices, ['wxA', 'wxC']);
      person.chooses(question, every).closes('Several accounts know');
      await assert.rejects(choice.for(ofA), Cancelled);
    });

    it('tells each account’s word where none knows it', async () => {
      words = { wxB: refusal(48001) };
      person.chooses(question, every);
      await assert.rejects(choice.for(ofA), ({ message }: Error) => {
        assert.match(
          message,
          /^No account knows oAAAAA\w+\. wxA, wxC: invalid\. wxB: 48001 · .+pick an account/,
        );
        return true;
      });
    });

    it('tells a network that is away once, as itself', async () => {
      const away = () => new TransportError({ reason: 'dns' });
      words = { wxA: away(), wxB: away(), wxC: away() };
      person.chooses(question, every);
      await assert.rejects(choice.for(ofA), TransportError);
      words = { wxA: away(), wxB: new TransportError({ reason: 'tls' }), wxC: away() };
      person.chooses(question, every);
      await assert.rejects(choice.for(ofA), Problem);
    });
  });

  function add(appId: string) {
    return registry.add({ appId, name: appId }, appSecret('secret'));
  }

  function learn(appId: string, openid: string) {
    return prefixes.learn(appId, [outcome('following', openid)]);
  }

  function refuse(appId: string, errcode: number): void {
    standing.note({ ...answer(appId), errcode });
  }
});

function answer(appId: string) {
  return { appId, method: 'GET', path: '/cgi-bin/user/info', milliseconds: 1, attempt: 1 } as const;
}

function refusal(errcode: number): WeChatError {
  return new WeChatError({ errcode, errmsg: 'refused' });
}

function outcome(kind: Outcome['kind'], openid: string): Outcome {
  switch (kind) {
    case 'following':
    case 'notFollowing':
      return { kind, openid, profile: { openid } };
    case 'invalid':
    case 'failed':
      return { kind, openid, fault: { errcode: 40003, errmsg: 'invalid openid' } };
    case 'notReturned':
    case 'pending':
      return { kind, openid };
  }
}
