import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import { Uri } from 'vscode';

import { BatchStore } from '../../../../src/batch';
import { commands } from '../../../../src/manifest';
import { paths, until, useExtension } from '../../useExtension';

describe('commands of a batch', () => {
  const { window, extension, person } = useExtension();
  const fetch = (openids: readonly string[]) => extension.run(commands.batchFetch, { openids, show: false });
  const target = async () => ({ batchId: (await extension.batch()).id });
  const lastMessage = () => window.messages.at(-1);

  describe('asking which one', () => {
    it('says which batches there are, the latest first, and what became of them', async () => {
      await fetch(extension.account.openids({}, 3));
      person.closes('Open which batch?');
      await extension.run(commands.openBatch);
      const [item] = window.shown.at(-1)?.items ?? [];
      assert.match(item?.description ?? '', /^Lens Demo 服务号 · /);
      assert.equal(item?.detail, '3 following');
      assert.equal(window.panels.length, 0);
    });

    it('says what to do where none fits', async () => {
      for (const command of [
        'openBatch',
        'exportBatch',
        'cancelBatch',
        'resumeBatch',
        'retryFailed',
      ] as const)
        await extension.run(commands[command]);
      await extension.run(commands.recheckNotFollowing);
      await extension.run(commands.removeBatch);
      const none = 'There is no batch yet. Run "Fetch Profiles from List…" to make one.';
      assert.deepEqual(window.messages, [
        ...[
          none,
          none,
          'No batch is running.',
          'No batch waits to be resumed.',
          'No batch has failed openids.',
        ],
        'No batch has people who do not follow.',
        'There is no batch to remove. One that runs can be removed when it has ended.',
      ]);
      assert.ok(window.shown.every(({ kind }) => kind === 'information'));
    });
  });

  it('Open Batch opens a table anew that was closed while it was read', async () => {
    await fetch(extension.account.openids({}, 3));
    // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this`
    const { openSoon } = BatchStore.prototype;
    BatchStore.prototype.openSoon = async function (id) {
      window.panels[0]?.dispose();
      return openSoon.call(this, id);
    };
    try {
      await extension.run(commands.openBatch, await target());
      BatchStore.prototype.openSoon = openSoon;
      await extension.run(commands.openBatch, await target());
    } finally {
      BatchStore.prototype.openSoon = openSoon;
    }
    assert.deepEqual(
      window.panels.map(({ isDisposed }) => isDisposed),
      [true, false],
    );
    assert.deepEqual(window.messages, []);
  });

  it('Open Batch shows its table once, and asks about nobody', async () => {
    await fetch(extension.account.openids({}, 3));
    extension.weChat.forgetRequests();
    person.chooses('Open which batch?', 'List from another extension');
    await extension.run(commands.openBatch);
    await extension.run(commands.openBatch, await target());
    assert.deepEqual(
      window.panels.map(({ title, revealed }) => [title, revealed]),
      [['List from another extension', 1]],
    );
    assert.equal(extension.weChat.calls(paths.batchGet) + extension.weChat.calls(paths.userInfo), 0);
  });

  it('Resume has nothing to do in a batch that is done', async () => {
    await fetch(extension.account.openids({}, 3));
    extension.weChat.forgetRequests();
    for (const command of ['resumeBatch', 'retryFailed', 'recheckNotFollowing'] as const) {
      await extension.run(commands[command], await target());
      assert.equal(lastMessage(), 'There is nothing left to ask for in this batch.');
    }
    await extension.run(commands.resumeBatch, { batchId: 'gone' });
    assert.equal(lastMessage(), 'This batch is no longer kept.');
    assert.deepEqual(extension.weChat.requests, []);
  });

  it('Re-check Not Following asks before it costs calls, and finds who follows', async () => {
    const openids = extension.account.openids({}, 3);
    for (const openid of openids.slice(1)) extension.account.setFollowing(openid, false);
    await fetch(openids);
    assert.equal((await extension.batch()).counts.notFollowing, 2);
    extension.weChat.forgetRequests();
    person.closes(/People who did not follow: 2\. API calls to ask again: about 1\./);
    await extension.run(commands.recheckNotFollowing, await target());
    assert.deepEqual(extension.weChat.requests, []);
    extension.account.setFollowing(openids[1] ?? '', true);
    person.chooses('People who did not follow: 2', 'Ask Again');
    await extension.run(commands.recheckNotFollowing, await target());
    const { counts } = await extension.batch();
    assert.deepEqual([counts.following, counts.notFollowing], [2, 1]);
  });

  describe('Remove Batch', () => {
    it('asks, removes it, and closes its table', async () => {
      await fetch(extension.account.openids({}, 3));
      await extension.run(commands.openBatch, await target());
      person.closes('Remove the batch "List from another extension"?');
      await extension.run(commands.removeBatch, await target());
      await extension.batch();
      person.chooses(/Remove the batch .*\nIts profiles will be deleted from this machine/, 'Remove');
      await extension.run(commands.removeBatch, await target());
      assert.deepEqual(await extension.store().list(), []);
      assert.ok(window.panels[0]?.isDisposed);
    });

    it('refuses one that runs', async () => {
      const gate = extension.weChat.hold(paths.batchGet);
      const run = fetch(extension.account.openids({}, 3));
      await gate.arrived(1);
      person.chooses('Remove the batch', 'Remove');
      await extension.run(commands.removeBatch, await target());
      assert.match(lastMessage() ?? '', /already running/);
      gate.open();
      await run;
      assert.equal((await extension.batch()).counts.following, 3);
    });
  });

  describe('Export Batch…', () => {
    const exported = () => path.join(extension.folder, 'out.csv');

    it('writes every openid of it to the file that the user names, and offers to open it', async () => {
      const openids = extension.account.openids({}, 3);
      await fetch(openids);
      person.chooses('Export in which format?', 'CSV').names('Save', Uri.file(exported()));
      person.chooses('Exported to', 'Open File');
      await extension.run(commands.exportBatch, await target());
      const text = await readFile(exported(), 'utf8');
      assert.ok(openids.every(openid => text.includes(openid)));
      await until(() => window.openedTexts.length === 1);
    });

    it('proposes a name in the folder that is open', async () => {
      await fetch(extension.account.openids({}, 3));
      window.openFolder('/project');
      person.chooses('Export in which format?', 'NDJSON').closes('Save');
      await extension.run(commands.exportBatch, await target());
      assert.equal(window.shown.at(-1)?.text, 'Save\n/project/List-from-another-extension-profiles.ndjson');
    });

    it('writes nothing where a question is closed, and says why it could not', async () => {
      await fetch(extension.account.openids({}, 3));
      person.closes('Export in which format?');
      await extension.run(commands.exportBatch, await target());
      assert.equal(window.progress.length, 1);
      person.chooses('Export in which format?', 'JSON').names('Save', Uri.file('/no/such/folder/out.json'));
      await extension.run(commands.exportBatch, await target());
      assert.match(lastMessage() ?? '', /The file could not be written: ENOENT/);
    });
  });
});
