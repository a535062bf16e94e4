import assert from 'node:assert/strict';
import * as path from 'node:path';

import { LearnedPrefixes } from '../../../../src/accounts';
import { commands } from '../../../../src/manifest';
import { paths, useExtension } from '../../useExtension';

describe('looking up a person whose account is not certain', () => {
  const { window, extension, person } = useExtension({ registered: 2 });
  const lookUp = (openid?: string) => extension.run(commands.lookup, { openid });
  const kindOf = (outcome: unknown) => (outcome as { kind: string } | undefined)?.kind;
  const asked = () => extension.weChat.requests.filter(({ path: at }) => at === paths.userInfo);
  const accountsOf = (openid: string) =>
    new LearnedPrefixes(path.join(extension.folder, 'prefixes'), assert.ifError).accountsOf(openid);

  beforeEach(() => extension.run(commands.setActiveAccount, { appId: extension.other.appId, show: false }));

  it('asks nobody but the active account where it is a follower of its', async () => {
    const [openid = ''] = extension.other.openids({}, 1);
    assert.equal(kindOf(await lookUp(openid)), 'following');
    assert.deepEqual(
      asked().map(({ appId }) => appId),
      [extension.other.appId],
    );
    assert.deepEqual(await accountsOf(openid), [extension.other.appId]);
  });

  it('asks the others, too, where it is none: whose follower it is wins, and is kept there', async () => {
    const [openid = ''] = extension.account.openids({}, 1);
    assert.equal(kindOf(await lookUp(openid)), 'following');
    assert.deepEqual(
      asked().map(({ appId }) => appId),
      [extension.other.appId, extension.account.appId],
    );
    assert.equal(await extension.lookups().count(extension.account.appId), 1);
    assert.equal(await extension.lookups().count(extension.other.appId), 0);
    assert.deepEqual(await accountsOf(openid), [extension.account.appId]);
    assert.deepEqual([window.shown, window.panels.length], [[], 1]);
  });

  it('shows the only “not following”, which teaches nothing', async () => {
    const [openid = ''] = extension.account.openids({ state: 'neverFollowed' }, 1);
    assert.equal(kindOf(await lookUp(openid)), 'notFollowing');
    assert.equal(await extension.lookups().count(extension.account.appId), 1);
    assert.deepEqual(await accountsOf(openid), []);
  });

  it('shows the word of the active account where nobody knows better', async () => {
    const [openid = ''] = extension.account.openids({ state: 'foreign' }, 1);
    assert.equal(kindOf(await lookUp(openid)), 'invalid');
    assert.equal(await extension.lookups().count(extension.other.appId), 1);
    assert.equal(asked().length, 2);
  });

  it('goes on to the others where WeChat refuses the account, and tells the refusal where none knows', async () => {
    extension.other.become('unverified');
    const [openid = ''] = extension.account.openids({}, 1);
    assert.equal(kindOf(await lookUp(openid)), 'following');
    extension.reload();
    await extension.run(commands.setActiveAccount, { appId: extension.other.appId, show: false });
    const [stranger = ''] = extension.account.openids({ state: 'foreign' }, 1);
    await lookUp(stranger);
    assert.match(window.messages[0] ?? '', /^48001 · /);
  });

  it('asks no others where the network or the quota fails', async () => {
    extension.other.become('quotaUsedUp');
    await lookUp(extension.account.openids({}, 1)[0]);
    assert.match(window.messages[0] ?? '', /^45009 · /);
    assert.equal(asked().length, 1);
  });

  it('opens no box for the AppSecret of an account that is asked besides', async () => {
    const { appId, secret } = extension.account;
    for (const [key, value] of extension.secrets.kept)
      if (value === secret) extension.secrets.kept.delete(key);
    const [openid = ''] = extension.account.openids({}, 1);
    assert.equal(kindOf(await lookUp(openid)), 'invalid');
    assert.deepEqual(window.shown, []);
    assert.ok(!asked().some(request => request.appId === appId));
  });

  it('can be cancelled while every account is asked, and keeps nothing then', async () => {
    extension.reload();
    const gate = extension.weChat.hold(paths.userInfo);
    const [openid = ''] = extension.account.openids({}, 1);
    person.types('Paste an openid', openid).chooses('Which account', '$(search) Ask every account');
    const asking = extension.run(commands.lookup);
    await gate.arrived(2);
    assert.equal(window.progress.at(-1)?.title, `Asking 2 accounts about ${openid}`);
    window.progress.at(-1)?.cancel();
    assert.equal(await asking, undefined);
    assert.deepEqual([window.messages, await accountsOf(openid)], [[], []]);
  });
});
