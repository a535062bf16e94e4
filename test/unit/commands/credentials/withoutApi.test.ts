import assert from 'node:assert/strict';
import { ThemeIcon } from 'vscode';

import { commands } from '../../../../src/manifest';
import { boxes, useCredentials } from './useCredentials';

describe('an account that does not use the API', () => {
  const { window, extension, person, add, credential, follower, choose, treeItem, tooltip } =
    useCredentials();

  beforeEach(async () => {
    choose('No API');
    person.types(boxes.name, 'Shop');
    await add();
  });

  it('is kept with name and AppID, and asked about nothing', async () => {
    assert.deepEqual(await credential(), { kind: 'none' });
    assert.match(window.messages[0] ?? '', /^Shop is saved\. It does not use the API/);
    assert.equal(extension.weChat.requests.length, 0);
  });

  it('is never offered for a look-up, and says so where it is named', async () => {
    await extension.run(commands.lookup, { openid: follower() });
    assert.match(window.messages.at(-1) ?? '', /No Official Account is registered yet/);
    person.closes(boxes.change);
    person.chooses(/does not use the API: nobody can be looked up/, 'Edit Official Account…');
    await extension.run(commands.lookup, { openid: follower(), appId: extension.account.appId });
    assert.equal(extension.weChat.requests.length, 0);
  });

  it('has its own icon, and cannot be the active account', async () => {
    const { iconPath, contextValue } = await treeItem();
    assert.ok(iconPath instanceof ThemeIcon);
    assert.deepEqual([iconPath.id, contextValue], ['device-mobile', 'isAccount']);
    assert.match(await tooltip(), /Does not use the API/);
  });
});
