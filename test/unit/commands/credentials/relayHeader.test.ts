import assert from 'node:assert/strict';

import { commands, settingsSection } from '../../../../src/manifest';
import { type Relay, startRelay } from '../../../wechat/credentials/relay';
import { boxes, useCredentials } from './useCredentials';

const key = { name: 'X-Relay-Key', value: 'the-key-of-the-relay' };
const keyText = `${key.name}: ${key.value}`;
const button = 'Relay Header…';
const relayBox = 'Header that the relay';

describe('the header of a relay', () => {
  let relay: Relay;
  let another: Relay;
  // Before the fake's own check, which may fail.
  afterEach(() => Promise.all([relay.close(), another.close()]));
  const used = useCredentials();
  const { window, extension, person, kept, tooltip, assertNothingLeaked } = used;
  beforeEach(async () => {
    [relay, another] = await Promise.all([
      startRelay(extension.weChat, key),
      startRelay(extension.weChat, key),
    ]);
    goesBy(relay.url);
  });

  it('is entered along with the AppSecret, and goes with every call to the relay', async () => {
    enter();
    await used.add();
    assert.deepEqual(kept().sort(), [extension.account.secret, key.value].sort());
    assert.match(window.messages[0] ?? '', /^Books is ready\./);
    await used.lookUp();
    await extension.run(commands.checkAccount, target());
    assert.equal(relay.refused(), 0);
    assert.ok(relay.requests.length > 3);
    assert.match(await tooltip(), /Header X\\-Relay\\-Key for 127\.0\.0\.1:\d+ kept in/);
    await nothingLeaked();
  });

  it('is told from a wrong one when it is entered, and can be changed then', async () => {
    person.types(boxes.appId, extension.account.appId).presses(boxes.secret, button);
    person.types(relayBox, 'X', `${key.name}: wrong`).types(/goes along to/, extension.account.secret);
    person.types(boxes.name, 'Books').chooses(/HTTP status 403/, 'Change Entries');
    person.types(boxes.appId, extension.account.appId).presses(boxes.secret, button);
    person.types(relayBox, keyText).types(/goes along to/, extension.account.secret);
    person.types(boxes.name, 'Books');
    await used.add();
    assert.match(window.messages.at(-1) ?? '', /^Books is ready\./);
  });

  it('keeps what was typed before its button was pressed, and can be gone back from', async () => {
    person.types(boxes.appId, extension.account.appId);
    person.presses(boxes.secret, 'Other Credential…').chooses(boxes.kinds, 'Token server');
    person.presses(boxes.address, button).goesBack(relayBox);
    person.types(boxes.address, used.server().url).closes('Header that the token server wants');
    await used.add();
    assert.deepEqual(kept(), []);
  });

  it('is for the host that it was entered for: no other relay and none of WeChat’s own hosts sees it', async () => {
    enter();
    await used.add();
    goesBy(another.url);
    await used.lookUp();
    assert.ok(another.requests.length > 0);
    assert.ok(another.requests.every(({ headers }) => headers['x-relay-key'] === undefined));
    goesBy(extension.weChat.url);
    await used.lookUp();
    assert.ok(extension.weChat.requests.every(({ headers }) => headers['x-relay-key'] === undefined));
  });

  it('is given to an account that is there, taken away again, and changed in the same way', async () => {
    await extension.register(extension.account);
    await extension.run(commands.refresh);
    person.chooses(boxes.change, button).types(relayBox, `${key.name}: wrong`);
    person.chooses(/HTTP status 403/, 'Change Entries').types(relayBox, keyText);
    await used.edit();
    assert.match(window.messages.at(-1) ?? '', /X-Relay-Key of .* goes to 127\.0\.0\.1:\d+ from now on/);
    await used.lookUp();
    goesBy(extension.weChat.url);
    person.chooses(boxes.change, button).types(relayBox, '');
    await used.edit();
    assert.match(window.messages.at(-1) ?? '', /No header of .* goes to a relay any more/);
    assert.deepEqual(kept(), [extension.account.secret]);
    await nothingLeaked();
  });

  it('stays when the AppSecret changes, goes with the API, and with the account', async () => {
    enter();
    await used.add();
    person.chooses(boxes.change, 'AppSecret').types('replaces the old one', extension.account.secret);
    await used.edit();
    assert.ok(kept().includes(key.value));
    await used.lookUp();
    person.chooses(/Its secrets are deleted from/, 'Remove with History');
    await used.remove();
    assert.deepEqual(kept(), []);
  });

  it('goes with the credential where the account no longer uses the API', async () => {
    enter();
    await used.add();
    person.chooses(boxes.change, 'Other Credential…').chooses(boxes.kinds, 'No API');
    await used.edit();
    assert.deepEqual(kept(), []);
  });

  it('is said to be gone where the vault has lost it', async () => {
    enter();
    await used.add();
    for (const [name, value] of extension.secrets.kept)
      if (value === key.value) extension.secrets.kept.delete(name);
    extension.reload();
    person.chooses(/header for the relay of .* is no longer kept here/, 'Edit Official Account…');
    person.closes(boxes.change);
    await used.lookUp();
    await assert.rejects(
      extension.run(commands.lookup, { openid: used.follower(), ...target(), show: false }),
      /^LensError: secretNeeded: /,
    );
  });

  it('is moved with the AppSecret, both or none', async () => {
    enter();
    await used.add();
    person.closes(boxes.change);
    await used.edit();
    assert.match(window.shown.at(-1)?.choices.join() ?? '', /Move the secrets to: /);
  });

  it('is not asked for where calls go to WeChat itself', async () => {
    await extension.register(extension.account);
    await extension.run(commands.refresh);
    goesBy('https://sh.api.weixin.qq.com');
    person.closes(boxes.change);
    await used.edit();
    assert.ok(!window.shown.at(-1)?.choices.includes(button));
  });

  const target = () => ({ appId: extension.account.appId });

  function goesBy(url: string): void {
    window.set(`${settingsSection}.apiBaseUrl`, url);
  }

  function enter(): void {
    person.types(boxes.appId, extension.account.appId).presses(boxes.secret, button);
    person.types(relayBox, keyText).types(/goes along to/, extension.account.secret);
    person.types(boxes.name, 'Books');
  }

  async function nothingLeaked(): Promise<void> {
    await assertNothingLeaked([key.value]);
  }
});
