import assert from 'node:assert/strict';

import { commands } from '../../../../src/manifest';
import { paths, until } from '../../useExtension';
import { boxes, header, headerText, useCredentials } from './useCredentials';

describe('an account that a token server serves', () => {
  const {
    window,
    extension,
    person,
    server,
    add,
    edit,
    remove,
    credential,
    kept,
    newToken,
    follower,
    lookUp,
    notes,
    choose,
    enterServer,
    tooltip,
    assertNothingLeaked,
  } = useCredentials();

  it('is added with its header in the vault, and looks people up', async () => {
    enterServer();
    await add();
    assert.deepEqual(kept(), [header.value]);
    const now = await credential();
    assert.ok(now?.kind === 'tokenServer' && now.address === server().url);
    assert.equal(now.header?.name, header.name);
    assert.match(window.messages[0] ?? '', /^Books is ready\./);
    await lookUp();
    assert.equal(extension.weChat.calls(paths.userInfo), 1);
    assert.equal(extension.weChat.calls(paths.token), 0);
    await assertNothingLeaked();
  });

  it('shows the host of its server, and nothing more of the address', async () => {
    enterServer();
    await add();
    const text = await tooltip();
    assert.match(text, new RegExp(`come from: .*${new URL(server().url).port}`));
    assert.ok(!text.includes('/wechat/token'));
    assert.match(text, /Header Authorization kept in/);
  });

  it('says what is wrong with a header, and goes back to the entries with what was typed', async () => {
    enterServer('Authorization: Bearer wrong');
    person.chooses(/HTTP status 401/, 'Change Entries');
    person.types(boxes.appId, extension.account.appId).types(boxes.address, server().url);
    person.types(boxes.header, 'X', 'X: ', 'Host: a', headerText).types(boxes.name, 'Books');
    await add();
    assert.deepEqual(kept(), [header.value]);
    assert.deepEqual(notes(26), [
      'A header has a name, a col',
      'The header has no value be',
      'The header Host is set by ',
    ]);
  });

  it('refuses an address that others could read, or with a password in it', async () => {
    choose('Token server');
    person.types(
      boxes.address,
      '',
      'tokens',
      'http://tokens.example.com/',
      'https://a:b@tokens.example.com/',
      server().url,
    );
    person.closes(boxes.header);
    await add();
    assert.deepEqual(notes(25), [
      'Type or paste the address',
      'This is no address. It be',
      'The address must begin wi',
      'The address holds a user ',
    ]);
    assert.equal(await credential(), undefined);
  });

  it('keeps its header where only the address changes, and loses it where it is emptied', async () => {
    enterServer();
    await add();
    person
      .chooses(boxes.change, 'Token server')
      .types(boxes.address, `${server().url}?v=2`)
      .types(boxes.header, headerText);
    await edit();
    assert.deepEqual(kept().sort(), ['?v=2', header.value]);
    const now = await credential();
    assert.ok(now?.kind === 'tokenServer' && now.address === server().url);
    await lookUp();
    await assertNothingLeaked(['v=2']);
    server().misbehaves = response => response.end(newToken());
    person.chooses(boxes.change, 'Token server').types(boxes.address, server().url).types(boxes.header, '');
    await edit();
    assert.deepEqual(await credential(), { kind: 'tokenServer', address: server().url });
    assert.deepEqual(kept(), []);
  });

  it('says so where its header is gone, and leads to the account', async () => {
    enterServer();
    await add();
    extension.secrets.kept.clear();
    extension.reload();
    person
      .chooses(/What the token server of .* wants to see is no longer kept here/, 'Edit Official Account…')
      .closes(boxes.change);
    await extension.run(commands.lookup, { openid: follower() });
  });

  it('cannot be forced to renew its token', async () => {
    enterServer();
    await add();
    await extension.run(commands.forceNewAccessToken, { appId: extension.account.appId });
    assert.match(window.messages.at(-1) ?? '', /cannot be forced from here/);
    // One for the check, and one for the lesson that adding takes.
    await until(() => server().requests.length === 2);
  });

  it('is removed with its header', async () => {
    enterServer();
    await add();
    person.chooses(/Its secrets are deleted from/, 'Remove');
    await remove();
    assert.deepEqual(kept(), []);
  });
});
