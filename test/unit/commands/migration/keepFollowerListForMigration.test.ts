import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Uri } from 'vscode';

import { ListStore, openidsOf } from '../../../../src/lists';
import { commands, views } from '../../../../src/manifest';
import { type TreeNode } from '../../../../src/tree/node';
import { momentText } from '../../../../src/ui/texts/listTexts';
import { paths, until, useExtension } from '../../useExtension';

describe('Keep Follower List for Migration…', () => {
  const { window, extension, person } = useExtension();
  const question = /^Keep the followers of Lens Demo 服务号 for a migration\?/;
  const said = (words: string) => window.messages.find(text => text.includes(words));
  const keep = (target: object = {}) =>
    extension.run(commands.keepFollowerListForMigration, { appId: extension.account.appId, ...target });

  async function browse(): Promise<void> {
    person.chooses(/^Browse the followers/, 'Browse');
    await extension.run(commands.browseFollowers, { appId: extension.account.appId });
  }

  it('says what a migration takes away, walks the list, and offers it as a file', async () => {
    const file = path.join(extension.folder, 'old.csv');
    person.chooses(question, 'Browse Followers…').chooses(/^Browse the followers/, 'Browse');
    person.chooses('The list is kept until it is removed. Export it as well.', 'Export…');
    person.chooses('Export in which format?', 'CSV').names('Save', Uri.file(file));
    await keep();
    const asked = window.shown.find(({ text }) => question.test(text));
    assert.match(asked?.text ?? '', /WeChat gives its openids to nobody/);
    assert.match(asked?.text ?? '', /15 days/);
    assert.deepEqual(asked?.choices, ['Browse Followers…']);
    await until(() => said('Exported to') !== undefined);
    const { forMigration, keptUntil, isComplete } = await extension.list();
    assert.deepEqual([forMigration, keptUntil, isComplete], [true, undefined, true]);
    const lines = (await readFile(file, 'utf8')).trimEnd().split('\r\n').slice(1);
    assert.deepEqual(lines, extension.account.openids());
    const offered = window.shown.find(({ text }) => text.includes('kept until it is removed'));
    assert.deepEqual(offered?.choices, ['Export…', 'Fetch Profiles…']);
  });

  it('does nothing where it is closed', async () => {
    person.closes(question);
    await keep();
    assert.equal(extension.weChat.calls(paths.followers), 0);
    assert.deepEqual((await extension.lists().lists()).lists, []);
  });

  it('keeps the latest whole list as it is, without a call, beyond its time', async () => {
    await browse();
    const { id, startedAt } = await extension.list();
    extension.weChat.forgetRequests();
    person
      .chooses(question, `Keep the List of ${momentText(startedAt)}`)
      .chooses(/^Followers, .* is kept until it is removed\.$/, 'Export…');
    person.closes('Export in which format?');
    await keep();
    await until(() => window.shown.some(({ text }) => text.startsWith('Export in which format?')));
    assert.deepEqual(extension.weChat.requests, []);
    const later = new ListStore(path.join(extension.folder, 'lists'), {
      retentionDays: () => 30,
      now: () => Date.now() + 400 * 86_400_000,
    });
    await later.removeOld();
    const list = await extension.list();
    assert.deepEqual([list.id, list.forMigration, list.isComplete], [id, true, true]);
    assert.deepEqual(await openidsOf(await later.source(id), list.found), extension.account.openids());
    // It is told of the next time, and not offered again.
    person.closes(/Kept already: Followers, .* · \d+ found/);
    await keep();
    assert.deepEqual(window.shown.at(-1)?.choices, ['Browse Followers…']);
  });

  it('goes on with a walk of its own that was cut off, and not with one whose time ends', async () => {
    const { appId, name: accountName } = extension.account;
    const list = { kind: 'followers' } as const;
    const source = {
      fullPage: 1,
      page: (cursor: string) =>
        cursor === ''
          ? Promise.resolve({ openids: ['oA'], nextOpenid: 'oA', total: 2 })
          : Promise.reject(new Error('cut off')),
    };
    const { signal } = new AbortController();
    const begin = async (forMigration: boolean) => {
      const begun = await extension.lists().create({ appId, accountName, list, forMigration });
      await assert.rejects(extension.lists().walk(begun.id, source, { signal }));
      return begun.id;
    };
    const own = await begin(true);
    await begin(false);
    person.chooses(question, 'Browse Followers…').closes(/^Browse the followers/);
    await keep();
    const offered = window.shown.at(-1)?.items.map(({ label }) => label);
    assert.deepEqual(offered, ['Resume', 'Begin Anew', 'Cancel']);
    person.chooses(question, 'Browse Followers…').chooses(/^Browse the followers/, 'Resume');
    await keep();
    assert.ok((await extension.lists().open(own)).pages > 1);
  });

  it('is kept on the disk where no history is wanted', async () => {
    window.set('wechatOpenid.history.retentionDays', 0);
    person.chooses(question, 'Browse Followers…').chooses(/^Browse the followers/, 'Browse');
    await keep();
    assert.ok((await extension.list()).isComplete);
    assert.doesNotMatch(window.progress[0]?.title ?? '', /memory/);
  });

  it('is shown as such in the tree, and removed with a question of its own', async () => {
    person.chooses(question, 'Browse Followers…').chooses(/^Browse the followers/, 'Browse');
    await keep();
    const childrenOf = async (node?: TreeNode) =>
      ((await window.tree(views.accounts).getChildren(node)) ?? []) as TreeNode[];
    const [account] = await childrenOf();
    const followers = (await childrenOf(account)).find(({ id }) => id.endsWith('/followers'));
    const [node] = await childrenOf(followers);
    const item = node?.toTreeItem();
    assert.match(String(item?.description), /^\d+ found · for a migration$/);
    assert.match(item?.accessibilityInformation?.label ?? '', /Kept for a migration, until it is removed$/);
    assert.deepEqual((item?.iconPath as { id?: string } | undefined)?.id, 'archive');
    assert.equal(item?.contextValue, 'isFollowerList canRemoveList');
    person.closes(/It is kept for a migration.*export it first\./s);
    await extension.run(commands.removeList, node);
    await extension.list();
  });

  it('is named before the history of its account is cleared', async () => {
    person.chooses(question, 'Browse Followers…').chooses(/^Browse the followers/, 'Browse');
    await keep();
    await browse();
    person.closes(/follower lists: 2\..*kept for a migration: 1\. .*export them first\./s);
    await extension.run(commands.clearHistory, { appId: extension.account.appId });
  });

  it('is offered of a list by its node, where it is whole and its time ends', async () => {
    await browse();
    const { id, startedAt } = await extension.list();
    await browse();
    const { lists } = await extension.lists().lists();
    assert.equal(lists[1]?.id, id);
    person.chooses(question, `Keep the List of ${momentText(startedAt)}`);
    await keep({ listId: id });
    await until(() => said('is kept until it is removed') !== undefined);
    assert.equal((await extension.lists().open(id)).forMigration, true);
  });
});
