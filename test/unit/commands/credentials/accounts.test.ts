import assert from 'node:assert/strict';

import { commands } from '../../../../src/manifest';
import { byHand } from '../../../../src/ui/asking/byHand';
import { paths, useExtension } from '../../useExtension';

describe('commands of an account', () => {
  const { window, extension, person } = useExtension({ registered: 2 });
  const appIds = async () => (await extension.registry().all()).map(({ appId }) => appId);
  const target = () => ({ appId: extension.account.appId });

  describe('Remove Official Account…', () => {
    it('deletes the account with its AppSecret', async () => {
      person.chooses(/^Remove Lens Demo 服务号 \(wx\w+\)\?\nIts AppSecret is deleted from/, 'Remove');
      await extension.run(commands.removeAccount, target());
      assert.deepEqual(await appIds(), [extension.other.appId]);
      assert.deepEqual([...extension.secrets.kept.values()], [extension.other.secret]);
    });

    it('keeps what was fetched, unless the user says otherwise', async () => {
      await fill();
      person.chooses(/batches: 1, recent lookups: 1/, 'Remove, Keep History');
      await extension.run(commands.removeAccount, target());
      assert.deepEqual(await history(), [1, 1]);
      await extension.register(extension.account);
      await extension.run(commands.refresh);
      person.chooses(/batches: 1, recent lookups: 1/, 'Remove with History');
      await extension.run(commands.removeAccount, target());
      assert.deepEqual(await history(), [0, 0]);
      assert.ok(window.panels.every(({ viewType, isDisposed }) => isDisposed || !viewType.endsWith('batch')));
    });

    it('removes nothing where the question is closed', async () => {
      person.closes('Remove Lens Demo');
      await extension.run(commands.removeAccount, target());
      assert.equal((await appIds()).length, 2);
    });

    it('leaves the page of people open where the question is closed, and closes it with the account', async () => {
      await fill();
      await extension.run(commands.openPeople);
      const page = window.panels.at(-1);
      person.closes('Remove Lens Demo');
      await extension.run(commands.removeAccount, target());
      assert.equal(page?.isDisposed, false);
      person.chooses('Remove Lens Demo', 'Remove, Keep History');
      await extension.run(commands.removeAccount, target());
      assert.equal(page.isDisposed, true);
    });

    it('asks which one where none is named', async () => {
      person.chooses('Remove which account?', extension.other.name).closes('Remove Lens Demo');
      await extension.run(commands.removeAccount);
      assert.deepEqual(
        window.shown[0]?.items.map(({ description }) => description).sort(),
        [extension.account.appId, extension.other.appId].sort(),
      );
    });

    it('says that an account is gone', async () => {
      await extension.run(commands.removeAccount, byHand({ appId: 'wxGone' }));
      assert.deepEqual(window.messages, [
        'The account wxGone is no longer registered. Add it again to go on.',
      ]);
    });
  });

  describe('Clear History…', () => {
    it('deletes lookups and batches of one account, and closes their tables', async () => {
      await fill();
      person.chooses(/Clear the history of .*\nBatches: 1, recent lookups: 1, follower lists: 0\./, 'Clear');
      await extension.run(commands.clearHistory, target());
      assert.deepEqual(await history(), [0, 0]);
      assert.equal((await appIds()).length, 2);
      assert.ok(window.panels[0]?.isDisposed);
    });

    it('deletes nothing where the question is closed', async () => {
      await fill();
      await extension.run(commands.openPeople);
      person.closes('Clear the history of');
      await extension.run(commands.clearHistory, target());
      assert.deepEqual(await history(), [1, 1]);
      assert.ok(window.panels.every(({ isDisposed }) => !isDisposed));
    });

    it('says that a batch is running, and deletes the rest', async () => {
      await fill();
      const gate = extension.weChat.hold(paths.batchGet);
      const run = extension.run(commands.batchFetch, { openids: extension.account.openids({}, 3) });
      await gate.arrived(1);
      await extension.run(commands.openPeople);
      person.chooses('Clear the history of', 'Clear');
      await extension.run(commands.clearHistory, target());
      assert.deepEqual(await history(), [1, 0]);
      assert.ok(window.panels.at(-1)?.isDisposed, 'people who are gone are shown no longer');
      assert.match(window.messages.at(-1) ?? '', /already running/);
      gate.open();
      await run;
    });
  });

  it('Switch Active Account… is told of, and decides about openids that nobody knows', async () => {
    await extension.run(commands.setActiveAccount, extension.other.appId);
    assert.deepEqual(window.messages, [`Active account: ${extension.other.name}`]);
    await extension.run(commands.lookup, { openid: extension.other.openids({}, 1)[0], show: false });
    const asked = extension.weChat.requests.map(({ appId }) => appId);
    assert.deepEqual([...new Set(asked)], [extension.other.appId]);
  });

  it('Reset API Quota… clears it after a yes', async () => {
    person.closes('Clear the API quota of').chooses(/allows this 10 times a month/, 'Clear Quota');
    await extension.run(commands.clearApiQuota, target());
    assert.equal(extension.weChat.requests.length, 0);
    await extension.run(commands.clearApiQuota, target());
    assert.equal(extension.weChat.calls(paths.clearQuota), 1);
    assert.match(window.messages.at(-1) ?? '', /is cleared: calls are counted from zero again/);
  });

  it('Force New Access Token… forces one after a yes', async () => {
    person
      .closes('Force a new access token for')
      .chooses(/allows it 20 times a day/, 'Force New Access Token');
    await extension.run(commands.forceNewAccessToken, target());
    assert.equal(extension.weChat.requests.length, 0);
    await extension.run(commands.forceNewAccessToken, target());
    assert.match(String(extension.weChat.requests.at(-1)?.body), /"force_refresh":\s*true/);
    assert.match(window.messages.at(-1) ?? '', /gave .* a new access token/);
  });

  /** One batch and one lookup of the first account. */
  async function fill(): Promise<void> {
    const [openid] = extension.account.openids({}, 1);
    await extension.run(commands.batchFetch, { openids: [openid], ...target() });
    await extension.run(commands.lookup, { openid, ...target(), show: false });
  }

  /** Batches and lookups of the first account. */
  async function history(): Promise<number[]> {
    const { appId } = extension.account;
    return [(await extension.store().keptOf(appId)).own.length, await extension.lookups().count(appId)];
  }
});
