import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Uri } from 'vscode';

import { type FollowerList, ListStore } from '../../../../src/lists';
import { commands } from '../../../../src/manifest';
import { KeptPeople } from '../../../../src/jobs/lists/keptPeople';
import { until, useExtension } from '../../useExtension';

/** As the tree hands over nodes: the one that was clicked, and all that are selected. */
const node = (target: object) => ({ ...target, toTreeItem: () => undefined });

describe('several nodes that are selected together', () => {
  const { window, extension, person } = useExtension({ registered: 2 });
  const said = (words: string) => window.messages.find(text => text.includes(words));
  const tagging = '/cgi-bin/tags/members/batchtagging';

  async function keep(openids: readonly string[], of = extension.account): Promise<FollowerList> {
    const { appId, name: accountName } = of;
    const list = { kind: 'followers' } as const;
    const created = await extension.lists().create({ appId, accountName, list, forMigration: false });
    const page = () => Promise.resolve({ openids, nextOpenid: '', total: openids.length });
    const { signal } = new AbortController();
    return extension.lists().walk(created.id, { fullPage: 10_000, page }, { signal });
  }
  const nodeOf = ({ id, appId }: FollowerList) => node({ listId: id, appId });
  const lists = async () => (await extension.lists().lists()).lists;

  async function fetch(count: number): Promise<{ batchId: string }> {
    const { appId } = extension.account;
    const openids = extension.account.openids({}, count);
    const { id } = (await extension.run(commands.batchFetch, { openids, appId, show: false })) as {
      id: string;
    };
    return node({ batchId: id }) as unknown as { batchId: string };
  }

  it('of lists are removed after one question that names them', async () => {
    const nodes = [nodeOf(await keep(['oA'])), nodeOf(await keep(['oB']))];
    const stays = await keep(['oC']);
    person.closes(/^Remove 2 lists\?\n.*Lens Demo 服务号 · Followers, .*\n.*Lens Demo 服务号 · Followers, /s);
    await extension.run(commands.removeList, nodes[0], nodes);
    assert.equal((await lists()).length, 3);
    person.chooses('Remove 2 lists?', 'Remove');
    await extension.run(commands.removeList, nodes[0], nodes);
    assert.deepEqual(
      (await lists()).map(({ id }) => id),
      [stays.id],
    );
  });

  it('of lists say how many of them are kept for a migration', async () => {
    const nodes = [nodeOf(await keep(['oA'])), nodeOf(await keep(['oB']))];
    await extension.lists().keepForMigration((await lists())[0]?.id ?? '');
    person.closes(/Kept for a migration among them: 1\./);
    await extension.run(commands.removeList, nodes[0], nodes);
  });

  it('of many lists name the first, and how many more there are', async () => {
    const nodes = [];
    for (let count = 0; count < 11; count++) nodes.push(nodeOf(await keep(['oA'])));
    person.closes(/^Remove 11 lists\?\n(.*Followers, .*\n){8}and 3 more\n/);
    await extension.run(commands.removeList, nodes[0], nodes);
  });

  it('of batches are removed after one question', async () => {
    const nodes = [await fetch(2), await fetch(3)];
    person.closes(/^Remove 2 batches\?\n.*List from another extension\nList from another extension\n/s);
    await extension.run(commands.removeBatch, nodes[0], nodes);
    assert.equal((await extension.store().list()).length, 2);
    person.chooses('Remove 2 batches?', 'Remove');
    await extension.run(commands.removeBatch, nodes[0], nodes);
    assert.deepEqual(await extension.store().list(), []);
  });

  it('of lists are written to a file each, over none that is there', async () => {
    const nodes = [nodeOf(await keep(['oA'])), nodeOf(await keep(['oB', 'oC']))];
    const folder = path.join(extension.folder, 'accounts');
    const day = new Date((await lists())[0]?.startedAt ?? 0).toISOString().slice(0, 10);
    const name = (count: string) => `Lens-Demo-服务号-Followers-${day}${count}.ndjson`;
    await writeFile(path.join(folder, name('')), 'mine');
    person.chooses('Export in which format?', 'NDJSON').names('Export Here', Uri.file(folder));
    await extension.run(commands.exportList, nodes[0], nodes);
    await until(() => said('Exported to 2 files.') !== undefined);
    const read = (count: string) => readFile(path.join(folder, name(count)), 'utf8');
    assert.deepEqual(
      [await read(''), await read('-2'), await read('-3')],
      ['mine', '{"openid":"oA"}\n', '{"openid":"oB"}\n{"openid":"oC"}\n'],
    );
  });

  it('of batches are written to a file each', async () => {
    const nodes = [await fetch(2), await fetch(3)];
    const folder = path.join(extension.folder, 'accounts');
    const before = (await readdir(folder)).length;
    person.chooses('Export in which format?', 'NDJSON').names('Export Here', Uri.file(folder));
    await extension.run(commands.exportBatch, nodes[0], nodes);
    await until(() => said('Exported to 2 files.') !== undefined);
    const files = (await readdir(folder)).filter(file => file.endsWith('.ndjson'));
    assert.equal((await readdir(folder)).length, before + 2);
    const lines = await Promise.all(
      files
        .sort()
        .map(async file => (await readFile(path.join(folder, file), 'utf8')).trim().split('\n').length),
    );
    assert.deepEqual(new Set(lines), new Set([2, 3]));
  });

  it('are compared where they are two of one account, and refused where they are of two', async () => {
    const [one, two] = [await keep(['oA', 'oB']), await keep(['oB', 'oC'])];
    await extension.run(commands.compareLists, nodeOf(one), [nodeOf(one), nodeOf(two)]);
    assert.equal(window.panels.length, 1);
    const other = await keep(['oB'], extension.other);
    await extension.run(commands.compareLists, nodeOf(one), [nodeOf(other), nodeOf(one)]);
    await until(() => said('They are of two accounts') !== undefined);
    assert.equal(window.panels.length, 1);
  });

  it('of people are copied one a line', async () => {
    const { appId } = extension.account;
    const openids = extension.account.openids({}, 3);
    const nodes = openids.map(openid => node({ openid, appId }));
    await extension.run(commands.copyOpenid, nodes[1], nodes);
    assert.equal(window.copied, [openids[1], openids[0], openids[2]].join('\n'));
  });

  it('of people in batches are copied with their unionids and answers', async () => {
    const { batchId } = await fetch(3);
    const openids = extension.account.openids({}, 3);
    const nodes = openids.map(openid => node({ openid, origin: { batchId } }));
    await extension.run(commands.copyProfile, nodes[0], nodes);
    const profiles = JSON.parse(window.copied) as { openid: string; unionid?: string }[];
    assert.deepEqual(
      profiles.map(({ openid }) => openid),
      openids,
    );
    await extension.run(commands.copyProfile, nodes[0]);
    assert.equal((JSON.parse(window.copied) as { openid: string }).openid, openids[0]);
    await extension.run(commands.copyUnionid, nodes[0], nodes);
    assert.deepEqual(
      window.copied.split('\n'),
      profiles.flatMap(({ unionid }) => unionid ?? []),
    );
  });

  describe('of lists', () => {
    beforeEach(() => {
      const [tag] = extension.account.tags.all.filter(({ id }) => id === 105);
      assert.ok(tag);
    });

    it('give their people a tag, each person once', async () => {
      const [a = '', b = '', c = ''] = extension.account.openids({}, 3);
      const nodes = [nodeOf(await keep([a, b])), nodeOf(await keep([b, c]))];
      person.chooses(/^Tag 3 people of Lens Demo 服务号 with which tag\?/, '$(add) Create Tag…');
      person.types('Name of the tag', 'Both').chooses('Create the tag', 'Create Tag');
      person.chooses(/^Tag 3 people of Lens Demo 服务号 with "Both"\?/, 'Tag People');
      await extension.run(commands.tagPeople, nodes[0], nodes);
      const bodies = extension.weChat.requests
        .filter(({ path: to }) => to === tagging)
        .map(({ body }) => body);
      assert.equal(bodies.length, 1);
      for (const openid of [a, b, c]) assert.equal(bodies[0]?.split(openid).length, 2);
    });

    it('are refused where they are of several accounts', async () => {
      const nodes = [nodeOf(await keep(['oA'])), nodeOf(await keep(['oB'], extension.other))];
      await extension.run(commands.tagPeople, nodes[0], nodes);
      await until(() => said('of several accounts. Select those of one.') !== undefined);
      assert.equal(extension.weChat.calls(tagging), 0);
    });

    it('lose a tag, by one list alone', async () => {
      const openids = extension.account.openids({}, 2);
      person.closes(/^Remove which tag from 2 people/);
      await extension.run(commands.untagPeople, nodeOf(await keep(openids)));
    });

    it('are offered beside batches where nobody is named', async () => {
      await fetch(2);
      const openids = extension.account.openids({}, 2);
      await keep(openids);
      await keep(['oX'], extension.other);
      person.closes('Tag People');
      await extension.run(commands.tagPeople, node({ appId: extension.account.appId }));
      const labels = window.shown.at(-1)?.items.map(({ label }) => label) ?? [];
      assert.match(
        labels.join('\n'),
        /^\$\(clippy\) .*\n\$\(checklist\) Followers, .*\n\$\(table\) List from/,
      );
      assert.equal(labels.length, 3);
    });

    it('that are empty are told so', async () => {
      const { id } = await keep([]);
      await extension.run(commands.tagPeople, node({ listId: id }));
      await until(() => said('Nobody is in this list.') !== undefined);
    });
  });

  it('of a list that is too long to be held are taken in parts', async () => {
    const { id } = await keep(['oA', 'oB', 'oC', 'oD', 'oE']);
    const store = new ListStore(path.join(extension.folder, 'lists'), { retentionDays: () => 30 });
    const people = new KeptPeople(store, extension.store(), 2);
    person.chooses('At most 2 people at once: which part of the 5?', '3 to 4');
    assert.deepEqual((await people.ofList(id)).openids, ['oC', 'oD']);
    assert.deepEqual(window.shown.at(-1)?.choices, ['1 to 2', '3 to 4', '5 to 5']);
  });
});
