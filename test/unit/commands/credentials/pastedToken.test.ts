import assert from 'node:assert/strict';

import { commands } from '../../../../src/manifest';
import { paths, until } from '../../useExtension';
import { boxes, useCredentials } from './useCredentials';

describe('an account whose access token is pasted', () => {
  const {
    extension,
    person,
    add,
    credential,
    kept,
    newToken,
    follower,
    lookUp,
    notes,
    choose,
    enterToken,
    assertNothingLeaked,
  } = useCredentials();

  it('is added out of WeChat’s whole answer, and the token is kept nowhere', async () => {
    enterToken(` {"access_token":"${newToken()}","expires_in":7200} `);
    await add();
    assert.deepEqual(await credential(), { kind: 'accessToken' });
    assert.deepEqual(kept(), []);
    await lookUp();
    assert.equal(extension.weChat.calls(paths.token), 0);
    await assertNothingLeaked();
  });

  it('cleans blanks and quotes, warns of one that is cut, and refuses an AppSecret', async () => {
    const token = newToken();
    choose('Access token');
    person
      .types(boxes.token, '', extension.account.secret, '汉字', token.slice(0, 10))
      .types(boxes.name, 'Books');
    person.chooses(/access token/i, 'Change Entries');
    person
      .types(boxes.appId, extension.account.appId)
      .types(boxes.token, ` "${token}"\n`)
      .types(boxes.name, 'Books');
    await add();
    assert.deepEqual(notes(30), [
      'Paste an access token.',
      'This looks like an AppSecret. ',
      'This is no access token: one h',
      'Access tokens have more than 1',
    ]);
    assert.deepEqual(await credential(), { kind: 'accessToken' });
  });

  it('asks for another one once the token has died, whatever number of calls wait, and goes on', async () => {
    enterToken(newToken());
    await add();
    extension.weChat.expireTokens();
    person.types(boxes.renew, newToken());
    const results = await Promise.all(
      extension.account.openids({}, 5).map(openid => extension.run(commands.lookup, { openid })),
    );
    assert.equal(results.filter(result => result !== undefined).length, 5);
  });

  it('opens nothing for a call that may not, also where its token dies in the middle', async () => {
    enterToken(newToken());
    await add();
    extension.weChat.expireTokens();
    const { appId } = extension.account;
    const openids = extension.account.openids({}, 300);
    const { lookup, batchFetch } = commands;
    await assert.rejects(
      extension.run(lookup, { openid: openids[0], appId, show: false }),
      /secretNeeded: The credential of/,
    );
    await assert.rejects(extension.run(batchFetch, { openids, appId, show: false }), /secretNeeded: /);
    person.types(boxes.renew, newToken());
    await lookUp();
    const gate = extension.weChat.hold(paths.batchGet);
    const run = extension.run(batchFetch, { openids, appId, show: false });
    await gate.arrived(1);
    extension.weChat.expireTokens();
    gate.open();
    await assert.rejects(run, /secretNeeded: /);
  });

  it('opens nothing where the names of tags are read with a token that has died', async () => {
    enterToken(newToken());
    await add();
    extension.weChat.faults.add({ kind: 'errcode', errcode: 42001 }, { path: '/cgi-bin/tags/get' });
    await lookUp();
    await until(() => extension.weChat.calls('/cgi-bin/tags/get') > 0);
    await new Promise(setImmediate);
  });

  it('asks in a new window, where nobody remembers it', async () => {
    enterToken(newToken());
    await add();
    extension.reload();
    person.types(boxes.paste, newToken());
    await lookUp();
    assert.equal(extension.weChat.calls(paths.userInfo), 1);
  });

  it('is cancelled with the box, and asks again', async () => {
    enterToken(newToken());
    await add();
    extension.reload();
    person.closes(boxes.paste);
    await extension.run(commands.lookup, { openid: follower() });
    assert.equal(extension.weChat.calls(paths.userInfo), 0);
    person.types(boxes.paste, newToken());
    await lookUp();
    assert.equal(extension.weChat.calls(paths.userInfo), 1);
  });

  it('knows a token of another account by the openids that it leads to', async () => {
    await extension.register(extension.other);
    await extension.run(commands.refresh);
    const [openid] = extension.other.openids({}, 1);
    await extension.run(commands.lookup, { openid, appId: extension.other.appId, show: false });
    const foreign = () => extension.other.tokens.issuePlain().accessToken;
    enterToken(foreign());
    person.chooses(new RegExp(`belongs to another account: ${extension.other.name}`), 'Save Anyway');
    await add();
    extension.reload();
    person.types(boxes.paste, foreign()).types('That token belongs to', newToken());
    await lookUp();
    assert.equal(extension.weChat.calls(paths.userInfo), 2);
  });
});
