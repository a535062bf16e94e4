import assert from 'node:assert/strict';

import { commands } from '../../../../src/manifest';
import { paths, useExtension } from '../../useExtension';

const question = 'What should change?';

describe('Edit Official Account…', () => {
  const { window, extension, person } = useExtension();
  const edit = () => extension.run(commands.editAccount, { appId: extension.account.appId });
  const account = async () => (await extension.registry().all())[0];

  it('changes the name', async () => {
    person.chooses(question, 'Name').types('Display name', '', 'Renamed');
    await edit();
    assert.equal((await account())?.name, 'Renamed');
    assert.equal(extension.weChat.requests.length, 0);
  });

  it('replaces the AppSecret once WeChat has taken it', async () => {
    person.chooses(question, 'AppSecret').types('replaces the old one', extension.account.secret);
    await edit();
    assert.equal(extension.weChat.calls(paths.token), 1);
    assert.deepEqual([...extension.secrets.kept.values()], [extension.account.secret]);
    assert.deepEqual(window.messages, [`The new AppSecret of ${extension.account.name} is saved.`]);
  });

  it('keeps the old AppSecret where the new one is refused and reconsidered', async () => {
    person.chooses(question, 'AppSecret').types('replaces the old one', '0'.repeat(32));
    person.chooses(/AppSecret/, 'Change Entries').closes('replaces the old one');
    await edit();
    assert.deepEqual([...extension.secrets.kept.values()], [extension.account.secret]);
  });

  it('says where the AppSecret is, and where it could be', async () => {
    person.closes(question);
    await edit();
    assert.match(window.shown[0]?.text ?? '', new RegExp(`^Edit .* \\(${extension.account.appId}\\)`));
    assert.equal(window.shown[0]?.items[1]?.description, "kept in: VS Code's secret storage");
    assert.match(window.shown[0].choices[3] ?? '', /^Move the AppSecret to: /);
  });

  it('asks for the AppSecret where it is gone, and for an empty one again', async () => {
    extension.secrets.kept.clear();
    const [openid] = extension.account.openids({}, 1);
    person.types('no longer holds it', '', ` ${extension.account.secret}`);
    await extension.run(commands.lookup, { openid });
    assert.deepEqual([...extension.secrets.kept.values()], [extension.account.secret]);
    assert.equal(extension.weChat.calls(paths.userInfo), 1);
  });

  it('asks nobody where the box for a lost AppSecret is closed', async () => {
    extension.secrets.kept.clear();
    person.closes('no longer holds it');
    await extension.run(commands.lookup, { openid: extension.account.openids({}, 1)[0] });
    assert.deepEqual([extension.weChat.requests.length, window.messages], [0, []]);
  });
});
