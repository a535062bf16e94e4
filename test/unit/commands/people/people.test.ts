import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';

import { commands } from '../../../../src/manifest';
import { OpenPanels } from '../../../../src/panels/openPanels';
import { paths, until, useExtension } from '../../useExtension';

describe('commands of people', () => {
  const { window, extension, person } = useExtension();
  let ada: string;
  let bo: string;

  beforeEach(() => {
    [ada = '', bo = ''] = extension.account.openids({}, 2);
  });

  describe('Look Up OpenID…', () => {
    const lookup = (request?: unknown) => extension.run(commands.lookup, request);

    it('asks for an openid, cleans it, shows the profile and keeps it', async () => {
      person.types('Paste an openid', '', ` "${ada}", `);
      const outcome = await lookup();
      assert.ok(typeof outcome === 'object' && outcome !== null && 'kind' in outcome);
      assert.equal(outcome.kind, 'following');
      assert.equal(window.panels.length, 1);
      assert.equal((await extension.lookups().recent(extension.account.appId))[0]?.outcome.openid, ada);
      assert.deepEqual(window.messages, []);
    });

    it('shows nothing where its caller only wants the result', async () => {
      await lookup({ openid: ada, show: false });
      assert.deepEqual([window.panels.length, extension.weChat.calls(paths.userInfo)], [0, 1]);
    });

    it('warns of an odd shape, and asks WeChat all the same', async () => {
      person.types('Paste an openid', 'odd');
      await lookup();
      assert.match(window.shown[0]?.notes[0] ?? '', /does not look like an openid/);
      assert.equal(extension.weChat.calls(paths.userInfo), 1);
    });

    it('tells of characters hidden within', async () => {
      await lookup({ openid: `${ada.slice(0, 9)}\u200b${ada.slice(9)}` });
      assert.match(window.messages[0] ?? '', /^Hidden characters within the openid were removed/);
    });

    it('says that nothing was given', async () => {
      person.types('Paste an openid', ' ');
      await lookup();
      assert.deepEqual(window.shown[0]?.notes, ['Type or paste an openid.']);
      await assert.rejects(lookup({ openid: ' ' }), /invalidOpenid: No openid was given/);
      assert.deepEqual(window.messages, []);
    });

    it('can be cancelled, and keeps nothing then', async () => {
      const gate = extension.weChat.hold(paths.userInfo);
      const asking = lookup({ openid: ada });
      await gate.arrived(1);
      window.progress[0]?.cancel();
      assert.equal(await asking, undefined);
      assert.deepEqual([window.messages, await extension.lookups().count(extension.account.appId)], [[], 0]);
    });

    it('explains WeChat’s refusal, with what can be done', async () => {
      extension.account.become('ipRefused');
      await lookup({ openid: ada });
      assert.match(window.messages[0] ?? '', /^40164 · /);
      assert.deepEqual(window.shown[0]?.choices.slice(0, 2), ['Copy IP', 'Open WeChat Console']);
    });
  });

  describe('Look Up Selected OpenIDs', () => {
    const lookUp = () => extension.run(commands.lookupSelection);

    it('opens the profile of one openid, that under the cursor too', async () => {
      window.openEditor('app.log', `user ${ada} came`, [10, 10]);
      await lookUp();
      assert.equal(extension.weChat.calls(paths.userInfo), 1);
      assert.equal(window.panels.length, 1);
    });

    it('runs a batch of several, of all selections', async () => {
      const text = `${ada}\n${bo}\n`;
      window.openEditor('app.log', text, [0, ada.length], [ada.length + 1, text.length]);
      await lookUp();
      const { source, counts } = await extension.batch();
      assert.deepEqual([source, counts.following], ['Selection in app.log', 2]);
    });

    it('says what is missing: an editor, a selection, an openid', async () => {
      await lookUp();
      window.openEditor('app.log', 'nothing here');
      await lookUp();
      window.openEditor('app.log', 'nothing here', [0, 7]);
      await lookUp();
      assert.deepEqual(
        window.messages.map(text => text.split('.')[0]),
        [
          'No text editor is active',
          'Nothing is selected and no openid is under the cursor',
          'No openid was found',
        ],
      );
    });
  });

  it('profiles that are kept open, and are copied, without the network', async () => {
    const { unionid } = extension.account.personOf(ada) ?? assert.fail();
    await extension.run(commands.lookup, { openid: ada, show: false });
    const [kept] = await extension.lookups().recent(extension.account.appId);
    const node = { origin: { lookupId: kept?.id }, openid: ada };
    extension.weChat.forgetRequests();
    await extension.run(commands.openProfile, node);
    assert.equal(window.panels.length, 1);
    await extension.run(commands.copyOpenid, node);
    assert.equal(window.copied, ada);
    await extension.run(commands.copyUnionid, node);
    assert.equal(window.copied, unionid);
    await extension.run(commands.copyProfile, node);
    assert.equal((JSON.parse(window.copied) as { openid: string }).openid, ada);
    assert.deepEqual(
      extension.weChat.requests.filter(({ path }) => path !== '/cgi-bin/tags/get'),
      [],
    );
  });

  it('Open Profile opens one tab where it is asked twice at once', async () => {
    await extension.run(commands.lookup, { openid: ada, show: false });
    const [kept] = await extension.lookups().recent(extension.account.appId);
    const target = { lookupId: kept?.id };
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this`
    const { replaceSleeping } = OpenPanels.prototype;
    OpenPanels.prototype.replaceSleeping = async function (...tab) {
      await setTimeout(20);
      return replaceSleeping.apply(this, tab);
    };
    try {
      await Promise.all([1, 2].map(() => extension.run(commands.openProfile, target)));
    } finally {
      OpenPanels.prototype.replaceSleeping = replaceSleeping;
    }
    assert.deepEqual(
      window.panels.map(({ revealed }) => revealed),
      [1],
    );
  });

  it('a tab has its name again once its person was looked up anew', async () => {
    await extension.run(commands.lookup, { openid: ada });
    const [tab] = window.panels;
    const name = tab?.title;
    person.chooses('Clear the history of', 'Clear');
    await extension.run(commands.clearHistory);
    await until(() => tab?.title === 'Profile');
    await extension.run(commands.lookup, { openid: ada });
    assert.deepEqual([tab?.title, window.panels.length], [name, 1]);
  });

  it('people of a batch are found by batch and openid', async () => {
    await extension.run(commands.batchFetch, { openids: [ada, bo], show: false });
    await extension.run(commands.copyProfile, { batchId: (await extension.batch()).id, openid: bo });
    assert.equal((JSON.parse(window.copied) as { openid: string }).openid, bo);
  });

  it('what is not there is said', async () => {
    const [stranger] = extension.account.openids({ state: 'malformed' }, 1);
    await extension.run(commands.lookup, { openid: stranger, show: false });
    const [kept] = await extension.lookups().recent(extension.account.appId);
    await extension.run(commands.copyUnionid, { lookupId: kept?.id });
    await extension.run(commands.copyProfile, { lookupId: kept?.id });
    await extension.run(commands.openProfile, { lookupId: 'gone' });
    assert.deepEqual(window.messages, [
      'WeChat gave no unionid for this openid.',
      'WeChat gave no profile for this openid.',
      'This profile is no longer kept. Look the openid up again.',
    ]);
    assert.equal(window.copied, '');
  });
});
