import assert from 'node:assert/strict';

import { keptSecretsOf } from '../../../../src/accounts';
import { commands } from '../../../../src/manifest';
import { paths, until, useExtension } from '../../useExtension';

const appIdBox = 'AppID of the Official Account';
const secretBox = 'It is never written to settings or logs';
const nameBox = 'Display name';

describe('Add Official Account…', () => {
  const { window, extension, person } = useExtension({ registered: 0 });
  const add = () => extension.run(commands.addAccount);
  const all = () => extension.registry().all();
  const shownSecrets = () =>
    JSON.stringify([window.shown, window.logLines]).includes(extension.account.secret);

  function enter({ appId = extension.account.appId, secret = extension.account.secret } = {}): void {
    person.types(appIdBox, appId).types(secretBox, secret).types(nameBox, ' Books ');
  }

  it('keeps what WeChat takes, cleaned, and says how to go on', async () => {
    enter({ appId: ` "${extension.account.appId}"\n`, secret: `${extension.account.secret} ` });
    await add();
    assert.deepEqual(
      (await all()).map(account => [account.appId, account.name, keptSecretsOf(account)[0]?.secretStore]),
      [[extension.account.appId, 'Books', 'vscode']],
    );
    assert.deepEqual([...extension.secrets.kept.values()], [extension.account.secret]);
    assert.match(window.messages[0] ?? '', /^Books is ready\. VS Code's secret storage may forget/);
    assert.ok(!shownSecrets());
  });

  it('refuses what cannot be an AppID, and says what it is', async () => {
    const { appId, secret } = extension.account;
    person
      .types(appIdBox, '', 'gh_0123456789ab', secret, appId)
      .types(secretBox, '', secret)
      .types(nameBox, '', 'B');
    await add();
    assert.deepEqual(
      window.shown.slice(0, 3).map(({ notes }) => notes.map(note => note.slice(0, 30))),
      [
        ['Type or paste the AppID.', 'This is an original ID (gh_…).', 'This looks like an AppSecret. '],
        ['Type or paste the AppSecret.'],
        ['Type a name.'],
      ],
    );
    assert.equal((await all()).length, 1);
  });

  it('goes back to what was typed', async () => {
    const { appId, secret } = extension.account;
    person.types(appIdBox, appId).goesBack(secretBox).types(appIdBox, appId).types(secretBox, secret);
    person.types(nameBox, 'B');
    await add();
    assert.equal((await all()).length, 1);
  });

  it('keeps nothing where it is closed, and says nothing', async () => {
    person.types(appIdBox, extension.account.appId).closes(secretBox);
    await add();
    assert.deepEqual([await all(), extension.weChat.requests, window.messages], [[], [], []]);
  });

  it('edits the account that is there already', async () => {
    await extension.register(extension.account);
    person.types(appIdBox, extension.account.appId).closes('What should change?');
    await add();
    assert.equal((await all()).length, 1);
  });

  it('explains a refusal, and goes back to the entries', async () => {
    enter({ secret: '0'.repeat(32) });
    person.chooses(/AppSecret/, 'Change Entries');
    enter();
    await add();
    assert.equal(window.shown[3]?.kind, 'warning');
    assert.equal(extension.weChat.calls(paths.token), 2);
    assert.deepEqual([...extension.secrets.kept.values()], [extension.account.secret]);
  });

  it('saves what WeChat refuses where the user says so, after all that they want to look at', async () => {
    extension.account.become('ipRefused');
    enter();
    person
      .chooses(/whitelist/i, 'Copy IP')
      .chooses(/whitelist/i, 'Open WeChat Console')
      .chooses(/whitelist/i, 'Show Log');
    person.chooses(/whitelist/i, 'Save Anyway');
    person.chooses('is saved, but WeChat has not accepted it yet', 'Check Official Account');
    await add();
    assert.match(window.copied, /^[\d.]+$/);
    assert.equal(window.openedPages.length, 1);
    assert.ok(window.isLogShown);
    assert.equal((await all()).length, 1);
    await until(() => window.called.some(({ command }) => command === commands.checkAccount));
  });

  it('checks with a Cancel, which keeps nothing', async () => {
    const gate = extension.weChat.hold(paths.token);
    enter();
    const adding = add();
    await gate.arrived(1);
    assert.equal(window.progress[0]?.title, `Checking ${extension.account.appId} with WeChat`);
    window.progress[0].cancel();
    await adding;
    assert.deepEqual([await all(), window.messages], [[], []]);
  });
});
