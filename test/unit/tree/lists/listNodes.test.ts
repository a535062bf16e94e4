import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { type ListKind } from '../../../../src/lists';
import { commands, views } from '../../../../src/manifest';
import { type TreeNode } from '../../../../src/tree/node';
import { paths, until, useExtension } from '../../useExtension';

describe('follower lists in the tree', () => {
  const { window, extension, person } = useExtension();

  const childrenOf = async (node?: TreeNode) =>
    ((await window.tree(views.accounts).getChildren(node)) ?? []) as TreeNode[];
  const itemsOf = async (node?: TreeNode) => (await childrenOf(node)).map(child => child.toTreeItem());

  /** The node at a path of labels. */
  async function nodeAt(...labels: readonly string[]): Promise<TreeNode> {
    let node: TreeNode | undefined;
    for (const label of labels) {
      const children = await childrenOf(node);
      node = children.find(child => child.toTreeItem().label === label);
      assert.ok(node, `${label}, not ${children.map(child => textOf(child.toTreeItem().label)).join()}`);
    }
    return node ?? assert.fail();
  }
  const at = async (...labels: readonly string[]) =>
    (await nodeAt('Lens Demo 服务号', ...labels)).toTreeItem();

  async function browse(command: 'browseFollowers' | 'browseBlacklist', target: object = {}): Promise<void> {
    person.chooses(/^Browse the /, 'Browse');
    await extension.run(commands[command], { appId: extension.account.appId, ...target });
  }

  /** A list without a page, as a killed window leaves it. */
  const begun = (list: ListKind = { kind: 'followers' }) => {
    const { appId, name: accountName } = extension.account;
    return extension.lists().create({ appId, accountName, list, forMigration: false });
  };

  it('are Followers, Tags and Blacklist, of which nothing is known at first', async () => {
    const items = await itemsOf(await nodeAt('Lens Demo 服务号'));
    assert.deepEqual(
      items.map(({ label, description, contextValue }) => [label, description, contextValue]),
      [
        ['Recent Lookups', 'none yet', undefined],
        ['Batches', 'none yet', undefined],
        ['Followers', 'not browsed yet', 'isFollowers'],
        ['Tags', undefined, 'isTags'],
        ['Blacklist', 'not browsed yet', 'isBlacklist'],
      ],
    );
    assert.deepEqual(extension.weChat.requests, []);
  });

  it('are not shown for an account that does not use the API', async () => {
    const app = { appId: 'wx00000000000000aa', name: 'App' };
    await extension.registry().add(app, { kind: 'none' });
    await extension.run(commands.refresh);
    assert.deepEqual(
      (await itemsOf(await nodeAt('App'))).map(({ label }) => label),
      ['Recent Lookups', 'Batches'],
    );
  });

  it('show the last walk, and below it each list that is kept', async () => {
    await browse('browseFollowers');
    const count = extension.account.followerCount;
    assert.match(String((await at('Followers')).description), new RegExp(`^${count} found · `));
    const [item] = await itemsOf(await nodeAt('Lens Demo 服务号', 'Followers'));
    assert.match(String(item?.description), new RegExp(`^${count} found$`));
    assert.match(textOf(item?.tooltip), /^Kept until /m);
    assert.equal(item?.contextValue, 'isFollowerList canRemoveList canKeepList');
    assert.match(item.accessibilityInformation?.label ?? '', /^Followers, .*, \d+ found, Kept until /);
  });

  it('say where a walk was interrupted, offer to resume it, and stop saying so', async () => {
    const { id } = await begun();
    const [node] = await childrenOf(await nodeAt('Lens Demo 服务号', 'Followers'));
    const item = node?.toTreeItem();
    assert.match(String(item?.description), /^interrupted at 0$/);
    assert.equal(item?.contextValue, 'isFollowerList canResumeList canRemoveList');
    await extension.run(commands.resumeList, node);
    assert.ok((await extension.list()).isComplete);
    assert.equal((await extension.list()).id, id);
  });

  it('are drawn again while a list is walked, and nothing else of the tree is', async () => {
    const followers = await nodeAt('Lens Demo 服务号', 'Followers');
    const drawn: unknown[] = [];
    window.tree(views.accounts).onDidChangeTreeData?.(node => drawn.push(node));
    // The cleaning at the beginning of a window draws everything once.
    await until(() => drawn.includes(undefined));
    drawn.length = 0;
    await browse('browseFollowers');
    await until(() => drawn.includes(followers));
    assert.ok(!drawn.includes(undefined));
    assert.match(String(followers.toTreeItem().description), / found · /);
  });

  it('say that they are being walked', async () => {
    const gate = extension.weChat.hold(paths.followers);
    person.chooses(/^Browse the /, 'Browse');
    const walk = extension.run(commands.browseFollowers, { appId: extension.account.appId });
    await gate.arrived(1);
    const [item] = await itemsOf(await nodeAt('Lens Demo 服务号', 'Followers'));
    assert.match(String(item?.description), /^walking, 0 found so far$/);
    assert.equal(item?.contextValue, 'isFollowerList');
    gate.open();
    await walk;
  });

  it('say that another window walks them, without a way to resume or remove', async () => {
    const { id } = await begun();
    const ending = new AbortController();
    const page = (cursor: string) =>
      cursor === ''
        ? Promise.resolve({ openids: ['oA'], nextOpenid: 'oA', total: 7 })
        : new Promise<never>(() => undefined);
    const walking = extension
      .lists()
      .walk(id, { fullPage: 1, page }, { signal: ending.signal })
      .catch(() => undefined);
    const node = async () => {
      const [item] = await itemsOf(await nodeAt('Lens Demo 服务号', 'Followers'));
      return item;
    };
    while ((await node())?.description !== 'walking in another window, 1 of 7') continue;
    const item = await node();
    assert.deepEqual((item?.iconPath as { id?: string } | undefined)?.id, 'sync~spin');
    assert.equal(item?.contextValue, 'isFollowerList');
    ending.abort();
    void walking;
  });

  it('show tags by name and count, WeChat’s own marked, once they are opened', async () => {
    extension.weChat.forgetRequests();
    const tags = await itemsOf(await nodeAt('Lens Demo 服务号', 'Tags'));
    const [system, vip] = tags;
    assert.equal(system?.label, '星标组');
    assert.match(String(system?.description), /^\d+ · WeChat's own$/);
    assert.equal(system?.contextValue, 'isTag');
    assert.equal(vip?.label, 'VIP 会员');
    assert.equal(vip?.contextValue, 'isTag isOwnTag');
    assert.match(vip?.accessibilityInformation?.label ?? '', /^Tag VIP 会员, \d+$/);
    await childrenOf(await nodeAt('Lens Demo 服务号', 'Tags'));
    assert.equal(extension.weChat.calls(paths.tags), 1);
  });

  it('show tags tamed, whatever people call them', async () => {
    const created = extension.account.tags.create('$(zap) \u202eab');
    assert.ok('id' in created);
    const labels = (await itemsOf(await nodeAt('Lens Demo 服务号', 'Tags'))).map(({ label }) => label);
    assert.ok(labels.includes('$\u200b(zap) ⟨U+202E⟩ab'));
  });

  it('carry what commands need to know of a tag', async () => {
    const node = await nodeAt('Lens Demo 服务号', 'Tags', 'VIP 会员');
    const { appId, tagId } = node as TreeNode & { appId?: unknown; tagId?: unknown };
    assert.deepEqual([appId, tagId], [extension.account.appId, 100]);
    person.chooses('with the tag VIP 会员?', 'Browse');
    await extension.run(commands.browseFollowers, node);
    const [list] = await itemsOf(await nodeAt('Lens Demo 服务号', 'Tags', 'VIP 会员'));
    assert.match(String(list?.description), / found$/);
  });

  it('keep the lists of a tag that is gone', async () => {
    await begun({ kind: 'tag', tagId: 777, name: 'Spring' });
    const item = await at('Tags', 'Spring');
    assert.equal(item.description, 'no longer a tag');
    assert.equal(item.contextValue, '');
  });

  it('say why tags cannot be read, and try again at a click', async () => {
    extension.account.become('unverified');
    const [node] = await childrenOf(await nodeAt('Lens Demo 服务号', 'Tags'));
    const item = node?.toTreeItem();
    assert.match(textOf(item?.label), /48001/);
    assert.equal(item?.command?.command, commands.refreshTags);
    extension.account.become('healthy');
    const again: readonly unknown[] = item.command.arguments ?? [];
    await extension.run(commands.refreshTags, ...again);
    assert.equal((await at('Tags', 'VIP 会员')).label, 'VIP 会员');
  });

  it('are browsed although WeChat refuses the tags alone', async () => {
    extension.weChat.faults.add({ kind: 'errcode', errcode: 48001 }, { path: paths.tags });
    const [trouble] = await itemsOf(await nodeAt('Lens Demo 服务号', 'Tags'));
    assert.match(textOf(trouble?.label), /48001/);
    await browse('browseFollowers');
    assert.ok((await extension.list()).isComplete);
    assert.match(String((await at('Followers')).description), / found · /);
  });

  it('ask nobody for a secret only because the tags are open', async () => {
    extension.secrets.kept.clear();
    const [item] = await itemsOf(await nodeAt('Lens Demo 服务号', 'Tags'));
    assert.equal(item?.label, 'Read the tags from WeChat…');
    assert.equal(extension.weChat.calls(paths.tags), 0);
  });

  it('show the blacklist once it is browsed', async () => {
    await browse('browseBlacklist');
    assert.match(String((await at('Blacklist')).description), /^\d+ found · /);
    assert.equal((await childrenOf(await nodeAt('Lens Demo 服务号', 'Blacklist'))).length, 1);
  });

  it('show so many at first, and more at a click', async () => {
    for (let count = 0; count < 45; count++) await begun();
    const followers = await nodeAt('Lens Demo 服务号', 'Followers');
    const more = (await childrenOf(followers)).at(-1);
    assert.deepEqual(
      [more?.toTreeItem().label, more?.toTreeItem().description, (await childrenOf(followers)).length],
      ['Show More', '25 more', 21],
    );
    await extension.run(commands.showMore, more);
    assert.equal((await childrenOf(followers)).length, 41);
    await extension.run(commands.showMore, more);
    assert.equal((await childrenOf(followers)).length, 45);
  });

  it('say of one that cannot be read why, and let it be removed', async () => {
    const { id } = await begun();
    await writeFile(path.join(extension.folder, 'lists', `${id}.list.ndjson`), 'hello\n');
    const [node] = await childrenOf(await nodeAt('Lens Demo 服务号', 'Followers'));
    assert.match(textOf(node?.toTreeItem().label), /^The saved list is damaged/);
    assert.equal(node?.toTreeItem().contextValue, 'canRemoveList');
    person.chooses(`Remove the list "${id}"?`, 'Remove');
    await extension.run(commands.removeList, node);
    const { lists, unreadable } = await extension.lists().lists();
    assert.deepEqual([lists, unreadable], [[], []]);
  });
});

function textOf(text: unknown): string {
  return typeof text === 'string' ? text : assert.fail('no text');
}
